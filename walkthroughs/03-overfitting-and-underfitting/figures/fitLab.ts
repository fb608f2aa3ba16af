/** Polynomials of every degree on a noisy wave: their curves, their errors, and how they vary from sample to sample. */
import { Random } from '../../../src/data/random.ts';
import { type Wave, wave, waveAt } from '../../../src/data/wave.ts';
import { type Basis, fitsAt, leastSquares, orthonormalBasis } from './polynomials.ts';
import { GRID } from './waveSet.ts';

export const COUNT = 20;
export const NOISE = 0.3;
export const MAX_DEGREE = 15;
const VALIDATION_SEED = 1000;

export interface Decomposition {
  /** Mean square of what the average fit misses of the truth. */
  bias: number;
  /** Mean square of what single fits differ from their average. */
  variance: number;
}

const validation = wave({ count: 200, seed: VALIDATION_SEED, noise: NOISE });
/** Where bias and variance are measured: the x of every fourth validation point. */
const places = validation.x.filter((_, i) => i % 4 === 0);

export class FitLab {
  readonly points: Wave;
  readonly #basis: Basis;
  readonly #coefficients: Float64Array;

  /** @param moved y of points that the learner has dragged, by index; NaN where it stays */
  constructor(seed: number, moved: readonly number[] = []) {
    const drawn = wave({ count: COUNT, seed, noise: NOISE });
    const y = drawn.y.map((value, i) => (Number.isFinite(moved[i]) ? Number(moved[i]) : value));
    this.points = { x: drawn.x, y };
    this.#basis = orthonormalBasis(drawn.x, MAX_DEGREE);
    this.#coefficients = leastSquares(this.#basis, y);
  }

  curve(degree: number): number[] {
    return curveOf(this.#basis, this.#coefficients, degree);
  }

  /** Mean squared error of each degree. */
  errors(on: 'training' | 'validation'): number[] {
    const { x, y } = on === 'training' ? this.points : validation;
    const sums = new Float64Array(this.#basis.size);
    x.forEach((at, i) => {
      fitsAt(this.#basis.at(at), this.#coefficients).forEach((value, degree) => {
        sums[degree] = (sums[degree] ?? 0) + (value - (y[i] ?? 0)) ** 2 / x.length;
      });
    });
    return [...sums];
  }

  /** Fits to other samples: new noise on the same x. */
  resampled(degree: number, count: number): number[][] {
    return this.#samples(count).map((coefficients) => curveOf(this.#basis, coefficients, degree));
  }

  /**
   * Bias² and variance of each degree at new points, exact: least squares is linear in y, so the average fit is the
   * fit to the truth, and each coefficient varies as much as the noise.
   */
  decompose(): Decomposition[] {
    const average = leastSquares(this.#basis, this.points.x.map(waveAt));
    const sums = Array.from({ length: this.#basis.size }, () => ({ bias: 0, variance: 0 }));
    for (const at of places) {
      const basisAt = this.#basis.at(at);
      const means = fitsAt(basisAt, average);
      let spread = 0;
      sums.forEach((sum, degree) => {
        spread += NOISE ** 2 * (basisAt[degree] ?? 0) ** 2;
        sum.bias += ((means[degree] ?? 0) - waveAt(at)) ** 2 / places.length;
        sum.variance += spread / places.length;
      });
    }
    return sums;
  }

  #samples(count: number): Float64Array[] {
    return Array.from({ length: count }, (_, sample) => {
      const random = new Random(5000 + sample);
      const y = this.points.x.map((at) => waveAt(at) + NOISE * random.normal());
      return leastSquares(this.#basis, y);
    });
  }
}

function curveOf(basis: Basis, coefficients: Float64Array, degree: number): number[] {
  return GRID.map((x) => fitsAt(basis.at(x), coefficients)[degree] ?? 0);
}
