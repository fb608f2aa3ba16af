import { fromWord } from '../../../protocol/numberWord.ts';
import type { RunRecord, SampleRecord, TrialsRecord } from '../../../protocol/record.ts';
import { Trials } from '../../../protocol/trials.ts';
import { Curves } from './curves.ts';
import { readRecords } from './records.ts';

type Ending = Extract<RunRecord, { type: 'error' | 'done' | 'stopped' }>;

/** What a run has recorded so far, as far as memory should hold it: every curve, the newest sample of each name. */
export class History {
  readonly curves = new Curves();
  readonly trials = new Trials();
  readonly newest = new Map<string, SampleRecord>();
  /** How many samples there were; the n-th message of a run is the n-th sample in its file. */
  samples = 0;
  /** How the run ended, where it came to say so. */
  ending: Ending | undefined;

  add(record: RunRecord): void {
    if (record.type === 'metrics') {
      for (const [name, value] of Object.entries(record.values)) {
        this.curves.add(name, record.step, fromWord(value));
      }
    } else if (isOfTrials(record)) {
      this.trials.add(record);
    } else if (isSample(record)) {
      this.newest.set(record.name, record);
      this.samples++;
    } else if (record.type !== 'start' && record.type !== 'check') {
      this.ending = record;
    }
  }
}

export async function readHistory(eventsFile: string): Promise<History> {
  const history = new History();
  for await (const records of readRecords(eventsFile)) {
    for (const record of records) history.add(record);
  }
  return history;
}

/** Every sample in order; they stay on disk, as there may be thousands. */
export async function readSamples(eventsFile: string): Promise<SampleRecord[]> {
  const samples: SampleRecord[] = [];
  for await (const records of readRecords(eventsFile, { samplesOnly: true })) {
    samples.push(...records.filter(isSample));
  }
  return samples;
}

function isSample(record: RunRecord): record is SampleRecord {
  return 'name' in record;
}

function isOfTrials(record: RunRecord): record is TrialsRecord {
  return ['sweep', 'trial', 'trialPoints'].includes(record.type);
}
