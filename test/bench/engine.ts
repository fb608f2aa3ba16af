/**
 * `npm run bench:engine`: milliseconds per training step of the engines, PyTorch and Keras, measured in turns.
 *
 * `--peers` fetches PyTorch and Keras from PyPI first; `--only mlp,cnn` some workloads; `--contenders portable,pytorch`
 * or `--all` who takes part; `--rounds N`, `--seconds S` a turn, `--threads 1,2`; `--json FILE` keeps the figures;
 * `--node PATH` the Node to measure on. `--profile gpt` shows where a step of the portable engine spends its time
 * instead, by kernel; with `--shapes` by kernel and shapes, with `--calls` by call into
 * WebAssembly, with `--functions` by JavaScript function. `--leaks MINUTES` makes, trains and throws away models of all
 * these kinds, and tells what stays.
 */
import { writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { findNode } from '../../src/build/node.ts';
import { type Contender, loadTimes } from './engine/contender.ts';
import { huntLeaks } from './engine/leaks.ts';
import { type ContenderName, lineUp } from './engine/lineUp.ts';
import { makePeer, peerNames } from './engine/peers.ts';
import { runProfile } from './engine/profile.ts';
import {
  describeRow,
  isOver,
  machine,
  makeRow,
  printTable,
  type Row,
  toJson,
} from './engine/report.ts';
import { measureWorkload } from './engine/rounds.ts';

const { values } = parseArgs({
  options: {
    peers: { type: 'boolean', default: false },
    only: { type: 'string', default: 'mlp,cnn,dcgan,lstm,gru,gpt,tiny,unet,vae' },
    contenders: { type: 'string', default: 'portable,pytorch,keras,native' },
    all: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '9' },
    seconds: { type: 'string', default: '0.5' },
    threads: { type: 'string' },
    json: { type: 'string' },
    node: { type: 'string' },
    profile: { type: 'string' },
    shapes: { type: 'boolean', default: false },
    calls: { type: 'boolean', default: false },
    leaks: { type: 'string' },
    functions: { type: 'boolean', default: false },
  },
});
/** Processes that start an engine, for the time it takes to load. */
const LOADS = 9;
const node = values.node ?? findNode();
const cores = availableParallelism();
const threads = values.threads?.split(',').map(Number) ?? [1, 2, 4].filter((n) => n <= cores);

if (values.profile) {
  await runProfile({ ...values, workload: values.profile, node, threads: threads[0] ?? 1 });
} else if (values.leaks) {
  await huntLeaks(node, values.leaks);
} else {
  await bench();
}

async function bench(): Promise<void> {
  if (values.peers) await fetchPeers();
  const names = values.all ? 'portable,pytorch,keras,native,wasm,cpu' : values.contenders;
  const { contenders, missing } = await lineUp(names.split(',') as ContenderName[], threads, node);
  try {
    await compete(contenders, missing);
  } finally {
    for (const contender of contenders) contender.close();
  }
}

async function fetchPeers(): Promise<void> {
  for (const name of peerNames) {
    console.error(`Fetching ${name} from PyPI …`);
    await makePeer(name);
  }
}

async function printLoad(contender: Contender): Promise<void> {
  if (contender.startMs === undefined) return;
  const times = await loadTimes(contender, LOADS);
  const [shortest = 0, median = 0] = [times[0], times[times.length >> 1]];
  console.log(
    `${contender.label} loads in ${median.toFixed(0)} ms, ${shortest.toFixed(0)} at best (${LOADS} processes)`,
  );
}

async function compete(contenders: Contender[], missing: string[]): Promise<void> {
  console.log(machine());
  for (const { label, version } of contenders) console.log(`${label}: ${version}`);
  for (const reason of missing) console.log(`missing: ${reason}`);
  for (const contender of contenders) await printLoad(contender);
  const rows: Row[] = [];
  const pace = { rounds: Number(values.rounds), seconds: Number(values.seconds), warmUp: 1 };
  for (const workload of values.only.split(',')) {
    console.error(`Measuring ${workload} …`);
    const row = makeRow(workload, await measureWorkload(workload, contenders, pace));
    rows.push(row);
    console.error(`  ${describeRow(row)}`);
  }
  printTable(rows, contenders);
  console.log(machine());
  if (values.json) await writeFile(values.json, toJson(rows, contenders));
  if (isOver(rows)) process.exitCode = 1;
}
