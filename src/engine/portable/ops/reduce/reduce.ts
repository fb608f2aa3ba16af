/** Sums, means, maxima, minima and products over any axes, and whether any or all are true. */
import type * as tf from '../../../tf.ts';
import { EXTREME, PRODUCT, SUM, TRUTH } from '../../assembly/kinds.ts';
import type { PortableBackend } from '../../backend.ts';
import { bits } from '../../kernels/kernels.ts';
import type { HeapType } from '../../memory/block.ts';
import { castTo } from '../elementwise/cast.ts';
import { isFloat, type Kernel, type KernelTable } from '../kernel.ts';
import { isOnHeap } from '../movement/layout.ts';
import { describe, type Group, type Reduction } from './groups.ts';
import { cut, STRIP } from './parts.ts';

export const reduceKernels: KernelTable = {
  Sum: floats((backend, x, reduction) => sum(backend, x, reduction, 1)),
  Mean({ inputs, attrs, backend }) {
    const { x } = inputs;
    if (!isOnHeap(x) || x.shape.includes(0)) return undefined;
    const reduction = describe(x, attrs.axis as number[], attrs.keepDims);
    const numbers = castTo(backend, x, 'float32');
    const out = sum(backend, numbers, reduction, reduction.count);
    backend.free(numbers);
    return out;
  },
  Max: extreme('reductionIndices', 1),
  Min: extreme('axis', 0),
  Prod: floats((backend, x, reduction) =>
    each(backend, x, reduction, (group, from, to) => {
      const { outer, reduced, inner } = group;
      backend.kernels.run(PRODUCT, outer * inner, 0, from, to, reduced, inner);
    }),
  ),
  Any: truth(0),
  All: truth(1),
};

type Reduce = (
  backend: PortableBackend,
  x: tf.TensorInfo,
  reduction: Reduction,
) => tf.TensorInfo | undefined;

/** Empty tensors are left to the CPU kernels. */
function floats(reduce: Reduce, axis = 'axis'): Kernel {
  return ({ inputs: { x }, attrs, backend }) => {
    if (!isFloat(x) || x.shape.includes(0)) return undefined;
    return reduce(backend, x, describe(x, attrs[axis] as number[], attrs.keepDims));
  };
}

function extreme(axis: string, isMax: number): Kernel {
  return floats(
    (backend, x, reduction) =>
      each(backend, x, reduction, (group, from, to) => {
        runParts(backend, EXTREME, group, from, to, isMax);
      }),
    axis,
  );
}

function truth(all: number): Kernel {
  return ({ inputs: { x }, attrs, backend }) => {
    if (x?.dtype !== 'bool' || x.shape.includes(0)) return undefined;
    const reduction = describe(x, attrs.axis as number[], attrs.keepDims);
    return each(backend, x, reduction, ({ outer, reduced, inner }, from, to) => {
      backend.kernels.run(TRUTH, outer * inner, 0, from, to, reduced, inner, all);
    });
  };
}

/** Sums divided by `divisor`. */
export function sum(
  backend: PortableBackend,
  x: tf.TensorInfo,
  reduction: Reduction,
  divisor: number,
): tf.TensorInfo {
  const last = reduction.groups.at(-1);
  return each(backend, x, reduction, (group, from, to) => {
    runParts(backend, SUM, group, from, to, bits(group === last ? divisor : 1));
  });
}

/** Reduces group by group. */
function each(
  backend: PortableBackend,
  x: tf.TensorInfo,
  { groups, shape }: Reduction,
  reduce: (group: Group, from: number, to: number) => void,
): tf.TensorInfo {
  let current = backend.share(x, shape);
  for (const group of groups) {
    const size = group.outer * group.inner;
    const next = backend.make([size], x.dtype as HeapType);
    reduce(group, backend.address(current), backend.address(next));
    backend.free(current);
    current = next;
  }
  return { ...current, shape };
}

/** Runs a kernel that takes its work in parts: see assembly/reduce/parts.ts. */
function runParts(
  backend: PortableBackend,
  kind: number,
  group: Group,
  from: number,
  to: number,
  parameter: number,
): void {
  const { outer, reduced, inner } = group;
  const { parts, length } = cut(group);
  const strips = Math.ceil(inner / STRIP);
  const chunk = Math.ceil((WORTH_SHARING * strips) / (length * inner));
  const units = outer * parts * strips;
  if (parts === 1) {
    backend.kernels.run(kind, units, chunk, from, to, reduced, inner, 1, reduced, parameter);
    return;
  }
  const partial = backend.make([outer * parts * inner], 'float32');
  const at = backend.address(partial);
  const whole = kind === SUM ? bits(1) : parameter;
  backend.kernels.run(kind, units, chunk, from, at, reduced, inner, parts, length, whole);
  backend.kernels.run(kind, outer * strips, 0, at, to, parts, inner, 1, parts, parameter);
  backend.free(partial);
}

/** About as many numbers as are read in 10 µs. */
const WORTH_SHARING = 65_536;
