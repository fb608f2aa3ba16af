import { GifReader } from 'omggif';
import type { Pixels } from './pixels.ts';

/** Each frame as it is seen: drawn over what the frames before it left. */
export function decodeGifFrames(bytes: Uint8Array): Pixels[] {
  const gif = new GifReader(Buffer.from(bytes));
  const { width, height } = gif;
  const canvas = new Uint8Array(width * height * 4);
  return Array.from({ length: gif.numFrames() }, (_, i) => {
    const before = canvas.slice();
    gif.decodeAndBlitFrameRGBA(i, canvas);
    const seen = { width, height, channels: 3, data: withoutAlpha(canvas) };
    dispose(gif, i, canvas, before);
    return seen;
  });
}

function withoutAlpha(rgba: Uint8Array): Uint8Array {
  return rgba.filter((_, i) => i % 4 !== 3);
}

/** What a frame leaves to the next: itself (0, 1), a hole (2), or what was there before it (3). */
function dispose(gif: GifReader, frame: number, canvas: Uint8Array, before: Uint8Array): void {
  const { x, y, width, height, disposal } = gif.frameInfo(frame);
  if (disposal === 3) canvas.set(before);
  if (disposal !== 2) return;
  for (let row = y; row < y + height; row++) {
    canvas.fill(0, (row * gif.width + x) * 4, (row * gif.width + x + width) * 4);
  }
}
