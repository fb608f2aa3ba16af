/**
 * Trains the examples and holds them to what the course promises, by their pictures.
 * `tsx test/course/measure.ts [--seeds 1,2,3] [EXAMPLE …]`; exit status 1 where one falls short.
 */
import { parseArgs } from 'node:util';
import { startEngine } from '../../src/engine/start.ts';
import { lastRecord, start } from '../runner/runner.ts';
import { type ExampleFile, examples } from './examples.ts';
import { trainDigitJudge, trainKindJudge } from './judge.ts';
import { measures } from './measures/all.ts';
import type { Judges } from './measures/measure.ts';

interface Row {
  example: string;
  seed: number;
  seconds: number;
  'tensors left': number;
  measure: string;
  reached: boolean;
}

const { values, positionals } = parseArgs({
  options: { seeds: { type: 'string', default: '1' } },
  allowPositionals: true,
});
const seeds = values.seeds.split(',').map(Number);
const chosen = examples.filter(
  ({ name }) => positionals.length === 0 || positionals.includes(name),
);
const rows: Row[] = [];

await startEngine('portable');
const judges: Judges = { digits: await trainDigitJudge(), kinds: await trainKindJudge() };
console.log(
  `Held-out judges: digits ${judges.digits.accuracy}, kinds ${judges.kinds.accuracy} right on new images.`,
);
for (const example of chosen) {
  for (const seed of seeds) {
    const row = await measure(example, seed);
    console.log(Object.values(row).join('  '));
    rows.push(row);
  }
}
console.table(rows);
process.exitCode = rows.every(({ reached }) => reached) ? 0 : 1;

async function measure({ name, file }: ExampleFile, seed: number): Promise<Row> {
  const run = start(file, { seed, explore: false });
  const ended = await run.ended;
  const last = lastRecord(ended);
  if (last.type !== 'done') throw new Error(`${name} ended with: ${JSON.stringify(last)}`);
  const { seconds } = last;
  const finished = { folder: run.folder, records: ended.records, seconds };
  const result = measures[name]?.(finished, judges) ?? { measure: 'no measure', reached: false };
  const tensors = ended.messages.findLast((message) => message.type === 'memory')?.tensors ?? 0;
  return { example: name, seed, seconds: Math.round(seconds), 'tensors left': tensors, ...result };
}
