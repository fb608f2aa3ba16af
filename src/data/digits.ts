/** Handwritten digits, drawn by code. */
import { type CharacterOptions, type Characters, drawCharacters } from './characters.ts';
import { digitWritings } from './glyphs/digitGlyphs.ts';

export interface DigitsOptions extends CharacterOptions {
  /** Which digits; all ten where not given. */
  classes?: readonly number[];
}

/**
 * Grey images of handwritten digits, framed as in MNIST: about 20 of 28 pixels, the centre of mass in the middle.
 * Digits come in random order, about equally often; labels are 0 to 9.
 * @throws RangeError when `classes` names something else than the digits 0 to 9
 */
export function digits({ classes, ...options }: DigitsOptions): Characters {
  const wrong = classes?.find((digit) => !digitWritings[digit]);
  if (wrong !== undefined) {
    throw new RangeError(`There is no digit ${wrong}; the digits are 0 to 9.`);
  }
  return drawCharacters(digitWritings, classes ?? [...digitWritings.keys()], options);
}
