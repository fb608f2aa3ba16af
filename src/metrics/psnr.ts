/** Mean squared error, and the same in decibels: how far a picture is from its original, pixel by pixel. */

/** @throws RangeError when the pictures differ in size, or are empty */
export function meanSquaredError(original: ArrayLike<number>, copy: ArrayLike<number>): number {
  if (original.length !== copy.length || original.length === 0) {
    throw new RangeError(
      `two pictures of one size are compared, not ${original.length} pixels with ${copy.length}.`,
    );
  }
  let squares = 0;
  for (let i = 0; i < original.length; i++) {
    squares += ((original[i] ?? 0) - (copy[i] ?? 0)) ** 2;
  }
  return squares / original.length;
}

/**
 * Peak signal-to-noise ratio in dB: 10 log₁₀(peak² / mean squared error). Infinite where nothing differs.
 * @param peak the largest value that a pixel can have
 * @throws RangeError when the pictures differ in size, or are empty
 */
export function psnr(original: ArrayLike<number>, copy: ArrayLike<number>, peak = 1): number {
  return decibels(meanSquaredError(original, copy), peak);
}

/** The PSNR of a mean squared error. */
export function decibels(meanSquaredError: number, peak = 1): number {
  return 10 * Math.log10(peak ** 2 / meanSquaredError);
}
