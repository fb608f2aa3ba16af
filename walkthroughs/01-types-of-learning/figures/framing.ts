/** Frames a drawing as the data is framed: as tall as the digits, its centre of mass in the middle. */

/** Longer side of a framed digit, as a share of the picture (20 of 28 pixels, as in MNIST). */
const BOX = 20 / 28;
/** Fainter than this is paper. */
const INK = 0.1;
/** Samples along each side of a pixel. */
const SAMPLES = 3;

/** @param pixels from × from brightnesses; an empty drawing stays empty. @returns to × to of them */
export function framed(pixels: Float32Array, from: number, to: number): Float32Array {
  const extent = inkExtent(pixels, from);
  const result = new Float32Array(to * to);
  if (!extent) return result;
  /** Pixels of the drawing per pixel of the result. */
  const scale = Math.max(extent.side, from / 6) / (BOX * to);
  const offset = (i: number, mass: number) => mass + (i - to / 2) * scale;
  for (let y = 0; y < to; y++) {
    for (let x = 0; x < to; x++) {
      let sum = 0;
      for (let s = 0; s < SAMPLES * SAMPLES; s++) {
        const dx = ((s % SAMPLES) + 0.5) / SAMPLES;
        const dy = (Math.floor(s / SAMPLES) + 0.5) / SAMPLES;
        sum += at(pixels, from, offset(x + dx, extent.massX), offset(y + dy, extent.massY));
      }
      result[y * to + x] = sum / (SAMPLES * SAMPLES);
    }
  }
  return result;
}

/** Longer side of the box around the ink, and its centre of mass, in pixels. */
function inkExtent(pixels: Float32Array, size: number) {
  let [left, right, top, bottom] = [size, -1, size, -1];
  let [mass, massX, massY] = [0, 0, 0];
  pixels.forEach((ink, i) => {
    if (ink < INK) return;
    const x = i % size;
    const y = Math.floor(i / size);
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
    mass += ink;
    massX += ink * (x + 0.5);
    massY += ink * (y + 0.5);
  });
  if (mass === 0) return undefined;
  const side = Math.max(right - left, bottom - top) + 1;
  return { side, massX: massX / mass, massY: massY / mass };
}

function at(pixels: Float32Array, size: number, x: number, y: number): number {
  const inside = x >= 0 && y >= 0 && x < size && y < size;
  return inside ? (pixels[Math.floor(y) * size + Math.floor(x)] ?? 0) : 0;
}
