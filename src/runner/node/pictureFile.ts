/** The pictures of a learner's own folder. */
import { ScriptProblem } from '../errors/problem.ts';
import { decodeBmpPixels } from './bmp.ts';
import { decodeGifFrames } from './gif.ts';
import { kindOf, read } from './images.ts';
import { decodeJpegPixels } from './jpeg.ts';
import { type Pixels, withChannels } from './pixels.ts';
import { decodePngPixels } from './png.ts';

/** The first frame of a PNG, JPEG, BMP or GIF file, told by its first bytes. */
export function decodePicture(bytes: Uint8Array, channels: 1 | 3): Pixels {
  return withChannels(decodeOwn(bytes), channels, [1, 3]);
}

function decodeOwn(bytes: Uint8Array): Pixels {
  switch (kindOf(bytes)) {
    case 'png':
      return read('PNG', () => decodePngPixels(bytes));
    case 'jpeg':
      return read('JPEG', () => decodeJpegPixels(bytes, 1, false));
    case 'bmp':
      return read('BMP', () => decodeBmpPixels(bytes));
    case 'gif': {
      const [frame] = read('GIF', () => decodeGifFrames(bytes));
      if (frame) return frame;
      throw new ScriptProblem('This GIF picture has no frames.');
    }
    default:
      throw new ScriptProblem('These bytes are no picture: expected a PNG, JPEG, BMP or GIF file.');
  }
}
