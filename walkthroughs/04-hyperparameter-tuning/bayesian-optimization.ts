/**
 * Bayesian optimization
 * Learns from all trials so far where the next one promises most, and needs fewer of them than random search.
 *
 * Data:   40 points on a wave without noise, made by code; 200 others to validate with
 * Expect: about 15 seconds; half as many trials as random search had are enough to be as good
 * Try:    set `firstTrials` to 15: what are the last five still good for?
 */
import * as tf from '@tensorflow/tfjs-node';
import { data, log, showMatrix, trials } from 'genai101';

// Hyperparameters --------------------------------------------------------------------------------
const searches = 10; // of each method: a single one may be lucky
const randomTrials = 40; // of each random search
const bayesianTrials = 20; // of each Bayesian optimization
const firstTrials = 5; // of these drawn at random: a model needs something to begin with
const noise = 0.001; // variance of a loss that its place does not explain
const [units, steps] = [32, 100]; // of the small network that a trial trains

// Data -------------------------------------------------------------------------------------------
const train = data.wave({ count: 40, noise: 0 }); // x and y [40, 1]
const validation = data.wave({ count: 200, noise: 0, seed: 1000 }); // never trained on

// Model ------------------------------------------------------------------------------------------
type Hyperparameters = { learningRate: number; scale: number; method: string; search: number };

/** Trains a network of one hidden layer, whose first weights are as large as `scale` says: one trial. */
const evaluate = trials(
  async ({ learningRate, scale }: Hyperparameters) => {
    // The same first weights in every trial, but for their scale: only the hyperparameters make a difference.
    const [w1, b1] = [weights([1, units], scale, 1), weights([1, units], scale, 2)];
    const [w2, b2] = [weights([units, 1], 1 / Math.sqrt(units), 3), tf.variable(tf.zeros([1]))];
    const predict = (x: tf.Tensor) => x.matMul(w1).add(b1).tanh().matMul(w2).add(b2);
    const loss = ({ x, y }: typeof train) => predict(x).sub(y).square().mean();

    const optimizer = tf.train.adam(learningRate);
    for (let step = 0; step < steps; step++) {
      const cost = optimizer.minimize(() => loss(train) as tf.Scalar, true);
      if (cost && step % 20 === 0) await log({ loss: cost }, step);
    }
    return loss(validation);
  },
  { measure: 'validation loss' },
);

function weights(shape: [number, number], scale: number, seed: number): tf.Variable {
  return tf.variable(tf.randomNormal(shape, 0, scale, 'float32', seed));
}

// Training ---------------------------------------------------------------------------------------
type Place = number[]; // learning rate and scale, both from 0 to 1
type History = { places: Place[]; losses: number[] }; // logarithms: losses run over orders of magnitude

const anywhere = (): Place => [Math.random(), Math.random()];
const sum = (all: number[]) => all.reduce((total, each) => total + each, 0);
const dot = (a: number[], b: number[]) => sum(b.map((each, i) => each * (a[i] ?? 0)));

/** Solves L·x = b for a lower triangle L, from top to bottom. */
function solve(L: number[][], b: number[]): number[] {
  const x: number[] = [];
  for (const [i, row] of L.entries()) x.push(((b[i] ?? 0) - dot(row, x)) / (row[i] ?? 1));
  return x;
}

/** A Gaussian process, given places and their losses; `lengths` say how far a trial tells of its surroundings. */
function condition(places: Place[], ys: number[], lengths: Place) {
  const kernel = (a: Place, b: Place) => {
    // How alike two losses are expected to be: 1 at the same place, 0 far away (Matérn, ν = 5/2).
    const d = Math.sqrt(5 * sum(a.map((u, i) => ((u - (b[i] ?? 0)) / (lengths[i] ?? 1)) ** 2)));
    return (1 + d + d ** 2 / 3) * Math.exp(-d);
  };
  const to = (place: Place) => places.map((other) => kernel(other, place)); // [trials]
  const L: number[][] = []; // the lower triangle with L·Lᵀ = K + noise, row by row (Cholesky)
  for (const place of places) {
    const left = solve(L, to(place));
    L.push([...left, Math.sqrt(1 + noise - dot(left, left))]);
  }
  const z = solve(L, ys);
  const likelihood = -dot(z, z) / 2 - sum(L.map((row) => Math.log(row.at(-1) ?? 1))); // its logarithm
  const guess = (place: Place, near = solve(L, to(place))) => {
    return { mean: dot(near, z), deviation: Math.sqrt(Math.max(1e-9, 1 - dot(near, near))) };
  };
  return { likelihood, guess };
}

/** By how much each place is expected to come out below the best loss so far. */
function expectedImprovement({ places, losses }: History): (place: Place) => number {
  const mean = sum(losses) / losses.length;
  const spread = Math.sqrt(sum(losses.map((y) => (y - mean) ** 2)) / losses.length) || 1;
  const ys = losses.map((y) => (y - mean) / spread); // the process expects numbers around 0
  const lengths = Array.from({ length: 60 }, () => anywhere().map((u) => 0.25 * 8 ** u)); // 0.25 to 2
  const fits = lengths.map((each) => condition(places, ys, each)); // the likeliest is believed:
  const { guess } = fits.reduce((best, fit) => (fit.likelihood > best.likelihood ? fit : best));
  return (place) => {
    const { mean, deviation } = guess(place);
    const z = (Math.min(...ys) - mean) / deviation;
    const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI); // standard normal
    const below = 1 / (1 + Math.exp(-0.07056 * z ** 3 - 1.5976 * z)); // its integral (Bowling et al. 2009)
    return deviation * (z * below + density);
  };
}

const marks = Array.from({ length: 31 }, (_, i) => i / 30);

function mostPromising(history: History, search: number): Place {
  const improvement = expectedImprovement(history);
  const map = marks.map((v) => marks.map((u) => improvement([u, 1 - v]))); // scales grow upwards
  if (search === 0) showMatrix('expected improvement', map, { step: history.losses.length + 1 });
  const best = map.flat().indexOf(Math.max(...map.flat()));
  return [(best % 31) / 30, 1 - Math.floor(best / 31) / 30];
}

/** All searches of a method: each decides trial by trial, but those of a round run in parallel. */
async function run(method: string, count: number, choose: typeof mostPromising): Promise<void> {
  const histories = Array.from({ length: searches }, (): History => ({ places: [], losses: [] }));
  for (let trial = 1; trial <= count; trial++) {
    const round = histories.map(async (history, search) => {
      const [u = 0, v = 0] = choose(history, search);
      // Rates from 0.0001 to 1, scales from 0.3 to 30: each order of magnitude counts alike.
      const values = { learningRate: 10 ** (4 * u - 4), scale: 10 ** (2 * v - 0.5) };
      const loss = await evaluate({ ...values, method, search });
      history.places.push([u, v]);
      history.losses.push(Math.log(loss || 1)); // what diverged is as bad as any
      return Math.min(...history.losses);
    });
    const bests = (await Promise.all(round)).sort((a, b) => a - b);
    await log({ [method]: Math.exp(bests[searches / 2] ?? Number.NaN) }, trial); // the one in the middle
  }
}

// Result -----------------------------------------------------------------------------------------
await run('random', randomTrials, anywhere);
await run('Bayesian', bayesianTrials, (history, search) =>
  history.losses.length < firstTrials ? anywhere() : mostPromising(history, search),
);
