import type * as tf from '../../../tf.ts';
import { isHeapType } from '../../memory/block.ts';
import type { KernelTable } from '../kernel.ts';

export const oneHotKernels: KernelTable = {
  OneHot({ inputs: { indices }, attrs, backend }) {
    const { depth, onValue, offValue, dtype } = attrs as unknown as tf.OneHotAttrs;
    if (indices?.dtype !== 'int32' || !isHeapType(dtype)) return undefined;
    const out = backend.make([...indices.shape, depth], dtype);
    backend.address(indices);
    // Both on the heap by now, so that neither view is lost.
    const hot = backend.view(indices) as Int32Array;
    const values = backend.view(out) as Float32Array;
    values.fill(offValue);
    for (let i = 0; i < hot.length; i++) {
      const index = hot[i] ?? -1;
      if (index >= 0 && index < depth) values[i * depth + index] = onValue;
    }
    return out;
  },
};
