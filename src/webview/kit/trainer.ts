/** Runs training in slices between frames, so that a figure answers while its network learns. */
import { type ReadonlySignal, signal } from '@preact/signals';

/** Of the 16 ms of a frame, for all trainers together; the rest belongs to drawing and to the learner's hand. */
const BUDGET = 9;
/** While catching up with an earlier session nothing else moves. */
const CATCH_UP_BUDGET = 24;
/** In ms: often enough to look alive, seldom enough that a costly picture leaves most of the time to training. */
const REDRAW_EVERY = { least: 80, most: 600, timesItsCost: 5 };

let playing = 0;

interface Work {
  /**
   * One step of training, or a part of it.
   * @param part from 0 on
   */
  train(part: number): void;
  /** Of a step that takes longer than a frame; each is trained by itself. One where left out. */
  parts?: number;
  /** Back to the first weights: the same seed replays the same steps. */
  reset(): void;
  /** Training pauses by itself here. */
  limit: number;
  /** Steps in a frame, where a small network would be done before it can be watched. */
  mostPerFrame?: number;
}

export class Trainer {
  /** Rises with each redraw worth doing; read it to follow the training. */
  readonly version: ReadonlySignal<number>;
  readonly playing: ReadonlySignal<boolean>;
  readonly #version = signal(0);
  readonly #playing = signal(false);
  readonly #work: Work;
  #step = 0;
  /** Of the step that is under way. */
  #part = 0;
  #target = 0;
  #frame = 0;
  #drawn = 0;
  #redrawEvery = REDRAW_EVERY.least;
  #measuring = false;

  constructor(work: Work) {
    this.#work = work;
    this.version = this.#version;
    this.playing = this.#playing;
  }

  get step(): number {
    return this.#step;
  }

  get limit(): number {
    return this.#work.limit;
  }

  play(): void {
    if (this.#playing.value) return;
    if (this.#step >= this.#target) this.#target = this.#step + this.#work.limit;
    if (this.#step < this.#work.limit) this.#target = this.#work.limit;
    this.#start(BUDGET);
  }

  pause(): void {
    if (!this.#playing.value) return;
    playing--;
    cancelAnimationFrame(this.#frame);
    this.#playing.value = false;
    this.redraw();
  }

  /** Trains on from here, as after a change of what is learned. */
  extend(): void {
    this.#target = Math.max(this.#target, this.#step + this.#work.limit / 2);
  }

  /** One step; where it has parts, these too are trained between frames. */
  once(): void {
    this.pause();
    if (!this.#train()) {
      this.#target = this.#step + 1;
      this.#start(BUDGET);
    }
    this.redraw();
  }

  reset(): void {
    this.pause();
    this.#work.reset();
    this.#step = 0;
    this.#part = 0;
    this.#target = 0;
    this.redraw();
  }

  /** Repeats the steps of an earlier session. */
  catchUp(step: number): void {
    if (step <= this.#step) return;
    this.pause();
    this.#target = step;
    this.#start(CATCH_UP_BUDGET);
  }

  redraw(): void {
    this.#drawn = performance.now();
    this.#version.value++;
  }

  /** @returns whether the step is whole */
  #train(): boolean {
    this.#work.train(this.#part);
    this.#part = (this.#part + 1) % (this.#work.parts ?? 1);
    if (this.#part > 0) return false;
    this.#step++;
    return true;
  }

  /** The frame after a redraw tells what it cost. */
  #measure(): void {
    if (!this.#measuring) return;
    this.#measuring = false;
    const { least, most, timesItsCost } = REDRAW_EVERY;
    const cost = performance.now() - this.#drawn;
    this.#redrawEvery = Math.min(most, Math.max(least, timesItsCost * cost));
  }

  #start(budget: number): void {
    playing++;
    this.#playing.value = true;
    this.#schedule(budget);
  }

  #schedule(budget: number): void {
    this.#frame = requestAnimationFrame(() => {
      this.#measure();
      const end = performance.now() + budget / playing;
      const most = budget === BUDGET ? (this.#work.mostPerFrame ?? Infinity) : Infinity;
      const last = Math.min(this.#target, this.#step + most);
      while (this.#step < last && performance.now() < end) this.#train();
      if (this.#step >= this.#target) return this.pause();
      if (performance.now() - this.#drawn > this.#redrawEvery) {
        this.redraw();
        this.#measuring = true;
      }
      this.#schedule(budget);
    });
  }
}
