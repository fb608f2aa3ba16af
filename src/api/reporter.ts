/** Where the functions of 'genai101' send what a script reports. The runner puts its own in place before the script starts. */

import type { SampleRecord } from '../protocol/record.ts';
import type { ExploredImage, Explorer, Tunable } from '../protocol/runner.ts';

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

export interface Reporter {
  metrics(values: Record<string, number>, step: number, steps?: number): void;
  sample(sample: SampleToReport): void;
  /** Announces sliders; several calls add up, and a name announced again replaces the earlier one. The runner keeps `tunables[i].value` of the live object up to date through `onChange`. */
  tunables(tunables: Tunable[], onChange: (name: string, value: number) => void): void;
  /** Values asked for from outside (--epochs, "re-run with these values"); they win over the script's own. */
  presets(): Readonly<Record<string, number>>;
  /** Announces one explorer; several calls add up, and a name announced again replaces the earlier one. */
  explorer(explorer: Explorer, answer: (values: number[]) => Promise<ExploredImage>): void;
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
  seed: 1,
};
