/** What digits and letters share: labelled images of handwritten characters. */
import { pickWriting, type Writing } from './glyphs/glyph.ts';
import { drawGlyph, usualHand } from './pen.ts';
import { Random } from './random.ts';

export interface CharacterOptions {
  /** How many images. */
  count: number;
  /** The same seed gives the same images, and the first n of them whatever the count. */
  seed: number;
  /** Side of an image in pixels; 28 where not given. */
  size?: number;
}

export interface LabelledImages {
  /** [count, size, size], one row after the other; 0 is paper, 1 is ink. */
  images: Float32Array;
  /** [count], the class of each image. */
  labels: Uint8Array;
}

/**
 * Draws characters in random order, each class about equally often.
 * @param writings the ways to write each class
 * @param classes which of them to draw
 */
export function drawCharacters(
  writings: readonly (readonly Writing[])[],
  classes: readonly number[],
  { count, seed, size = 28 }: CharacterOptions,
): LabelledImages {
  const random = new Random(seed);
  const images = new Float32Array(count * size * size);
  const labels = new Uint8Array(count);
  for (let i = 0; i < count; i++) {
    const label = random.pick(classes);
    labels[i] = label;
    const glyph = pickWriting(writings[label] ?? [], random.next());
    drawGlyph(images, i * size * size, size, glyph, usualHand, random);
  }
  return { images, labels };
}
