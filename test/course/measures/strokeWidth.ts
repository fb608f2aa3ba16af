/** How thick the strokes of a picture are, by its ink and its edge. */
import { mean } from './measure.ts';

/** Of each picture of `side` × `side` pixels, in pixels. */
export function strokeWidths(pixels: Float32Array, side: number): number[] {
  const size = side * side;
  return Array.from({ length: pixels.length / size }, (_, i) =>
    strokeWidth(pixels.subarray(i * size, (i + 1) * size), side),
  );
}

/**
 * A stroke of width w and length l has l · w of ink, and an edge of about 2l: the width is twice ink by edge.
 * The edge's length is the sum of the slopes of the grey (total variation, by the coarea formula), however soft it is.
 */
function strokeWidth(pixels: Float32Array, side: number): number {
  let [ink, edge] = [0, 0];
  const at = (x: number, y: number) => (x < side && y < side ? (pixels[y * side + x] ?? 0) : 0);
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const grey = at(x, y);
      ink += grey;
      edge += Math.hypot(at(x + 1, y) - grey, at(x, y + 1) - grey);
    }
  }
  return (2 * ink) / edge;
}

/** Pearson’s. */
export function correlation(xs: readonly number[], ys: readonly number[]): number {
  const [centreX, centreY] = [mean(xs), mean(ys)];
  const sum = (of: (dx: number, dy: number) => number) =>
    xs.reduce((total, x, i) => total + of(x - centreX, (ys[i] ?? 0) - centreY), 0);
  return sum((dx, dy) => dx * dy) / Math.sqrt(sum((dx) => dx * dx) * sum((_, dy) => dy * dy));
}
