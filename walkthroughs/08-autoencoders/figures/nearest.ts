/** How much a picture looks like anything the network has seen. */
import { meanSquaredError, psnr } from '../../../src/webview/kit/maths/scores.ts';
import { trainingDigits } from './digitSet.ts';

export interface Nearest {
  label: number;
  pixels: Float32Array;
  /** PSNR in dB between the two. */
  likeness: number;
}

/** Below this, the eye finds no digit either. */
export const HOLE = 13.5;

/** The training digit with the smallest squared difference. */
export function nearestDigit(picture: Float32Array): Nearest {
  const set = trainingDigits();
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < set.count; i++) {
    const error = meanSquaredError(set.image(i), picture);
    if (error >= least) continue;
    least = error;
    best = i;
  }
  return { label: set.labels[best] ?? 0, pixels: set.image(best), likeness: psnr(least) };
}
