/**
 * `npm run course`: trains every example to its end and holds it to what the course promises, by what it made.
 * `-- EXAMPLE …` some of them; `--engine NAME`, `--seeds 1,2,3`, `--json FILE`, `--no-build`.
 * Exit status 1 where one falls short.
 */
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { startEngine } from '../../src/engine/start.ts';
import { prepare } from '../support/prepare.ts';
import { examples } from './examples.ts';
import { trainDigitJudge, trainKindJudge } from './judge.ts';
import type { Judges } from './measures/measure.ts';
import { printTable, type Row } from './table.ts';
import { trainExample } from './trainExample.ts';

const { values, positionals } = parseArgs({
  options: {
    seeds: { type: 'string', default: '1' },
    engine: { type: 'string', default: 'portable' },
    json: { type: 'string' },
    'no-build': { type: 'boolean', default: false },
  },
  allowPositionals: true,
});

await prepare(new Set([...(values['no-build'] ? [] : ['build' as const]), 'server']));
const names = positionals.map((word) => word.replace(/\.ts$/, ''));
const unknown = names.filter((name) => !examples.some((example) => example.name === name));
if (unknown.length > 0) {
  console.error(`There is no example “${unknown.join('”, “')}”.`);
  process.exit(2);
}
const chosen = examples.filter(({ name }) => names.length === 0 || names.includes(name));

await startEngine('portable');
const judges: Judges = { digits: await trainDigitJudge(), kinds: await trainKindJudge() };
console.log(
  `Held-out judges, on images that are new to them: digits ${judges.digits.accuracy} right, kinds ${judges.kinds.accuracy}.`,
);
const rows: Row[] = [];
for (const example of chosen) {
  for (const seed of values.seeds.split(',').map(Number)) {
    console.log(`${example.name}, seed ${seed} …`);
    rows.push(await trainExample(example, { seed, engine: values.engine }, judges));
  }
}
printTable(rows);
if (values.json) await writeFile(values.json, `${JSON.stringify(rows, null, 2)}\n`);
process.exitCode = rows.every(({ reached }) => reached) ? 0 : 1;
