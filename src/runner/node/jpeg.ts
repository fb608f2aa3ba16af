import jpeg from 'jpeg-js';
import { ScriptProblem } from '../errors/problem.ts';
import { type Pixels, withChannels } from './pixels.ts';

const MEMORY_MB = 2048;

/** @param ratio 1, 2, 4 or 8: the picture is made that many times smaller */
export function decodeJpegPixels(bytes: Uint8Array, ratio: number, tolerant: boolean): Pixels {
  const { width, height, data } = jpeg.decode(bytes, {
    useTArray: true,
    formatAsRGBA: false,
    tolerantDecoding: tolerant,
    maxMemoryUsageInMB: MEMORY_MB,
  });
  const colour: Pixels = { width, height, channels: 3, data };
  const own = isGrey(bytes) ? withChannels(colour, 1, [1]) : colour;
  return ratio === 1 ? own : shrink(own, ratio);
}

/** Whether the frame header names one component; the decoder itself always gives three. */
function isGrey(bytes: Uint8Array): boolean {
  for (let at = 2; at + 9 < bytes.length; ) {
    const marker = bytes[at + 1] ?? 0;
    // Start of frame: C0 to CF but for DHT (C4), JPG (C8) and DAC (CC).
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      return bytes[at + 9] === 1;
    }
    at += marker === 0xff ? 1 : 2 + (bytes[at + 2] ?? 0) * 256 + (bytes[at + 3] ?? 0);
  }
  return false;
}

/** Means of squares of pixels. */
function shrink({ width, height, channels, data }: Pixels, ratio: number): Pixels {
  if (![2, 4, 8].includes(ratio)) {
    throw new ScriptProblem(
      `A JPEG can be made smaller by 1, 2, 4 or 8 while decoding, not ${ratio}.`,
    );
  }
  const small = { width: Math.ceil(width / ratio), height: Math.ceil(height / ratio) };
  const means = new Uint8Array(small.width * small.height * channels);
  for (let y = 0; y < small.height; y++) {
    for (let x = 0; x < small.width; x++) {
      for (let c = 0; c < channels; c++) {
        means[(y * small.width + x) * channels + c] = mean(x * ratio, y * ratio, c);
      }
    }
  }
  return { ...small, channels, data: means };

  function mean(left: number, top: number, channel: number): number {
    let sum = 0;
    let count = 0;
    for (let y = top; y < Math.min(height, top + ratio); y++) {
      for (let x = left; x < Math.min(width, left + ratio); x++) {
        sum += data[(y * width + x) * channels + channel] ?? 0;
        count++;
      }
    }
    return Math.round(sum / count);
  }
}

/** @param quality 0 to 100 */
export function encodeJpegPixels(pixels: Pixels, quality: number): Uint8Array {
  const { width, height, data } = withChannels(pixels, 4, [4]);
  return Uint8Array.from(jpeg.encode({ width, height, data }, quality).data);
}
