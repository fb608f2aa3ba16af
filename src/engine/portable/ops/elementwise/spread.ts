import { isFloat, type KernelTable } from '../kernel.ts';
import { spread } from './binary.ts';

/** A kernel of our own, for the gradients of sums and means: see gradients/shape.ts. */
export const spreadKernels: KernelTable = {
  Spread({ inputs: { x }, attrs, backend }) {
    if (!isFloat(x)) return undefined;
    const { from, shape, factor } = attrs as { from: number[]; shape: number[]; factor: number };
    return spread(backend, { dataId: x.dataId, dtype: x.dtype, shape: from }, shape, factor);
  },
};
