/** Which step a report belongs to when the script does not say. */
import { describe, GenAI101Error } from './error.ts';
import { type Reporter, reporter } from './reporter.ts';

interface Steps {
  /** Step of the newest metrics. */
  logged: number | undefined;
  /** Newest step of each sample's name. */
  shown: Map<string, number>;
}

const ofReporter = new WeakMap<Reporter, Steps>();

function steps(): Steps {
  let found = ofReporter.get(reporter());
  if (!found) {
    found = { logged: undefined, shown: new Map() };
    ofReporter.set(reporter(), found);
  }
  return found;
}

/** Remembers the step of metrics. The runner calls it for what it charts by itself, such as `model.fit`. */
export function noteStep(step: number): void {
  steps().logged = step;
}

/** The step of a `log` without one: one more than the last. */
export function nextLogStep(): number {
  return (steps().logged ?? -1) + 1;
}

/** The step of a sample: the one given, else that of the last metrics, else one more than the name's last. */
export function sampleStep(call: string, name: string, given: number | undefined): number {
  const { logged, shown } = steps();
  const last = shown.get(name);
  const next = last === undefined ? 0 : last + 1;
  const step = given === undefined ? Math.max(logged ?? 0, next) : checkStep(call, given);
  shown.set(name, step);
  return step;
}

export function checkStep(call: string, step: unknown): number {
  if (typeof step === 'number' && Number.isFinite(step)) return step;
  throw new GenAI101Error(`${call}: expected a number as step, got ${describe(step)}.`);
}

export function checkName(call: string, name: unknown): string {
  if (typeof name === 'string' && name.length > 0 && name.length <= 200) return name;
  throw new GenAI101Error(
    `${call}: expected a name of 1 to 200 characters as first argument, got ${describe(name)}.`,
  );
}
