/** Where the functions of 'genai101' send what a script reports. The runner puts its own in place before the script starts. */

import type { SampleRecord, SweepRecord, TrialValues } from '../protocol/record.ts';
import type { ExploredAnswer, Explorer, Tunable } from '../protocol/runner.ts';

/** A sample before its file is written. */
export type SampleToReport =
  | Exclude<SampleRecord, { file: string }>
  | {
      type: 'images';
      name: string;
      step: number;
      width: number;
      height: number;
      columns: number;
      count: number;
      labels?: string[] | undefined;
      channels: 1 | 3 | 4;
      /** The whole grid, 0 to 255, row by row. */
      pixels: Uint8Array;
    }
  | {
      type: 'audio';
      name: string;
      step: number;
      sampleRate: number /** −1 to 1 */;
      samples: Float32Array;
    };

/** Runs one trial with these values, and answers with its measure. */
export type Evaluate = (values: TrialValues) => Promise<number>;

export interface SweepOptions extends Pick<SweepRecord, 'measure' | 'best'> {
  workers: number | undefined;
}

export interface Reporter {
  metrics(values: Record<string, number>, step: number, steps?: number): void;
  sample(sample: SampleToReport): void;
  /** Announces sliders; several calls add up, and a name announced again replaces the earlier one. The runner keeps `tunables[i].value` of the live object up to date through `onChange`. */
  tunables(tunables: Tunable[], onChange: (name: string, value: number) => void): void;
  /** Values asked for from outside (--epochs, "re-run with these values"); they win over the script's own. */
  presets(): Readonly<Record<string, number>>;
  /** Announces one explorer; several calls add up, and a name announced again replaces the earlier one. */
  explorer(explorer: Explorer, answer: (values: number[]) => Promise<ExploredAnswer>): void;
  /** Where a sweep begins. It does not return in a process that is there for the trials alone. */
  trials(objective: Evaluate, options: SweepOptions): Evaluate;
  readonly seed: number;
}

let current: Reporter | undefined;

export function connectReporter(reporter: Reporter): void {
  current = reporter;
}

/** The reporter in place; outside a run scripts still work, and nothing is reported. */
export function reporter(): Reporter {
  current ??= silentReporter;
  return current;
}

const silentReporter: Reporter = {
  metrics() {},
  sample() {},
  tunables() {},
  presets: () => ({}),
  explorer() {},
  trials: (objective) => objective,
  seed: 1,
};
