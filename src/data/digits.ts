/** Handwritten digits, drawn by code. */
import { digitWritings } from './glyphs/digitGlyphs.ts';
import { pickWriting } from './glyphs/glyph.ts';
import { drawGlyph, usualHand } from './pen.ts';
import { Random } from './random.ts';

export interface DigitsOptions {
  /** How many images. */
  count: number;
  /** The same seed gives the same images, and the first n of them whatever the count. */
  seed: number;
  /** Side of an image in pixels; 28 where not given. */
  size?: number;
  /** Which digits; all ten where not given. */
  classes?: readonly number[];
}

export interface LabelledImages {
  /** [count, size, size], one row after the other; 0 is paper, 1 is ink. */
  images: Float32Array;
  /** [count], the class of each image. */
  labels: Uint8Array;
}

/**
 * Grey images of handwritten digits, framed as in MNIST: about 20 of 28 pixels, the centre of mass in the middle.
 * Classes come in random order, about equally often.
 * @throws RangeError when `classes` names something else than the digits 0 to 9
 */
export function digits({ count, seed, size = 28, classes }: DigitsOptions): LabelledImages {
  const wanted = classes ?? [...digitWritings.keys()];
  const random = new Random(seed);
  const images = new Float32Array(count * size * size);
  const labels = new Uint8Array(count);
  for (let i = 0; i < count; i++) {
    const label = random.pick(wanted);
    const writings = digitWritings[label];
    if (!writings) throw new RangeError(`There is no digit ${label}; the digits are 0 to 9.`);
    labels[i] = label;
    const glyph = pickWriting(writings, random.next());
    drawGlyph(images, i * size * size, size, glyph, usualHand, random);
  }
  return { images, labels };
}
