/** How much a picture looks like anything the network has seen. */

import { decibels } from '../../../src/metrics/psnr.ts';
import { PIXELS, similarTrainingDigits } from '../../../src/webview/kit/digitSet.ts';

export interface Nearest {
  label: number;
  pixels: Float32Array;
  /** PSNR in dB between the two. */
  likeness: number;
}

/** In dB. Where digits were encoded to, 95 % of the decoded pictures come this near to a training digit. */
export const CLEAR = 21;
/** Below this the eye finds no digit. */
export const HOLE = 19;

export function verdict({ label, likeness }: Nearest): string {
  if (likeness < HOLE) return 'A hole';
  return likeness < CLEAR ? `Rather like a ${label}` : `Like a ${label}`;
}

/** The training digit with the smallest squared difference. */
export function nearestDigit(picture: Float32Array): Nearest {
  const set = similarTrainingDigits();
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < set.count; i++) {
    const error = squaredError(set.images, i * PIXELS, picture, least);
    if (error >= least) continue;
    least = error;
    best = i;
  }
  const pixels = set.image(best);
  return { label: set.labels[best] ?? 0, pixels, likeness: decibels(least / PIXELS) };
}

/** Stops early where it exceeds the best so far: most pictures are out after a few rows. */
function squaredError(
  images: Float32Array,
  at: number,
  picture: Float32Array,
  enough: number,
): number {
  let sum = 0;
  for (let i = 0; i < PIXELS && sum < enough; i++) {
    const difference = (images[at + i] as number) - (picture[i] as number);
    sum += difference * difference;
  }
  return sum;
}
