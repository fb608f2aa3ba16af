/** What digits and letters share: labelled images of handwritten characters. */
import { pickWriting, type Writing } from './glyphs/glyph.ts';
import { drawGlyph, handOf } from './pen.ts';
import { characterSide, photograph } from './photograph.ts';
import { Random } from './random.ts';

export interface CharacterOptions {
  /** How many images. */
  count: number;
  /** The same seed gives the same images, and the first n of them whatever the count. */
  seed: number;
  /** Side of an image in pixels; 28 where not given. */
  size?: number;
  /** How much the hands differ: 0 is one neat hand, 1 (where not given) is everybody's. */
  variety?: number;
  /** As a bad camera sees them: anywhere in a noisy picture, lighter (to 1) or darker (to −1) than the paper, 0. */
  photographed?: boolean;
}

export interface LabelledImages {
  /** [count, size, size], one row after the other; 0 is paper, 1 is ink. */
  images: Float32Array;
  /** [count], the class of each image. */
  labels: Uint8Array;
}

export interface Characters extends LabelledImages {
  /** [count], how wide the pen was that wrote each, in pixels of the image. */
  thickness: Float32Array;
}

/**
 * Draws characters in random order, each class about equally often.
 * @param writings the ways to write each class
 * @param classes which of them to draw
 * @throws RangeError when `variety` is not in 0 to 1
 */
export function drawCharacters(
  writings: readonly (readonly Writing[])[],
  classes: readonly number[],
  { count, seed, size = 28, variety = 1, photographed = false }: CharacterOptions,
): Characters {
  if (!(variety >= 0 && variety <= 1)) {
    throw new RangeError(`variety goes from 0 to 1, and ${variety} is not within.`);
  }
  const random = new Random(seed);
  const hand = handOf(variety);
  const images = new Float32Array(count * size * size);
  const labels = new Uint8Array(count);
  const thickness = new Float32Array(count);
  for (let i = 0; i < count; i++) {
    const label = random.pick(classes);
    labels[i] = label;
    const glyph = pickWriting(writings[label] ?? [], random.next() * variety);
    const at = i * size * size;
    if (!photographed) {
      thickness[i] = drawGlyph(images, at, size, glyph, hand, random);
      continue;
    }
    const side = characterSide(size);
    const character = new Float32Array(side * side);
    thickness[i] = drawGlyph(character, 0, side, glyph, hand, random);
    photograph(character, side, images.subarray(at, at + size * size), size, random);
  }
  return { images, labels, thickness };
}
