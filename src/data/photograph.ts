/** Characters as a bad camera sees them: somewhere in a grey and noisy picture, light or dark. */
import type { Random } from './random.ts';

/** How much lighter or darker than its paper the ink is; 1 is as much as can be. */
const CONTRAST = [0.4, 1] as const;
/** Standard deviation of what is added to each pixel. */
const NOISE = 0.2;

/** Side of the square that holds a character, before it is placed in a picture of `size`. */
export function characterSide(size: number): number {
  return Math.round((20 / 28) * size);
}

/**
 * Places a character anywhere in a picture, and adds noise. Paper is 0; ink goes from −1, dark, to 1, light.
 * @param character [side, side], 0 to 1
 * @param picture [size, size], written to
 */
export function photograph(
  character: Float32Array,
  side: number,
  picture: Float32Array,
  size: number,
  random: Random,
): void {
  const [left, top] = [random.below(size - side + 1), random.below(size - side + 1)];
  const ink = random.between(...CONTRAST) * (random.chance(0.5) ? 1 : -1);
  for (let i = 0; i < picture.length; i++) picture[i] = random.normal(0, NOISE);
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const at = (top + y) * size + left + x;
      picture[at] = (picture[at] ?? 0) + ink * (character[y * side + x] ?? 0);
    }
  }
}
