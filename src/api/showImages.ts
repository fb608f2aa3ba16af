import { GenAI101Error } from './error.ts';
import { type Numbers, readNumbers } from './numbers.ts';
import { type Pictures, readPictures } from './pixels.ts';
import { reporter } from './reporter.ts';
import { checkName, sampleStep } from './steps.ts';

export interface ShowImagesOptions {
  /** When; the step of the last `log` where it is left out. */
  step?: number;
  /** One caption a picture. */
  labels?: readonly (string | number)[] | Numbers;
  /** Pictures in a row of the grid; about as many as rows where it is left out. */
  columns?: number;
  /** What is black and what is white in numbers with fractions: [0, 1]; [-1, 1] for the output of a tanh. */
  range?: readonly [number, number];
}

/**
 * Shows pictures in the Samples view and keeps them in the gallery, step by step.
 *
 * ```ts
 * showImages('samples', decoder.predict(noise));
 * ```
 *
 * @param name what they are; pictures of one name form one filmstrip
 * @param images [batch, height, width], [batch, height, width, channels] with 1 (grey), 3 (RGB) or 4 (RGBA) channels,
 *   one picture [height, width, channels], or [batch, pixels] of square grey pictures.
 *   float32: 0 (black) to 1 (white), clipped; see `range`. int32: 0 to 255. The tensor is read and left alone.
 * @throws GenAI101Error when the shape is none of these, or labels and pictures differ in number
 */
export function showImages(name: string, images: Numbers, options: ShowImagesOptions = {}): void {
  const call = `showImages('${checkName('showImages', name)}', …)`;
  const pictures = readPictures(call, images, options.range);
  const columns = options.columns ?? Math.ceil(Math.sqrt(pictures.count));
  if (!Number.isInteger(columns) || columns < 1) {
    throw new GenAI101Error(`${call}: expected columns to be 1 or more, got ${columns}.`);
  }
  const { count, width, height, channels } = pictures;
  reporter().sample({
    type: 'images',
    name,
    step: sampleStep(call, name, options.step),
    width,
    height,
    columns: Math.min(columns, count),
    count,
    channels,
    labels: readLabels(call, options.labels, count),
    pixels: layOut(pictures, Math.min(columns, count)),
  });
}

function readLabels(
  call: string,
  labels: ShowImagesOptions['labels'],
  count: number,
): string[] | undefined {
  if (labels === undefined) return undefined;
  const texts = Array.isArray(labels)
    ? labels.map(String)
    : Array.from(readNumbers(call, 'labels', labels).values, String);
  if (texts.length === count) return texts;
  throw new GenAI101Error(`${call}: expected ${count} labels, one a picture, got ${texts.length}.`);
}

/** Lays the pictures out in one grid, row by row, without margins; what is left of the last row is black. */
function layOut({ count, width, height, channels, bytes }: Pictures, columns: number): Uint8Array {
  const line = width * channels;
  const grid = new Uint8Array(Math.ceil(count / columns) * height * columns * line);
  for (let i = 0; i < count; i++) {
    const top = Math.floor(i / columns) * height;
    const left = (i % columns) * line;
    for (let y = 0; y < height; y++) {
      const from = (i * height + y) * line;
      grid.set(bytes.subarray(from, from + line), (top + y) * columns * line + left);
    }
  }
  return grid;
}
