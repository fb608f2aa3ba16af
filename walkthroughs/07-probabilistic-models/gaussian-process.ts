/**
 * A Gaussian process
 * Learns a function with its doubts: what it may be near the points seen and far from them; and draws such functions.
 *
 * Data:   14 noisy points along a wave, and 30 points that only say whether the wave is above 0 there
 * Expect: about 1 second; a band that is narrow at the points, and functions drawn within it
 * Try:    lengthScales = [0.05]: it then believes that a point tells nothing of its neighbours
 */
import * as tf from '@tensorflow/tfjs-node';
import { data, log, showCurve, showPoints } from 'genai101';

// Hyperparameters --------------------------------------------------------------------------------
const lengthScales = [0.1, 0.2, 0.3, 0.4, 0.6, 1]; // how far a point tells of its surroundings; the best is kept
const noise = 0.15; // standard deviation of what is added to each y
const jitter = 1e-6; // added to diagonals, so that rounding leaves them positive
const newtonSteps = 20; // on the way to the most probable function of the classifier

// Data -------------------------------------------------------------------------------------------
const points = data.wave({ count: 14, noise }); // x and y [14, 1]
const xs = points.x.flatten().arraySync();
const ys = points.y.flatten().arraySync();
const marks = data.wave({ count: 30, noise, seed: 1000 });
const places = marks.x.flatten().arraySync();
const classes = [...marks.y.greater(0).dataSync()]; // 1 above 0, else 0
const grid = Array.from({ length: 81 }, (_, i) => -1 + i / 40); // where to look at functions

// Model ------------------------------------------------------------------------------------------
let lengthScale = 1;
/** How alike the function is at two places, 0 to 1: the squared exponential kernel. */
const kernel = (a: number, b: number) => Math.exp(-(((a - b) / lengthScale) ** 2) / 2);
const kernelMatrix = (a: number[], b: number[]) => a.map((x) => b.map((each) => kernel(x, each)));
const dot = (a: number[], b: number[]) => a.reduce((sum, each, i) => sum + each * (b[i] ?? 0), 0);
const addDiagonal = (matrix: number[][], value: number) =>
  matrix.map((row, i) => row.map((each, j) => (i === j ? each + value : each)));

/** Cholesky: the lower triangle L with L·Lᵀ = matrix, row by row. */
function cholesky(matrix: number[][]): number[][] {
  const L: number[][] = [];
  for (const [i, row] of matrix.entries()) {
    const left = forward(L, row.slice(0, i));
    L.push([...left, Math.sqrt((row[i] ?? 0) - dot(left, left))]);
  }
  return L;
}

/** Solves L·x = b from the top down. */
function forward(L: number[][], b: number[]): number[] {
  const x: number[] = [];
  for (const [i, each] of b.entries()) x.push((each - dot(x, L[i] ?? [])) / (L[i]?.[i] ?? 1));
  return x;
}

/** Regression (Rasmussen and Williams 2006, algorithm 2.1): mean and covariance on the grid, and ln p(y). */
function regress() {
  const L = cholesky(addDiagonal(kernelMatrix(xs, xs), noise ** 2 + jitter));
  const solved = forward(L, ys);
  const V = kernelMatrix(grid, xs).map((near) => forward(L, near)); // [81, 14]
  const mean = V.map((v) => dot(v, solved));
  const prior = kernelMatrix(grid, grid);
  const covariance = prior.map((row, i) => row.map((k, j) => k - dot(V[i] ?? [], V[j] ?? [])));
  const logDiagonal = L.reduce((sum, row, i) => sum + Math.log(row[i] ?? 1), 0);
  const evidence = -dot(solved, solved) / 2 - logDiagonal - (xs.length / 2) * Math.log(2 * Math.PI);
  return { mean, covariance, evidence };
}

/** Functions drawn: mean + L·z has the covariance L·Lᵀ when z is standard normal. */
function draw(mean: number[], covariance: number[][]): number[] {
  const L = cholesky(addDiagonal(covariance, jitter));
  const z = tf.tidy(() => [...tf.randomNormal([mean.length]).dataSync()]);
  return mean.map((each, i) => each + dot(L[i] ?? [], z));
}

/** Classification by Laplace's approximation (algorithms 3.1 and 3.2): P(above 0) on the grid. */
function classify(): number[] {
  const sigmoid = (f: number) => 1 / (1 + Math.exp(-f));
  const K = addDiagonal(kernelMatrix(places, places), jitter);
  let f = places.map(() => 0); // the latent function at the points; its sigmoid is the probability
  for (let step = 0; ; step++) {
    const p = f.map(sigmoid);
    const root = p.map((each) => Math.sqrt(each * (1 - each))); // W½ of the curvature W
    const scaled = (b: number[]) => b.map((each, i) => each * (root[i] ?? 0));
    const WKW = K.map((row, i) => scaled(row).map((k) => k * (root[i] ?? 0)));
    const L = cholesky(addDiagonal(WKW, 1));
    const gradient = classes.map((y, i) => y - (p[i] ?? 0));
    if (step === newtonSteps) {
      return kernelMatrix(grid, places).map((near) => {
        const v = forward(L, scaled(near));
        const variance = 1 - dot(v, v);
        return sigmoid(dot(near, gradient) / Math.sqrt(1 + (Math.PI * variance) / 8)); // MacKay 1992
      });
    }
    // Newton's step: f = K b − Vᵀ V b, with V = L⁻¹ W½ K.
    const b = scaled(scaled(f)).map((each, i) => each + (gradient[i] ?? 0));
    const Kb = K.map((row) => dot(row, b));
    const Vb = forward(L, scaled(Kb));
    f = K.map((row, i) => (Kb[i] ?? 0) - dot(forward(L, scaled(row)), Vb));
  }
}

// Training ---------------------------------------------------------------------------------------
// The evidence ln p(y) is highest where the kernel fits neither too loosely nor too tightly.
let best = { lengthScale: 1, evidence: Number.NEGATIVE_INFINITY };
for (const [step, each] of lengthScales.entries()) {
  lengthScale = each;
  const { evidence } = regress();
  if (evidence > best.evidence) best = { lengthScale, evidence };
  await log({ evidence, 'length-scale': lengthScale, 'best length-scale': best.lengthScale }, step);
}
lengthScale = best.lengthScale;

// Result -----------------------------------------------------------------------------------------
const { mean, covariance } = regress();
const sigma = covariance.map((row, i) => Math.sqrt(Math.max(0, row[i] ?? 0)));
const band = (times: number) => mean.map((each, i) => each + times * (sigma[i] ?? 0));
showPoints(
  'points seen',
  xs.map((x, i) => [x, ys[i] ?? 0]),
);
showCurve('posterior', grid, { mean, 'mean + 2σ': band(2), 'mean − 2σ': band(-2) });
const flat = grid.map(() => 0);
const prior = () => draw(flat, kernelMatrix(grid, grid));
showCurve('functions of the prior', grid, { a: prior(), b: prior(), c: prior() });
const [a, b, c] = [1, 2, 3].map(() => draw(mean, covariance)) as [number[], number[], number[]];
showCurve('functions of the posterior', grid, { a, b, c });
showPoints(
  'above or below',
  places.map((x, i) => [x, classes[i] ?? 0]),
  { classes },
);
showCurve('probability of above', grid, { probability: classify() }, { yLabel: 'P(above 0)' });
