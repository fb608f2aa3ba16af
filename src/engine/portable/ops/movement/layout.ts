/** Copies between layouts: which numbers are read and where they are written is told by a step for each dimension. */
import * as tf from '../../../tf.ts';
import { COPY } from '../../assembly/kinds.ts';
import type { PortableBackend } from '../../backend.ts';
import { type HeapType, isHeapType } from '../../memory/block.ts';

/** A tensor whose numbers may lie on the heap. */
export interface HeapTensor extends tf.TensorInfo {
  dtype: HeapType;
}

export function isOnHeap(x: tf.TensorInfo | undefined): x is HeapTensor {
  return x !== undefined && isHeapType(x.dtype);
}

export function bytesOf(dtype: tf.DataType): number {
  return dtype === 'bool' ? 1 : 4;
}

/** One dimension of a copy; the steps count numbers, not bytes. */
interface Dimension {
  size: number;
  from: number;
  to: number;
}

export interface Copy {
  shape: readonly number[];
  /** Steps by which is read; 0 reads the same number again, a negative one reads backwards. */
  from: readonly number[];
  to: readonly number[];
  /** The first number that is read and the first that is written. */
  fromStart?: number;
  toStart?: number;
}

/** Rows, columns, and what the kernel has room for around them. */
const MOST_DIMENSIONS = 6;
const ONE: Dimension = { size: 1, from: 0, to: 0 };
/** About as many numbers as are copied in 20 µs. */
const WORTH_SHARING = 65_536;

/** Steps of a tensor without gaps. */
export function stepsOf(shape: readonly number[]): number[] {
  const steps = new Array<number>(shape.length);
  let step = 1;
  for (let i = shape.length - 1; i >= 0; i--) {
    steps[i] = step;
    step *= shape[i] ?? 1;
  }
  return steps;
}

/**
 * Numbers of x as a new tensor, in the order of `shape`, read by the steps `from`. On x's own numbers where they lie
 * as they are needed.
 * @param shape of the result; `copy.shape` may be finer, its product must be the same
 * @returns undefined when there are too many dimensions for the kernel
 */
export function arranged(
  backend: PortableBackend,
  x: HeapTensor,
  shape: number[],
  copy: Omit<Copy, 'to' | 'toStart'>,
): tf.TensorInfo | undefined {
  const dimensions = merge({ ...copy, to: stepsOf(copy.shape) });
  if (dimensions.length > MOST_DIMENSIONS) return undefined;
  const size = tf.util.sizeFromShape(shape);
  const [only = ONE] = dimensions;
  const whole = dimensions.length <= 1 && (only.from === 1 || size === 1);
  if (whole && !copy.fromStart && size === tf.util.sizeFromShape(x.shape)) {
    return backend.share(x, shape);
  }
  const out = backend.make(shape, x.dtype);
  if (size > 0) run(backend, x, copy.fromStart ?? 0, out, 0, dimensions);
  return out;
}

/** Copies numbers of x into `out`, which has x's type. @returns false when there are too many dimensions */
export function copyInto(
  backend: PortableBackend,
  x: tf.TensorInfo,
  out: tf.TensorInfo,
  copy: Copy,
): boolean {
  const dimensions = merge(copy);
  if (dimensions.length > MOST_DIMENSIONS) return false;
  if (copy.shape.includes(0)) return true;
  run(backend, x, copy.fromStart ?? 0, out, copy.toStart ?? 0, dimensions);
  return true;
}

/** Leaves out dimensions of one, and joins those that are read and written as one. */
function merge({ shape, from, to }: Copy): Dimension[] {
  const dimensions: Dimension[] = [];
  let last: Dimension | undefined;
  for (let i = 0; i < shape.length; i++) {
    const size = shape[i] ?? 1;
    if (size === 1) continue;
    const next = { size, from: from[i] ?? 0, to: to[i] ?? 0 };
    if (last && last.from === next.from * size && last.to === next.to * size) {
      last.size *= size;
      last.from = next.from;
      last.to = next.to;
    } else {
      last = next;
      dimensions.push(next);
    }
  }
  return dimensions;
}

function run(
  backend: PortableBackend,
  x: tf.TensorInfo,
  fromStart: number,
  out: tf.TensorInfo,
  toStart: number,
  dimensions: Dimension[],
): void {
  const columns = dimensions.pop() ?? ONE;
  const rows = dimensions.splice(bestRows(dimensions, columns), 1)[0] ?? ONE;
  while (dimensions.length < MOST_DIMENSIONS - 2) dimensions.unshift(ONE);
  const bytes = bytesOf(x.dtype);
  const planes = dimensions.reduce((product, { size }) => product * size, 1);
  backend.kernels.run(
    COPY,
    planes * rows.size,
    Math.ceil(WORTH_SHARING / columns.size / 16) * 16,
    bytes,
    backend.address(x) + fromStart * bytes,
    backend.address(out) + toStart * bytes,
    rows.size,
    columns.size,
    rows.from * bytes,
    rows.to * bytes,
    columns.from * bytes,
    columns.to * bytes,
    ...dimensions.flatMap(({ size, from, to }) => [size, from * bytes, to * bytes]),
  );
}

/** The dimension beside the columns: where the columns are far apart, the one along which numbers are neighbours. */
function bestRows(dimensions: Dimension[], columns: Dimension): number {
  if (columns.from !== 1) {
    const neighbours = dimensions.findIndex(({ from }) => from === 1);
    if (neighbours >= 0) return neighbours;
  }
  return dimensions.length - 1;
}
