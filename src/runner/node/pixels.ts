/** Decoded pictures, and the change from one number of channels to another. */
import { ScriptProblem } from '../errors/problem.ts';

/** Values 0 to 255, row by row, the channels of a pixel together: 1 grey, 2 grey and alpha, 3 RGB, 4 RGBA. */
export interface Pixels {
  width: number;
  height: number;
  channels: number;
  data: Uint8Array;
}

/** @param channels 0 keeps what the picture has. */
export function withChannels(pixels: Pixels, channels: number, allowed: readonly number[]): Pixels {
  if (channels !== 0 && !allowed.includes(channels)) {
    throw new ScriptProblem(
      `A picture of this kind can be decoded with ${allowed.join(', ')} channels (or 0 for its own), not ${channels}.`,
    );
  }
  if (channels === 0 || channels === pixels.channels) return pixels;
  const { width, height, data, channels: from } = pixels;
  const converted = new Uint8Array(width * height * channels);
  for (let i = 0; i < width * height; i++) {
    convertPixel(data.subarray(i * from, (i + 1) * from), converted, i * channels, channels);
  }
  return { width, height, channels, data: converted };
}

function convertPixel(from: Uint8Array, to: Uint8Array, at: number, channels: number): void {
  const [first = 0] = from;
  const isGrey = from.length < 3;
  const alpha = from.length % 2 === 0 ? (from.at(-1) ?? 255) : 255;
  const [red, green, blue] = isGrey ? [first, first, first] : [first, from[1] ?? 0, from[2] ?? 0];
  if (channels < 3) to[at] = luma(red, green, blue);
  else to.set([red, green, blue], at);
  if (channels % 2 === 0) to[at + channels - 1] = alpha;
}

/** ITU-R BT.601, as JPEG and TensorFlow have it. */
function luma(red: number, green: number, blue: number): number {
  return Math.round(0.299 * red + 0.587 * green + 0.114 * blue);
}
