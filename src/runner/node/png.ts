import { convertIndexedToRgb, type DecodedPng, decode, encode } from 'fast-png';
import type { Pixels } from './pixels.ts';

export function decodePngPixels(bytes: Uint8Array): Pixels {
  const png = decode(bytes);
  const { width, height } = png;
  if (png.palette) {
    const data = Uint8Array.from(convertIndexedToRgb(png));
    return { width, height, channels: data.length / (width * height), data };
  }
  return { width, height, channels: png.channels, data: toBytes(png) };
}

/** Other depths than 8 bits are brought to the range 0 to 255. */
function toBytes(png: DecodedPng): Uint8Array {
  const { depth, data } = png;
  if (depth === 16) return Uint8Array.from(data, (value) => value >>> 8);
  return depth === 8 ? Uint8Array.from(data) : unpack(png, depth);
}

/** Greys of 1, 2 or 4 bits lie packed in bytes; each row starts a new byte. */
function unpack({ width, height, data }: DecodedPng, depth: 1 | 2 | 4): Uint8Array {
  const perByte = 8 / depth;
  const rowBytes = Math.ceil(width / perByte);
  const most = 2 ** depth - 1;
  const unpacked = new Uint8Array(width * height);
  for (let i = 0; i < unpacked.length; i++) {
    const x = i % width;
    const byte = data[Math.floor(i / width) * rowBytes + Math.floor(x / perByte)] ?? 0;
    unpacked[i] = (255 / most) * ((byte >>> (8 - depth * ((x % perByte) + 1))) & most);
  }
  return unpacked;
}

/** @param compression 0 (none) to 9 (most); −1 for the usual */
export function encodePngPixels(pixels: Pixels, compression: number): Uint8Array {
  const level = Math.max(0, Math.min(9, compression < 0 ? 6 : Math.round(compression)));
  return encode(
    { ...pixels, depth: 8 },
    { zlib: { level: level as 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 } },
  );
}
