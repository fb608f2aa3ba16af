/** How much a picture looks like anything the network has seen. */

import { decibels } from '../../../src/metrics/psnr.ts';
import { PIXELS, similarTrainingDigits } from '../../../src/webview/kit/digitSet.ts';
import { NearestPicture } from '../../../src/webview/kit/nearestPicture.ts';

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

let training: NearestPicture | undefined;

/** The training digit with the smallest squared difference. */
export function nearestDigit(picture: Float32Array): Nearest {
  const set = similarTrainingDigits();
  training ??= new NearestPicture(set.images, PIXELS);
  const { index, squares } = training.of(picture);
  return {
    label: set.labels[index] ?? 0,
    pixels: set.image(index),
    likeness: decibels(squares / PIXELS),
  };
}
