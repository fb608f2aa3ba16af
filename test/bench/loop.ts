/**
 * `npm run bench:loop`: the figures that the learning loop is held to, measured in the real workbench.
 * `--only first,sizes,reporting,exploring,flood` some of them; `--json FILE` keeps them; `--no-build` takes dist as it is;
 * `--repeats N`, `--pairs N`, `--seconds N` for a shorter look.
 */
import { writeFile } from 'node:fs/promises';
import { availableParallelism, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { prepare } from '../support/prepare.ts';
import { measureExploring } from './loop/exploring.ts';
import { type Figure, isOver, printTable } from './loop/figure.ts';
import { measureFirstMetric } from './loop/firstMetric.ts';
import { measureFlood } from './loop/flood.ts';
import { measureReporting } from './loop/reporting.ts';
import { measureSizes } from './loop/sizes.ts';

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: 'sizes,first,reporting,exploring,flood' },
    json: { type: 'string' },
    'no-build': { type: 'boolean', default: false },
    repeats: { type: 'string', default: '5' },
    pairs: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '60' },
  },
});

const measures: Record<string, () => Promise<Figure[]>> = {
  sizes: measureSizes,
  first: () => measureFirstMetric(Number(values.repeats)),
  reporting: () => measureReporting(Number(values.pairs)),
  exploring: measureExploring,
  flood: () => measureFlood(Number(values.seconds)),
};

const missing = await prepare(
  new Set([...(values['no-build'] ? [] : ['build' as const]), 'server', 'chromium']),
);
for (const reason of missing.values()) throw new Error(reason);

const figures: Figure[] = [];
for (const name of values.only.split(',')) {
  const measure = measures[name];
  if (!measure)
    throw new Error(`There is no “${name}”; there is ${Object.keys(measures).join(', ')}.`);
  console.error(`Measuring ${name} …`);
  figures.push(...(await measure()));
}
printTable(figures);
const [load = 0] = loadavg();
console.log(
  `(${availableParallelism()} cores, load average ${load.toFixed(1)}: above the cores, times are too long)`,
);
if (values.json) await writeFile(values.json, `${JSON.stringify(figures, null, 2)}\n`);
if (figures.some(isOver)) process.exitCode = 1;
