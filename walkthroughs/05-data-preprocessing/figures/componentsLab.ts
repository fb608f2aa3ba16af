/** What the figure of the principal components shows: a cloud of houses, and digits taken apart. */
import { houses } from '../../../src/data/houses.ts';
import { PIXELS, testDigits, trainingDigits } from '../../../src/webview/kit/digitSet.ts';
import {
  type PrincipalComponents,
  principalComponents,
  project,
  restore,
} from '../../../src/webview/kit/maths/principalComponents.ts';
import type { Position } from '../../../src/webview/kit/plane.tsx';

export const MOST = 40;
const POINTS = 80;

/** Standardized area and price of houses: two columns that say much of the same. */
export const cloud: readonly Position[] = standardizedHouses();

/** Variance of the cloud's shadow on a line through the centre, [0, 2]: the two directions together have 2. */
export function varianceAlong(angle: number): number {
  const squares = cloud.map(([x, y]) => (x * Math.cos(angle) + y * Math.sin(angle)) ** 2);
  return squares.reduce((sum, square) => sum + square, 0) / cloud.length;
}

/** The share of the whole variance that lies along the line. */
export function shareAlong(angle: number): number {
  return varianceAlong(angle) / (varianceAlong(0) + varianceAlong(Math.PI / 2));
}

/** Both columns have a variance of 1 and rise together, so the first component lies halfway between them. */
export const BEST_ANGLE = Math.PI / 4;

export class DigitParts {
  readonly components: PrincipalComponents;
  /** Share of the variance that the first k components explain, k from 0 to 40. */
  readonly explained: readonly number[];

  constructor() {
    const { images, count } = trainingDigits();
    this.components = principalComponents(images, PIXELS, MOST);
    this.explained = explainedBy(this.components, images, count);
  }

  /** The numbers of a test digit, and what the first k of them give back. */
  take(index: number, k: number) {
    const picture = testDigits().image(index);
    const numbers = project(this.components, picture);
    return { picture, numbers, rebuilt: restore(this.components, numbers, k) };
  }
}

function explainedBy(model: PrincipalComponents, images: Float32Array, count: number): number[] {
  const variances = new Float64Array(MOST);
  let total = 0;
  for (let n = 0; n < count; n++) {
    const picture = images.subarray(n * PIXELS, (n + 1) * PIXELS);
    picture.forEach((value, i) => {
      total += (value - (model.mean[i] ?? 0)) ** 2;
    });
    project(model, picture).forEach((number, k) => {
      variances[k] = (variances[k] ?? 0) + number * number;
    });
  }
  let sum = 0;
  return [0, ...Array.from(variances, (variance) => (sum += variance / total))];
}

function standardizedHouses(): Position[] {
  const { features, prices } = houses({ count: POINTS, seed: 4 });
  const areas = standardized(Array.from(prices, (_, i) => features[4 * i] ?? 0));
  const worth = standardized(Array.from(prices));
  return areas.map((area, i) => [area, worth[i] ?? 0]);
}

function standardized(values: readonly number[]): number[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return values.map((value) => (value - mean) / Math.sqrt(variance));
}
