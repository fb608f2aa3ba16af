/** Handwritten capital letters, drawn by code. */
import { type CharacterOptions, type Characters, drawCharacters } from './characters.ts';
import { letterWritings } from './glyphs/letterGlyphs.ts';

export interface LettersOptions extends CharacterOptions {
  /** Which letters, for example 'AEK'; all of A to Z where not given. */
  classes?: string;
}

/**
 * Grey images of handwritten capital letters, drawn and framed like the digits.
 * Letters come in random order, about equally often; labels are 0 for A to 25 for Z.
 * @throws RangeError when `classes` is empty or holds something else than the letters A to Z
 */
export function letters({ classes, ...options }: LettersOptions): Characters {
  if (classes !== undefined && !/^[A-Z]+$/.test(classes)) {
    throw new RangeError(
      `There are no letters “${classes}”; write capitals A to Z, such as 'AEK'.`,
    );
  }
  const wanted = classes ? Array.from(classes, labelOf) : [...letterWritings.keys()];
  return drawCharacters(letterWritings, wanted, options);
}

function labelOf(letter: string): number {
  return letter.charCodeAt(0) - 'A'.charCodeAt(0);
}
