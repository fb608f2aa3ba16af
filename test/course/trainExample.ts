/** Trains one example in a runner of its own, and measures what it made. */
import { lastRecord, start } from '../runner/runner.ts';
import type { ExampleFile } from './examples.ts';
import { measures } from './measures/all.ts';
import type { Judges, Result } from './measures/measure.ts';
import type { Row } from './table.ts';

export async function trainExample(
  { name, file }: ExampleFile,
  { seed, engine }: { seed: number; engine: string },
  judges: Judges,
): Promise<Row> {
  const run = start(file, { seed, engine, explore: false });
  const ended = await run.ended;
  const last = lastRecord(ended);
  const tensors = ended.messages.findLast((message) => message.type === 'memory')?.tensors;
  const started = ended.records.find((record) => record.type === 'start');
  const row = { example: name, seed, engine: started?.type === 'start' ? started.engine : engine };
  if (last.type !== 'done') {
    const why = last.type === 'error' ? last.message : `ended with “${last.type}”`;
    return { ...row, seconds: last.time, tensors, measure: why, reached: false };
  }
  const finished = { folder: run.folder, records: ended.records, seconds: last.seconds };
  return { ...row, seconds: last.seconds, tensors, ...measured(name, finished, judges) };
}

/** What a measure cannot find in a run, the run has not reached. */
function measured(name: string, ...given: Parameters<(typeof measures)[string]>): Result {
  const measure = measures[name];
  if (!measure) return { measure: 'nothing measures it', reached: false };
  try {
    return measure(...given);
  } catch (error) {
    return { measure: error instanceof Error ? error.message : String(error), reached: false };
  }
}
