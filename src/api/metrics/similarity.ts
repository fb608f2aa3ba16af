/** How alike two pictures are, pixel by pixel or by structure. */
import { psnr as psnrOf } from '../../metrics/psnr.ts';
import { ssimMap, ssim as ssimOf } from '../../metrics/ssim.ts';
import { GenAI101Error } from '../error.ts';
import type { Numbers } from '../numbers.ts';
import { type GreyPictures, inCall, readGreyPictures } from './read.ts';

export interface SimilarityOptions {
  /** The largest value that a pixel can have; 1 where it is left out. */
  peak?: number;
}

/**
 * Peak signal-to-noise ratio in dB, mean over the pictures: 10 log₁₀(peak² / mean squared error). About 20 is poor,
 * 40 hard to tell apart; infinite where nothing differs.
 * @param originals [count, height, width, 1]
 * @param copies of the same shape
 * @throws GenAI101Error when the shapes differ, or are not those of grey pictures
 */
export function psnr(originals: Numbers, copies: Numbers, options: SimilarityOptions = {}): number {
  return meanOver('metrics.psnr', originals, copies, (a, b) => psnrOf(a, b, options.peak));
}

/**
 * Structural similarity (Wang et al. 2004), mean over the pictures, −1 to 1; 1 where nothing differs. A Gaussian window
 * of 11 × 11 pixels (σ 1.5), K1 = 0.01, K2 = 0.03, and only windows that lie wholly inside.
 * @param originals [count, height, width, 1], at least 11 × 11 pixels
 * @param copies of the same shape
 * @throws GenAI101Error when the shapes differ, or are not those of grey pictures
 */
export function ssim(originals: Numbers, copies: Numbers, options: SimilarityOptions = {}): number {
  return meanOver('metrics.ssim', originals, copies, (a, b, width) =>
    ssimOf(a, b, width, options.peak),
  );
}

/**
 * The similarity in the window around each pixel, of one picture.
 * @param original [1, height, width, 1]
 * @param copy of the same shape
 * @returns [height − 10][width − 10]
 * @throws GenAI101Error when the shapes differ, or there is more than one picture
 */
export function similarityMap(
  original: Numbers,
  copy: Numbers,
  options: SimilarityOptions = {},
): number[][] {
  const call = 'metrics.similarityMap';
  const [a, b] = readPair(call, original, copy);
  if (a.count !== 1) throw new GenAI101Error(`${call}: expected one picture, got ${a.count}.`);
  const map = inCall(call, () => ssimMap(a.values, b.values, a.width, options.peak));
  return Array.from({ length: map.height }, (_, y) =>
    Array.from(map.values.subarray(y * map.width, (y + 1) * map.width)),
  );
}

function meanOver(
  call: string,
  originals: Numbers,
  copies: Numbers,
  measure: (a: Float32Array, b: Float32Array, width: number) => number,
): number {
  const [a, b] = readPair(call, originals, copies);
  const size = a.height * a.width;
  let sum = 0;
  for (let start = 0; start < a.values.length; start += size) {
    const [one, other] = [a, b].map(({ values }) => values.subarray(start, start + size));
    if (one && other) sum += inCall(call, () => measure(one, other, a.width));
  }
  return sum / a.count;
}

function readPair(call: string, a: Numbers, b: Numbers): [GreyPictures, GreyPictures] {
  const originals = readGreyPictures(call, 'originals', a);
  const copies = readGreyPictures(call, 'copies', b);
  const sizes = [originals, copies].map(({ count, height, width }) =>
    [count, height, width].join(' × '),
  );
  if (sizes[0] === sizes[1]) return [originals, copies];
  throw new GenAI101Error(
    `${call}: expected copies of the originals' size, got ${sizes.join(' and ')}.`,
  );
}
