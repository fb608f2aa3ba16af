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

/** [SIDE, SIDE], the first digit of a class. */
export function originalOf(digit: number): Float32Array {
  const { images, labels } = digits({ count: 60, seed: 3, size: SIDE, variety: 0.4 });
  const index = Math.max(0, labels.indexOf(digit));
  const image = images.subarray(index * SIDE * SIDE, (index + 1) * SIDE * SIDE);
  return image.map((ink) => PAPER + CONTRAST * ink);
}

/** Blurred, then shifted, brightened and made noisy; pixel values stay within 0 to 1. */
export function damaged(original: Float32Array, damage: Damage): Float32Array {
  const soft = damage.blur > 0 ? blurred(original, damage.blur) : original;
  return soft.map((_, i) => {
    const value = shifted(soft, i, damage.shift) + damage.brightness;
    return Math.min(1, Math.max(0, value + damage.noise * (grain[i] ?? 0)));
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
  const weights = Array.from({ length: 2 * reach + 1 }, (_, i) =>
    Math.exp(-((i - reach) ** 2) / (2 * sigma * sigma)),
  );
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const along = (from: Float32Array, dx: number, dy: number) =>
    from.map((_, i) => {
      const [x, y] = [i % SIDE, Math.floor(i / SIDE)];
      return weights.reduce((total, weight, k) => {
        const [nx, ny] = [x + dx * (k - reach), y + dy * (k - reach)];
        const inside = nx >= 0 && ny >= 0 && nx < SIDE && ny < SIDE;
        return total + (weight / sum) * (inside ? (from[ny * SIDE + nx] ?? PAPER) : PAPER);
      }, 0);
    });
  return along(along(image, 1, 0), 0, 1);
}

function makeGrain(): Float32Array {
  const random = new Random(11);
  return Float32Array.from({ length: SIDE * SIDE }, () => random.normal());
}
