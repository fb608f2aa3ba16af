/** A convolution as neural networks do it: the kernel is laid on as it is, not mirrored. */

export interface Grid {
  width: number;
  height: number;
  /** Row by row. */
  values: Float32Array;
}

export interface Sliding {
  /** Cells from one place to the next. */
  stride: number;
  /** Cells of zeros around the picture. */
  padding: number;
}

/** Of a kernel's sides. */
export const KERNEL_SIDE = 3;

/** Nine numbers, row by row. */
export const presets: Readonly<Record<string, readonly number[]>> = {
  'upright edges': [-1, 0, 1, -2, 0, 2, -1, 0, 1],
  'level edges': [-1, -2, -1, 0, 0, 0, 1, 2, 1],
  blur: [0.1, 0.1, 0.1, 0.1, 0.2, 0.1, 0.1, 0.1, 0.1],
  sharpen: [0, -1, 0, -1, 5, -1, 0, -1, 0],
  copy: [0, 0, 0, 0, 1, 0, 0, 0, 0],
};

/** What was saved by another version may be none. */
export function isKernel(weights: readonly number[]): boolean {
  return weights.length === KERNEL_SIDE ** 2;
}

export function square(values: Float32Array): Grid {
  const side = Math.sqrt(values.length);
  return { width: side, height: side, values };
}

/** The picture with its border of zeros: what the kernel really slides over. */
export function padded({ width, height, values }: Grid, padding: number): Grid {
  const wide = width + 2 * padding;
  const result = new Float32Array(wide * (height + 2 * padding));
  for (let y = 0; y < height; y++) {
    result.set(values.subarray(y * width, (y + 1) * width), (y + padding) * wide + padding);
  }
  return { width: wide, height: height + 2 * padding, values: result };
}

/** How many places a kernel finds along a side of n cells: ⌊(n + 2p − k) / s⌋ + 1. */
export function places(side: number, { stride, padding }: Sliding): number {
  return Math.floor((side + 2 * padding - KERNEL_SIDE) / stride) + 1;
}

/** The nine cells below the kernel when its upper left corner is at (left, top) of a padded picture. */
export function patch({ width, values }: Grid, left: number, top: number): number[] {
  return Array.from({ length: KERNEL_SIDE ** 2 }, (_, i) => {
    const x = left + (i % KERNEL_SIDE);
    const y = top + Math.floor(i / KERNEL_SIDE);
    return values[y * width + x] ?? 0;
  });
}

/** Σ weight · pixel */
export function weightedSum(weights: readonly number[], pixels: readonly number[]): number {
  return weights.reduce((sum, weight, i) => sum + weight * (pixels[i] ?? 0), 0);
}

/** The kernel's sum at every place. */
export function convolve(picture: Grid, kernel: readonly number[], sliding: Sliding): Grid {
  const border = padded(picture, sliding.padding);
  const width = places(picture.width, sliding);
  const height = places(picture.height, sliding);
  const values = new Float32Array(width * height);
  for (let i = 0; i < values.length; i++) {
    const left = (i % width) * sliding.stride;
    const top = Math.floor(i / width) * sliding.stride;
    values[i] = weightedSum(kernel, patch(border, left, top));
  }
  return { width, height, values };
}

export function relu({ values, ...size }: Grid): Grid {
  return { ...size, values: values.map((value) => Math.max(0, value)) };
}

export type Pooling = 'max' | 'average';

/** The largest, or the mean, of each 2 × 2; what is left over at the right and below is dropped. */
export function pool({ width, height, values }: Grid, kind: Pooling): Grid {
  const size = { width: Math.floor(width / 2), height: Math.floor(height / 2) };
  const pooled = Float32Array.from({ length: size.width * size.height }, (_, i) => {
    const at = 2 * Math.floor(i / size.width) * width + 2 * (i % size.width);
    const four = [at, at + 1, at + width, at + width + 1].map((place) => values[place] ?? 0);
    return kind === 'max' ? Math.max(...four) : four.reduce((sum, value) => sum + value, 0) / 4;
  });
  return { ...size, values: pooled };
}
