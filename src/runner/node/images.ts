/** The picture functions of `tf.node`: same names, arguments, types and shapes as tfjs-node. */
import * as tf from '../../engine/tf.ts';
import { ScriptProblem } from '../errors/problem.ts';
import { decodeBmpPixels } from './bmp.ts';
import { decodeGifFrames } from './gif.ts';
import { decodeJpegPixels, encodeJpegPixels } from './jpeg.ts';
import { type Pixels, withChannels } from './pixels.ts';
import { decodePngPixels, encodePngPixels } from './png.ts';

/** @returns int32 [height, width, channels] */
export function decodePng(contents: Uint8Array, channels = 0, dtype = 'int32'): tf.Tensor3D {
  checkType(dtype);
  return toTensor(
    withChannels(
      read('PNG', () => decodePngPixels(contents)),
      channels,
      [1, 2, 3, 4],
    ),
  );
}

/** @returns int32 [height, width, 1 or 3] */
export function decodeJpeg(
  contents: Uint8Array,
  channels = 0,
  ratio = 1,
  _fancyUpscaling = true,
  tryRecoverTruncated = false,
): tf.Tensor3D {
  const pixels = read('JPEG', () => decodeJpegPixels(contents, ratio, tryRecoverTruncated));
  return toTensor(withChannels(pixels, channels, [1, 3]));
}

/** @returns int32 [height, width, channels] */
export function decodeBmp(contents: Uint8Array, channels = 0): tf.Tensor3D {
  return toTensor(
    withChannels(
      read('BMP', () => decodeBmpPixels(contents)),
      channels,
      [1, 3, 4],
    ),
  );
}

/** @returns int32 [frames, height, width, 3] */
export function decodeGif(contents: Uint8Array): tf.Tensor4D {
  const frames = read('GIF', () => decodeGifFrames(contents));
  return tf.tidy(() => tf.stack(frames.map(toTensor)) as tf.Tensor4D);
}

/** Any of the four, told by their first bytes; a GIF gives all its frames unless `expandAnimations` is false. */
export function decodeImage(
  contents: Uint8Array,
  channels = 0,
  dtype = 'int32',
  expandAnimations = true,
): tf.Tensor3D | tf.Tensor4D {
  checkType(dtype);
  switch (kindOf(contents)) {
    case 'png':
      return decodePng(contents, channels);
    case 'jpeg':
      return decodeJpeg(contents, channels);
    case 'bmp':
      return decodeBmp(contents, channels);
    case 'gif':
      return expandAnimations ? decodeGif(contents) : firstFrame(contents);
    default:
      throw new ScriptProblem('These bytes are no picture: expected a PNG, JPEG, BMP or GIF file.');
  }
}

/** @param image [height, width, 1 to 4], 0 to 255 */
export async function encodePng(image: tf.Tensor3D, compression = 1): Promise<Uint8Array> {
  return encodePngPixels(await toPixels(image, [1, 2, 3, 4]), compression);
}

/** @param image [height, width, 1 or 3], 0 to 255 */
export async function encodeJpeg(
  image: tf.Tensor3D,
  format: '' | 'grayscale' | 'rgb' = '',
  quality = 95,
): Promise<Uint8Array> {
  const allowed = { '': [1, 3], grayscale: [1], rgb: [3] }[format];
  return encodeJpegPixels(await toPixels(image, allowed), quality);
}

export function kindOf(bytes: Uint8Array): 'png' | 'jpeg' | 'bmp' | 'gif' | undefined {
  const start = String.fromCharCode(...bytes.subarray(0, 4));
  if (start === '\x89PNG') return 'png';
  if (start.startsWith('\xff\xd8\xff')) return 'jpeg';
  if (start === 'GIF8') return 'gif';
  return start.startsWith('BM') ? 'bmp' : undefined;
}

function firstFrame(contents: Uint8Array): tf.Tensor3D {
  const [frame] = read('GIF', () => decodeGifFrames(contents));
  if (!frame) throw new ScriptProblem('This GIF picture has no frames.');
  return toTensor(frame);
}

function checkType(dtype: string): void {
  if (dtype !== 'int32') throw new ScriptProblem(`Pictures are decoded as int32, not as ${dtype}.`);
}

/** What the decoders throw is for programmers; the learner needs to know that the file is at fault. */
export function read<T>(kind: string, decode: () => T): T {
  try {
    return decode();
  } catch (error) {
    if (error instanceof ScriptProblem) throw error;
    const why = error instanceof Error ? error.message : String(error);
    throw new ScriptProblem(`This is no whole ${kind} picture: ${why}`);
  }
}

function toTensor({ width, height, channels, data }: Pixels): tf.Tensor3D {
  return tf.tensor3d(Int32Array.from(data), [height, width, channels], 'int32');
}

async function toPixels(image: tf.Tensor3D, allowed: readonly number[]): Promise<Pixels> {
  const [height, width, channels] = image.shape;
  if (image.rank !== 3 || !allowed.includes(channels)) {
    throw new ScriptProblem(
      `A picture to encode has the shape [height, width, ${allowed.join(' or ')}], not [${image.shape}].`,
    );
  }
  return { width, height, channels, data: Uint8Array.from(await image.data()) };
}
