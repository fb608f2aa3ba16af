import { ScriptProblem } from '../errors/problem.ts';
import type { Pixels } from './pixels.ts';

const NONE = 0;
const BIT_FIELDS = 3;

/** Windows bitmaps without compression: 8 bits with a palette, 24 and 32 bits; bottom-up and top-down. */
export function decodeBmpPixels(bytes: Uint8Array): Pixels {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 54) throw new ScriptProblem('This BMP picture is cut off in its header.');
  const width = view.getInt32(18, true);
  const signedHeight = view.getInt32(22, true);
  const bits = view.getUint16(28, true);
  const compression = view.getUint32(30, true);
  if (![8, 24, 32].includes(bits) || (compression !== NONE && compression !== BIT_FIELDS)) {
    throw new ScriptProblem(
      `A BMP picture of ${bits} bits${compression === NONE ? '' : ', compressed,'} cannot be decoded: only plain ones of 8, 24 or 32 bits.`,
    );
  }
  const height = Math.abs(signedHeight);
  const start = view.getUint32(10, true);
  const rowBytes = Math.ceil((width * bits) / 32) * 4;
  if (width <= 0 || bytes.length < start + rowBytes * height) {
    throw new ScriptProblem('This BMP picture is cut off.');
  }
  const palette = bits === 8 ? bytes.subarray(14 + view.getUint32(14, true), start) : undefined;
  const channels = palette ? (isGrey(palette) ? 1 : 3) : bits / 8;
  const data = new Uint8Array(width * height * channels);
  for (let y = 0; y < height; y++) {
    const row = signedHeight > 0 ? height - 1 - y : y;
    const source = bytes.subarray(start + row * rowBytes, start + (row + 1) * rowBytes);
    for (let x = 0; x < width; x++) {
      const pixel = palette ? colour(palette, source[x] ?? 0) : source.subarray((x * bits) / 8);
      writePixel(data, (y * width + x) * channels, channels, pixel);
    }
  }
  return { width, height, channels, data };
}

/** Palette entries are blue, green, red, unused. */
function colour(palette: Uint8Array, index: number): Uint8Array {
  return palette.subarray(index * 4, index * 4 + 4);
}

function isGrey(palette: Uint8Array): boolean {
  return palette.every((value, i) => i % 4 === 3 || value === palette[i - (i % 4)]);
}

/** From blue, green, red(, alpha). */
function writePixel(data: Uint8Array, at: number, channels: number, pixel: Uint8Array): void {
  const [blue = 0, green = 0, red = 0, alpha = 255] = pixel;
  data.set([red, green, blue, alpha].slice(0, channels), at);
}
