/**
 * Level generator
 * Learns by trial and error to dig mazes whose way out is as long as it is asked for.
 *
 * Data:   none; the agent digs, and its reward says how far each maze was from its target
 * Expect: about 5 seconds; nearly every level can be solved, and its way out is as long as asked
 * Try:    stuck = 0: what does the agent do when a level without a way out costs nothing?
 */
import * as tf from '@tensorflow/tfjs-node';
import { log, showImages, showPoints } from 'genai101';

// Hyperparameters --------------------------------------------------------------------------------
const side = 7; // rooms in a row
const [easiest, hardest] = [12, 36]; // targets: steps from start to exit; 12 is the shortest there is
const stuck = 20; // a level without a way out counts as this many steps off its target
const [rounds, levelsPerRound] = [60, 40];
const remembered = 8; // rounds that the agent learns from
const tolerance = 0.5; // steps: moves nearly as good as the best are chosen as often, for variety

// Data -------------------------------------------------------------------------------------------
// The environment: 7 × 7 rooms behind walls. The agent digs from the first room on, always into one that is
// untouched, until it comes to the last, the exit, or is stuck. Its reward, at the end: minus the steps off.
const [start, exit] = [0, side * side - 1];
const pick = <T>(all: readonly T[]) => all[Math.floor(all.length * Math.random())] as T;
const rowOf = (room: number) => Math.floor(room / side);
const isBeside = (a: number, b: number) =>
  Math.abs((a % side) - (b % side)) + Math.abs(rowOf(a) - rowOf(b)) === 1;
const rooms = Array.from({ length: side * side }, (_, room) => room);
const besides = rooms.map((room) => rooms.filter((other) => isBeside(room, other)));

/** What the agent sees of a move: what would be left to dig from there. */
function look(path: readonly number[], next: number, target: number): number[] {
  const steps = new Map([[next, 0]]); // to each untouched room, by breadth-first search
  for (const [room, far] of steps) {
    for (const other of besides[room] ?? []) {
      if (!steps.has(other) && !path.includes(other)) steps.set(other, far + 1);
    }
  }
  const toExit = steps.get(exit);
  if (toExit === undefined) return [0, 0, 0, 0, 1]; // the exit is walled off for good
  const spare = target - path.length - toExit; // steps to lose on the way; below 0: too long already
  const ways = [...steps.values()].filter((far) => far === 1).length;
  return [spare / 10, toExit / 10, steps.size / 40, ways / 3, 0];
}

// Model ------------------------------------------------------------------------------------------
// Value of a move: the reward to expect at the end, in tens of steps (afterstates, Sutton & Barto 6.8).
const { dense } = tf.layers;
const agent = tf.sequential({
  layers: [
    dense({ inputShape: [5], units: 32, activation: 'relu' }), // [moves, 32]
    dense({ units: 32, activation: 'relu' }),
    dense({ units: 1 }), // [moves, 1]
  ],
});
agent.compile({ optimizer: tf.train.adam(0.005), loss: 'meanSquaredError' });
const judge = (seen: number[][]) =>
  tf.tidy(() => [...(agent.predictOnBatch(tf.tensor2d(seen)) as tf.Tensor).dataSync()]);

// Training ---------------------------------------------------------------------------------------
/** Digs a level for each target, all of them a step at a time; a share of the moves is random. */
function dig(targets: number[], exploration: number) {
  const levels = targets.map((target) => ({ target, path: [start], seen: [] as number[][] }));
  for (let live = levels; live.length > 0; ) {
    const options = live.map(({ path, target }) => {
      const free = besides[path.at(-1) ?? start]?.filter((to) => !path.includes(to)) ?? [];
      return free.map((to) => ({ to, seen: look(path, to, target) }));
    });
    if (options.flat().length === 0) break;
    const values = judge(options.flat().map(({ seen }) => seen));
    live = live.filter(({ path, seen }, i) => {
      const valued = (options[i] ?? []).map((move) => ({ ...move, value: values.shift() ?? 0 }));
      const best = Math.max(...valued.map(({ value }) => value)) - tolerance / 10;
      const good = valued.filter(({ value }) => value >= best || Math.random() < exploration);
      if (good.length === 0) return false; // stuck
      const chosen = pick(good);
      path.push(chosen.to);
      seen.push(chosen.seen);
      return chosen.to !== exit;
    });
  }
  return levels.map(({ target, path, seen }) => {
    const [length, isSolvable] = [path.length - 1, path.at(-1) === exit];
    return { target, path, seen, length, miss: isSolvable ? Math.abs(length - target) : stuck };
  });
}

const memory: ReturnType<typeof dig> = [];
const targets = Array.from({ length: 13 }, (_, i) => easiest + ((hardest - easiest) / 12) * i);
for (let round = 0; round < rounds; round++) {
  const asked = Array.from({ length: levelsPerRound }, () => pick(targets));
  const levels = dig(asked, 0.3 * (1 - round / rounds));
  memory.push(...levels);
  memory.splice(0, memory.length - remembered * levelsPerRound); // an older agent's levels count no more
  const x = tf.tensor2d(memory.flatMap(({ seen }) => seen)); // [moves, 5]
  const y = tf.tensor1d(memory.flatMap(({ seen, miss }) => seen.map(() => -miss / 10))); // [moves]
  await agent.fit(x, y, { epochs: 2, batchSize: 128, verbose: 0 }); // Monte Carlo: towards what came
  tf.dispose([x, y]);
  const off = levels.reduce((sum, { miss }) => sum + miss, 0) / levelsPerRound;
  await log({ 'steps off the target': off }, round, rounds);
}

// Result -----------------------------------------------------------------------------------------
/** Rooms, passages and walls as pixels. Blind alleys lead into the rooms that are left, none to the exit. */
function draw(path: readonly number[]): tf.Tensor2D {
  const pixels = tf.buffer([2 * side + 1, 2 * side + 1]);
  const open = (a: number, b: number) =>
    pixels.set(1, 1 + rowOf(a) + rowOf(b), 1 + (a % side) + (b % side)); // halfway between the two
  const passages = path.map((room, i) => [path[i - 1] ?? room, room] as const);
  const reached = new Set(path);
  for (const room of reached) {
    for (const to of besides[room] ?? []) {
      if (room === exit || to === exit || reached.has(to)) continue;
      passages.push([room, to]);
      reached.add(to);
    }
  }
  for (const [a, b] of passages) for (const from of [a, b]) open(from, b);
  return pixels.toTensor() as tf.Tensor2D;
}
const asked = Array.from({ length: 91 }, (_, i) => targets[i % 13] ?? easiest);
const levels = dig(asked, 0);
const pictures = levels.map(({ path }) => draw(path));
showImages('levels', tf.stack(pictures), { columns: 13, labels: asked });
const solvable = levels.filter(({ path }) => path.at(-1) === exit);
const lengths = solvable.map(({ target, length }) => [target, length]);
showPoints('length asked and built', lengths);
