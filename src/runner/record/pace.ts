/** How fast steps go, and how long the rest will take: a moving estimate over the last seconds. */
import type { RunProgress } from '../../protocol/run.ts';

/** Milliseconds that the estimate looks back. */
const WINDOW = 5000;

/** Seconds from which on an estimate is given. */
const LEAST = 0.25;

interface Mark {
  at: number;
  step: number;
}

export class Pace {
  #marks: Mark[] = [];
  #steps: number | undefined;
  #label: string | undefined;

  /** @param at milliseconds */
  mark(step: number, steps: number | undefined, label: string | undefined, at: number): void {
    const last = this.#marks.at(-1);
    // A step number that falls back starts another loop, which has a pace of its own.
    if (last && step < last.step) this.#marks = [];
    this.#steps = steps ?? this.#steps;
    this.#label = label;
    if (last && last.step === step) return;
    this.#marks.push({ at, step });
    // Marks closer than a hundredth of the window tell nothing more: keeps the list short however fast the loop.
    const before = this.#marks.at(-3);
    if (before && at - before.at < WINDOW / 100) this.#marks.splice(-2, 1);
    while (this.#marks.length > 2 && at - (this.#marks[0]?.at ?? at) > WINDOW) this.#marks.shift();
  }

  progress(): RunProgress | undefined {
    const first = this.#marks[0];
    const last = this.#marks.at(-1);
    if (!first || !last) return undefined;
    const seconds = (last.at - first.at) / 1000;
    // A loop that has just begun tells nothing yet: a first batch or two are often faster than the rest.
    const stepsPerSecond = seconds >= LEAST ? (last.step - first.step) / seconds : undefined;
    const steps = this.#steps;
    const secondsLeft =
      steps !== undefined && stepsPerSecond
        ? Math.max(0, steps - last.step) / stepsPerSecond
        : undefined;
    return { step: last.step, steps, stepsPerSecond, secondsLeft, label: this.#label };
  }
}
