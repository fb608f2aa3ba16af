import * as tf from '../../../tf.ts';
import { isHeapType } from '../../memory/block.ts';
import type { KernelTable } from '../kernel.ts';

export const oneHotKernels: KernelTable = {
  OneHot({ inputs: { indices }, attrs, backend }) {
    const { depth, onValue, offValue, dtype } = attrs as unknown as tf.OneHotAttrs;
    if (indices?.dtype !== 'int32' || !isHeapType(dtype)) return undefined;
    const hot = backend.view(indices) as Int32Array;
    const values = tf.util.getTypedArrayFromDType(dtype, hot.length * depth).fill(offValue);
    for (let i = 0; i < hot.length; i++) {
      const index = hot[i] ?? -1;
      if (index >= 0 && index < depth) values[i * depth + index] = onValue;
    }
    return backend.makeTensorInfo([...indices.shape, depth], dtype, values);
  },
};
