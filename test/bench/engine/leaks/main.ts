/**
 * `node --expose-gc main.mjs MINUTES`: makes models of the bench's kinds, trains each a little with a batch of some
 * size, lets `fit` fail and succeed, and throws everything away again; says what stays.
 */
import { Random } from '../../../../src/data/random.ts';
import { startEngine } from '../../../../src/engine/start.ts';
import * as tf from '../../../../src/engine/tf.ts';
import { workloads } from '../workloads/all.ts';

const [, , minutes = '60'] = process.argv;
/** Rounds in which everything that is made once is made. */
const WARM_UP = 40;
/** What a round may leave behind on average, in bytes of JavaScript: noise, not growth without end. */
const MOST_PER_ROUND = 2048;
/** Of the heap in the second half: it grows by a quarter at a time, when a rare pair of sizes meets. */
const MOST_GROWTH = 1.3;
const MOST_STEPS = 6;
const MOST_BATCH = 48;

interface Left {
  rounds: number;
  tensors: number;
  bytes: number;
  heapMB: number;
  javaScriptMB: number;
  residentMB: number;
}

const engine = await startEngine('portable');
const random = new Random(1);
const makers = Object.values(workloads);

async function round(): Promise<void> {
  tf.engine().startScope();
  try {
    await trainSome();
    if (random.next() < 0.3) await fitModel();
    if (random.next() < 0.3) failToMultiply();
  } finally {
    tf.engine().endScope();
    tf.disposeVariables();
  }
}

async function trainSome(): Promise<void> {
  const workload = random.pick(makers)(1 + random.below(MOST_BATCH));
  const steps = 1 + random.below(MOST_STEPS);
  for (let i = 0; i < steps; i++) {
    const loss = await workload.step();
    if (!Number.isFinite(loss)) throw new Error(`A loss came to ${loss}.`);
  }
}

async function fitModel(): Promise<void> {
  const units = 1 + random.below(64);
  const model = tf.sequential({
    layers: [
      tf.layers.dense({ units, inputShape: [8], activation: 'relu' }),
      tf.layers.dense({ units: 1 }),
    ],
  });
  model.compile({ optimizer: 'adam', loss: 'meanSquaredError', metrics: ['mae'] });
  const rows = 1 + random.below(300);
  const [x, y] = [tf.randomNormal([rows, 8]), tf.randomNormal([rows, 1])];
  await model.fit(x, y, {
    epochs: 2,
    batchSize: 32,
    validationSplit: rows > 10 ? 0.2 : 0,
    verbose: 0,
  });
  tf.dispose([model.predict(x), x, y]);
  model.dispose();
}

/** What a learner does now and then. */
function failToMultiply(): void {
  const rows = 3 + random.below(50);
  try {
    tf.tidy(() => tf.ones([rows, 3]).matMul(tf.ones([rows + 1, 2])));
  } catch {
    return;
  }
  throw new Error('A product of shapes that do not fit gave no error.');
}

function look(rounds: number): Left {
  global.gc?.();
  const { tensors, bytes, heapBytes = 0 } = engine.memory();
  const { heapUsed, rss } = process.memoryUsage();
  const mega = (n: number) => Math.round(n / 104_857.6) / 10;
  const left = { heapMB: mega(heapBytes), javaScriptMB: mega(heapUsed), residentMB: mega(rss) };
  return { rounds, tensors, bytes, ...left };
}

/** Bytes of JavaScript a round: from one half of what was seen to the other, as single looks differ by chance. */
function growth(looks: Left[]): number {
  const middle = looks.length >> 1;
  const mean = (some: Left[], of: (one: Left) => number) =>
    some.reduce((sum, one) => sum + of(one), 0) / some.length;
  const between = (of: (one: Left) => number) =>
    mean(looks.slice(middle), of) - mean(looks.slice(0, middle), of);
  return (2 ** 20 * between(({ javaScriptMB }) => javaScriptMB)) / between(({ rounds }) => rounds);
}

const seen: Left[] = [];
let rounds = 0;
for (; rounds < WARM_UP; rounds++) await round();
seen.push(look(rounds));
const began = performance.now();
while (performance.now() - began < Number(minutes) * 60_000) {
  const next = performance.now() + Math.min(60_000, Number(minutes) * 6000);
  for (; performance.now() < next; rounds++) await round();
  seen.push(look(rounds));
  console.log(JSON.stringify(seen.at(-1)));
}

const first = seen[0] as Left;
const half = seen[seen.length >> 1] as Left;
const last = seen.at(-1) as Left;
const perRound = growth(seen.slice(seen.length >> 1));
const wrong = [
  last.tensors !== first.tensors && `${last.tensors - first.tensors} tensors stay`,
  last.bytes !== first.bytes && `${last.bytes - first.bytes} bytes of tensors stay`,
  last.heapMB > MOST_GROWTH * half.heapMB &&
    `the heap goes on growing, from ${half.heapMB} to ${last.heapMB} MB`,
  perRound > MOST_PER_ROUND &&
    `each round leaves ${Math.round(perRound)} bytes of JavaScript behind`,
].filter(Boolean);
console.table(seen);
console.log(wrong.length > 0 ? wrong.join('\n') : 'Nothing stays.');
process.exit(wrong.length > 0 ? 1 : 0);
