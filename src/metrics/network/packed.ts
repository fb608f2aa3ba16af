/**
 * Weights in a few bytes: each column of a matrix as whole numbers from −127 to 127, and the column's own scale.
 * Written and read with the lowest byte first, as all computers do that run this.
 */
import type { Weights } from './layers.ts';

/** Rows are what one output sums over; columns are the outputs. */
export interface Size {
  rows: number;
  columns: number;
}

/** Bytes: for each layer its scales and its bias, four each, then its matrix, one each. */
export function pack(layers: readonly Weights[]): Uint8Array {
  const parts = layers.flatMap(({ kernel, bias }) => {
    const scales = scalesOf(kernel, bias.length);
    const whole = Int8Array.from(kernel, (value, i) =>
      Math.round(value / (scales[i % bias.length] ?? 1)),
    );
    return [bytesOf(scales), bytesOf(bias), bytesOf(whole)];
  });
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** @throws RangeError when the bytes are not those of layers of these sizes */
export function unpack(bytes: Uint8Array, sizes: readonly Size[]): Weights[] {
  const expected = sizes.reduce((sum, { rows, columns }) => sum + columns * (8 + rows), 0);
  if (bytes.length !== expected) {
    throw new RangeError(`The weights are ${bytes.length} bytes, not ${expected}.`);
  }
  let at = 0;
  const take = (length: number) => {
    at += length;
    return bytes.slice(at - length, at).buffer;
  };
  return sizes.map(({ rows, columns }) => {
    const scales = new Float32Array(take(4 * columns));
    const bias = new Float32Array(take(4 * columns));
    const whole = new Int8Array(take(rows * columns));
    const kernel = Float32Array.from(whole, (value, i) => value * (scales[i % columns] ?? 0));
    return { kernel, bias };
  });
}

/** The largest of each column becomes 127. */
function scalesOf(kernel: Float32Array, columns: number): Float32Array {
  const scales = new Float32Array(columns);
  kernel.forEach((value, i) => {
    scales[i % columns] = Math.max(scales[i % columns] ?? 0, Math.abs(value) / 127);
  });
  return scales.map((scale) => scale || 1);
}

function bytesOf({ buffer, byteOffset, byteLength }: ArrayBufferView): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}
