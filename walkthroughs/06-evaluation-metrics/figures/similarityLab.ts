/** One drawn digit and its damaged copies. Grey paper, so that a copy can be darker as well as brighter. */
import { digits } from '../../../src/data/digits.ts';
import { Random } from '../../../src/data/random.ts';
import { psnr } from '../../../src/metrics/psnr.ts';

export const SIDE = 56;
const PAPER = 0.3;
const CONTRAST = 0.4;
/** Decibels of the copies that are equally far from the original. */
export const SAME_PSNR = 20;

export interface Damage {
  /** Standard deviation of the blur, pixels. */
  blur: number;
  /** Standard deviation of the noise, of pixel values 0 to 1. */
  noise: number;
  /** To the right, pixels. */
  shift: number;
  /** Added to each pixel value. */
  brightness: number;
}

export const intact: Damage = { blur: 0, noise: 0, shift: 0, brightness: 0 };
export const most: Damage = { blur: 8, noise: 0.3, shift: 8, brightness: 0.3 };
export const kinds = ['blur', 'noise', 'shift', 'brightness'] as const;

const grain = makeGrain();

/** [SIDE, SIDE] */
export function originalOf(digit: number): Float32Array {
  const { images } = digits({ count: 1, seed: 3, size: SIDE, variety: 0.4, classes: [digit] });
  return images.map((ink) => PAPER + CONTRAST * ink);
}

/** Blurred, then shifted, brightened and made noisy; pixel values stay within 0 to 1. */
export function damaged(original: Float32Array, damage: Damage): Float32Array {
  const soft = damage.blur > 0 ? blurred(original, damage.blur) : original;
  return soft.map((pixel, i) => {
    const there = damage.shift === 0 ? pixel : shifted(soft, i, damage.shift);
    const value = there + damage.brightness + damage.noise * (grain[i] ?? 0);
    return Math.min(1, Math.max(0, value));
  });
}

/** As much of one kind of damage as leaves SAME_PSNR decibels. */
export function equallyFar(original: Float32Array, kind: keyof Damage): Damage {
  let [low, high] = [0, most[kind]];
  for (let round = 0; round < 14; round++) {
    const middle = (low + high) / 2;
    const copy = damaged(original, { ...intact, [kind]: middle });
    if (psnr(original, copy) > SAME_PSNR) low = middle;
    else high = middle;
  }
  return { ...intact, [kind]: Number(low.toPrecision(4)) };
}

/** Between two columns where the shift is not whole; the paper goes on beyond the border. */
function shifted(image: Float32Array, index: number, by: number): number {
  const from = (index % SIDE) - by;
  const column = Math.floor(from);
  const start = index - (index % SIDE);
  const at = (x: number) => (x < 0 || x >= SIDE ? PAPER : (image[start + x] ?? PAPER));
  return at(column) + (from - column) * (at(column + 1) - at(column));
}

function blurred(image: Float32Array, sigma: number): Float32Array {
  const reach = Math.ceil(3 * sigma);
  const weights = Float64Array.from({ length: 2 * reach + 1 }, (_, i) =>
    Math.exp(-((i - reach) ** 2) / (2 * sigma * sigma)),
  );
  const sum = weights.reduce((total, weight) => total + weight, 0);
  // Along rows, turned over, and again: so columns come to lie as rows, and back.
  return alongRows(alongRows(image, weights, sum), weights, sum);
}

/** Weighted means along each row, paper beyond its ends; rows become columns. */
function alongRows(image: Float32Array, weights: Float64Array, sum: number): Float32Array {
  const reach = (weights.length - 1) / 2;
  const row = new Float64Array(SIDE + 2 * reach).fill(PAPER);
  const turned = new Float32Array(image.length);
  for (let y = 0; y < SIDE; y++) {
    for (let x = 0; x < SIDE; x++) row[reach + x] = image[y * SIDE + x] ?? PAPER;
    for (let x = 0; x < SIDE; x++) {
      let total = 0;
      for (let k = 0; k < weights.length; k++) total += (weights[k] ?? 0) * (row[x + k] ?? 0);
      turned[x * SIDE + y] = total / sum;
    }
  }
  return turned;
}

function makeGrain(): Float32Array {
  const random = new Random(11);
  return Float32Array.from({ length: SIDE * SIDE }, () => random.normal());
}
