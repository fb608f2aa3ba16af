/**
 * Fit a distribution, then sample from it
 * Learns where points are likely, as a mixture of Gaussians, and draws points that were never there.
 *
 * Data:   400 points of two moons, made by code, and 400 others to judge by
 * Expect: about 2 seconds; the log-likelihood rises at every step, and the new points lie along both moons
 * Try:    components = 2, then 40: which is too stiff for the moons, and which begins to learn points by heart?
 */
import * as tf from '@tensorflow/tfjs-node';
import { data, log, showMatrix, showPoints } from 'genai101';

// Hyperparameters --------------------------------------------------------------------------------
const components = 8; // Gaussians in the mixture
const mostSteps = 100; // of expectation and maximization
const enough = 1e-5; // nats a point: a step that gains less is the last one

// Data -------------------------------------------------------------------------------------------
type Point = [x: number, y: number];
const train = data.moons({ count: 400 }).points.arraySync() as Point[];
const test = data.moons({ count: 400, seed: 1000 }).points.arraySync() as Point[];

// Model ------------------------------------------------------------------------------------------
interface Gaussian {
  weight: number; // share of all points, 0 to 1; the weights of a mixture add up to 1
  mean: Point;
  covariance: [xx: number, xy: number, yy: number]; // symmetric: yx is xy
}

/** ln of weight · N(point; mean, covariance), in nats. */
function logDensity([x, y]: Point, { weight, mean, covariance: [xx, xy, yy] }: Gaussian): number {
  const determinant = xx * yy - xy * xy;
  const [dx, dy] = [x - mean[0], y - mean[1]];
  const distance = (yy * dx * dx - 2 * xy * dx * dy + xx * dy * dy) / determinant; // (x−μ)ᵀ Σ⁻¹ (x−μ)
  return Math.log(weight) - Math.log(2 * Math.PI) - (Math.log(determinant) + distance) / 2;
}

/** ln p(point): the densities of all components, added up. The largest is taken out first, so that none underflows. */
function logLikelihood(mixture: Gaussian[], point: Point): number {
  const logs = mixture.map((component) => logDensity(point, component));
  const largest = Math.max(...logs);
  return largest + Math.log(logs.reduce((sum, each) => sum + Math.exp(each - largest), 0));
}

const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const fitOf = (points: Point[]) => mean(points.map((point) => logLikelihood(mixture, point)));

/** Expectation: the share of each component in each point, by Bayes' rule. [points][components] */
function expect(): number[][] {
  return train.map((point) => {
    const total = logLikelihood(mixture, point);
    return mixture.map((component) => Math.exp(logDensity(point, component) - total));
  });
}

/** Maximization: weight, mean and covariance of the points, each counted by its share. */
function maximize(shares: number[][]): Gaussian[] {
  return mixture.map((_, k) => {
    const share = shares.map((row) => row[k] ?? 0);
    const total = share.reduce((sum, each) => sum + each, 0);
    const weighted = (value: (point: Point) => number) =>
      train.reduce((sum, point, i) => sum + (share[i] ?? 0) * value(point), 0) / total;
    const [mx, my] = [weighted(([x]) => x), weighted(([, y]) => y)];
    return {
      weight: total / train.length,
      mean: [mx, my],
      covariance: [
        weighted(([x]) => (x - mx) ** 2),
        weighted(([x, y]) => (x - mx) * (y - my)),
        weighted(([, y]) => (y - my) ** 2),
      ],
    };
  });
}

/** Ancestral sampling: first a component by its weight, then a point of it. */
function sample(): { point: Point; from: number } {
  let left = Math.random();
  const found = mixture.findIndex(({ weight }) => {
    left -= weight;
    return left < 0;
  });
  const from = Math.max(0, found);
  const { mean, covariance } = mixture[from] as Gaussian;
  const [a = 0, b = 0] = tf.tidy(() => tf.randomNormal([2]).dataSync()); // standard normal
  // With the triangle L of the covariance = L·Lᵀ (Cholesky), mean + L·(a, b) has just that covariance.
  const [xx, xy, yy] = covariance;
  const stretch = Math.sqrt(xx);
  const shear = xy / stretch;
  const y = mean[1] + shear * a + Math.sqrt(yy - shear * shear) * b;
  return { point: [mean[0] + stretch * a, y], from };
}

// Training ---------------------------------------------------------------------------------------
// Round Gaussians on points picked by chance.
let mixture: Gaussian[] = Array.from({ length: components }, () => {
  const picked = train[Math.floor(Math.random() * train.length)] as Point;
  return { weight: 1 / components, mean: picked, covariance: [0.1, 0, 0.1] };
});

let [before, now] = [Number.NEGATIVE_INFINITY, fitOf(train)];
for (let step = 0; step <= mostSteps && now - before > enough; step++) {
  await log({ 'log-likelihood': now, 'val_log-likelihood': fitOf(test) }, step);
  if (step % 5 === 0) showDensity(step);
  mixture = maximize(expect());
  [before, now] = [now, fitOf(train)];
}

/** The density on a grid of 61 × 61 places, −1.5 to 1.5, the upper left first. */
function showDensity(step: number): void {
  const places = Array.from({ length: 61 }, (_, i) => -1.5 + i / 20);
  const density = ([x, y]: Point) => Math.exp(logLikelihood(mixture, [x, y]));
  showMatrix(
    'density',
    places.map((y) => places.map((x) => density([x, -y]))),
    { step },
  );
}

// Result -----------------------------------------------------------------------------------------
showDensity(mostSteps);
const samples = Array.from({ length: 400 }, sample);
showPoints('learned from', train, { step: mostSteps });
const classes = samples.map(({ from }) => from);
showPoints(
  'new points',
  samples.map(({ point }) => point),
  { step: mostSteps, classes },
);
