/** The layers of a small network, for one image at a time. Pictures are [height, width, channels], channels together. */

export interface Weights {
  /** Convolution: [side, side, channels in, channels out]; dense: [in, out]. */
  kernel: Float32Array;
  /** [out] */
  bias: Float32Array;
}

/** A convolution with stride 2, padded so that the sides are halved (rounded up), and ReLU. */
export interface Convolution extends Weights {
  /** Side of the square kernel. */
  side: number;
  channelsIn: number;
}

/** @param input [size, size, channels in] @returns [⌈size / 2⌉, ⌈size / 2⌉, channels out] */
export function convolve(layer: Convolution, input: Float32Array, size: number): Float32Array {
  const { bias } = layer;
  const half = Math.ceil(size / 2);
  const before = Math.floor(Math.max(0, (half - 1) * 2 + layer.side - size) / 2);
  const output = new Float32Array(half * half * bias.length);
  for (let y = 0; y < half; y++) {
    for (let x = 0; x < half; x++) {
      const start = (y * half + x) * bias.length;
      const sums = output.subarray(start, start + bias.length);
      sums.set(bias);
      addWindow(sums, layer, input, size, 2 * y - before, 2 * x - before);
      rectify(sums);
    }
  }
  return output;
}

/** Adds the part of the kernel that lies on the picture. */
function addWindow(
  sums: Float32Array,
  { kernel, side, channelsIn }: Convolution,
  input: Float32Array,
  size: number,
  top: number,
  left: number,
): void {
  const width = sums.length;
  const [firstRow, lastRow] = [Math.max(0, -top), Math.min(side, size - top)];
  const [firstColumn, lastColumn] = [Math.max(0, -left), Math.min(side, size - left)];
  for (let row = firstRow; row < lastRow; row++) {
    for (let column = firstColumn; column < lastColumn; column++) {
      const pixel = ((top + row) * size + left + column) * channelsIn;
      const weight = (row * side + column) * channelsIn * width;
      for (let c = 0; c < channelsIn; c++) {
        addScaled(sums, kernel, weight + c * width, input[pixel + c] ?? 0);
      }
    }
  }
}

export function dense({ kernel, bias }: Weights, input: Float32Array): Float32Array {
  const sums = Float32Array.from(bias);
  for (let i = 0; i < input.length; i++) addScaled(sums, kernel, i * sums.length, input[i] ?? 0);
  return sums;
}

/** Most pixels and most rectified values are 0. */
function addScaled(sums: Float32Array, row: Float32Array, start: number, factor: number): void {
  if (factor === 0) return;
  for (let o = 0; o < sums.length; o++) {
    sums[o] = (sums[o] ?? 0) + factor * (row[start + o] ?? 0);
  }
}

/** ReLU in place, or the leaky one, which keeps a part of what is below 0. */
export function rectify(values: Float32Array, leak = 0): Float32Array {
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? 0;
    if (value < 0) values[i] = leak * value;
  }
  return values;
}

export function softmax(logits: Float32Array): Float32Array {
  const most = logits.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const odds = logits.map((value) => Math.exp(value - most));
  const sum = odds.reduce((total, value) => total + value, 0);
  return odds.map((value) => value / sum);
}
