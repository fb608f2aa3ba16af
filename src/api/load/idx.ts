/** MNIST's files. */
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { type Idx, IdxError, parseIdx } from '../../data/idx.ts';
import * as tf from '../../engine/tf.ts';
import type { LabelledPictures } from '../data.ts';
import { GenAI101Error } from '../error.ts';
import { checkWhole } from '../whole.ts';
import { readBytes } from './files.ts';

export interface IdxOptions {
  /** Only the first so many; all where it is left out. */
  count?: number;
  /** Side to make the pictures, in pixels; their own where it is left out. */
  size?: number;
}

/**
 * Pictures and labels from two files in MNIST's IDX format, compressed (.gz) or not, in the shape of `data.digits`.
 * Relative paths start at the script's folder.
 *
 * ```ts
 * const train = await data.loadIdx('train-images-idx3-ubyte.gz', 'train-labels-idx1-ubyte.gz');
 * ```
 *
 * @returns images [count, height, width, 1], float32 from 0 to 1; labels [count], int32
 * @throws GenAI101Error when a file is missing, has another magic number, is cut off or too long, the two were
 *   swapped, or there are more pictures than labels: with the file, the byte, and what to do
 */
export async function loadIdx(
  images: string,
  labels: string,
  options: IdxOptions = {},
): Promise<LabelledPictures> {
  const call = `data.loadIdx('${images}', '${labels}')`;
  for (const [name, value] of Object.entries(options)) checkWhole(call, name, value);
  const pictures = await readIdx(call, images);
  const names = await readIdx(call, labels);
  checkShapes(call, [images, pictures], [labels, names]);
  const [all = 0, height = 0, width = 0] = pictures.shape;
  const count = Math.min(all, options.count ?? all);
  const values = Float32Array.from(
    { length: count * height * width },
    (_, i) => (pictures.values[i] ?? 0) / 255,
  );
  return {
    images: resized(tf.tensor4d(values, [count, height, width, 1]), options.size),
    labels: tf.tensor1d(
      Int32Array.from({ length: count }, (_, i) => names.values[i] ?? 0),
      'int32',
    ),
  };
}

async function readIdx(call: string, file: string): Promise<Idx> {
  const bytes = await readBytes(call, file);
  try {
    return parseIdx(isGzip(bytes) ? await unzip(call, file, bytes) : bytes);
  } catch (error) {
    if (error instanceof IdxError) throw new GenAI101Error(`${call}: ${file}: ${error.message}`);
    throw error;
  }
}

function isGzip([first, second]: Uint8Array): boolean {
  return first === 0x1f && second === 0x8b;
}

async function unzip(call: string, file: string, bytes: Uint8Array): Promise<Uint8Array> {
  return promisify(gunzip)(bytes).catch((error: unknown) => {
    const why = error instanceof Error ? error.message : String(error);
    throw new GenAI101Error(
      `${call}: ${file} (${bytes.length} bytes) cannot be decompressed (${why}). It was cut off or damaged: download it again.`,
    );
  });
}

function checkShapes(
  call: string,
  [imageFile, images]: readonly [string, Idx],
  [labelFile, labels]: readonly [string, Idx],
): void {
  const swapped = images.shape.length === 1 && labels.shape.length === 3;
  if (swapped) {
    throw new GenAI101Error(
      `${call}: ${imageFile} holds labels and ${labelFile} pictures. Swap the two: pictures first.`,
    );
  }
  if (images.shape.length !== 3 || images.shape.includes(0)) {
    throw new GenAI101Error(
      `${call}: ${imageFile} holds numbers of shape [${images.shape.join(', ')}], and pictures [count, height, width] are expected.`,
    );
  }
  if (labels.shape.length !== 1) {
    throw new GenAI101Error(
      `${call}: ${labelFile} holds numbers of shape [${labels.shape.join(', ')}], and labels [count] are expected.`,
    );
  }
  if (images.shape[0] === labels.shape[0]) return;
  throw new GenAI101Error(
    `${call}: ${images.shape[0]} pictures and ${labels.shape[0]} labels. Both must be of the same set (both train, or both t10k).`,
  );
}

function resized(images: tf.Tensor4D, size: number | undefined): tf.Tensor4D {
  if (size === undefined || (images.shape[1] === size && images.shape[2] === size)) return images;
  const result = tf.image.resizeBilinear(images, [size, size]);
  images.dispose();
  return result;
}
