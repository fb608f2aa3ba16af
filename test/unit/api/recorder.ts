import {
  connectReporter,
  type Evaluate,
  type Reporter,
  type SampleToReport,
  type SweepOptions,
} from '../../../src/api/reporter.ts';
import type { ExploredAnswer, Explorer, Tunable } from '../../../src/protocol/runner.ts';

/** A reporter that keeps what a script reports. */
export class Recorder implements Reporter {
  readonly seed = 1;
  readonly logged: { values: Record<string, number>; step: number; steps: number | undefined }[] =
    [];
  readonly samples: SampleToReport[] = [];
  readonly sliders: Tunable[] = [];
  readonly explorers: Explorer[] = [];
  readonly sweeps: SweepOptions[] = [];
  readonly #presets: Record<string, number>;
  #onChange: (name: string, value: number) => void = () => {};
  #answer: (values: number[]) => Promise<ExploredAnswer> = () => Promise.reject(new Error('none'));

  constructor(presets: Record<string, number> = {}) {
    this.#presets = presets;
    connectReporter(this);
  }

  metrics(values: Record<string, number>, step: number, steps?: number): void {
    this.logged.push({ values, step, steps });
  }

  sample(sample: SampleToReport): void {
    this.samples.push(sample);
  }

  tunables(tunables: Tunable[], onChange: (name: string, value: number) => void): void {
    this.sliders.push(...tunables);
    this.#onChange = onChange;
  }

  presets(): Readonly<Record<string, number>> {
    return this.#presets;
  }

  explorer(explorer: Explorer, answer: (values: number[]) => Promise<ExploredAnswer>): void {
    this.explorers.push(explorer);
    this.#answer = answer;
  }

  trials(objective: Evaluate, options: SweepOptions): Evaluate {
    this.sweeps.push(options);
    return objective;
  }

  /** Moves a slider. */
  tune(name: string, value: number): void {
    this.#onChange(name, value);
  }

  /** Asks the last explorer. */
  ask(...values: number[]): Promise<ExploredAnswer> {
    return this.#answer(values);
  }

  /** The last sample, which must be of that type. */
  last<T extends SampleToReport['type']>(type: T): Extract<SampleToReport, { type: T }> {
    const sample = this.samples.at(-1);
    if (sample?.type !== type) throw new Error(`Expected ${type}, got ${sample?.type}.`);
    return sample as Extract<SampleToReport, { type: T }>;
  }
}
