import type * as tf from '../../tf.ts';
import { BATCH_NORM } from '../assembly/kinds.ts';
import { bits } from '../kernels/kernels.ts';
import { isFloat, type KernelTable, sameShape, WORTH_SHARING } from './kernel.ts';

/** Channels whose factors fit into a thread's scratch memory: see assembly/scratch.ts. */
const MOST_CHANNELS = 65536;

export const batchNormKernels: KernelTable = {
  FusedBatchNorm({ inputs: { x, mean, variance, scale, offset }, attrs, backend }) {
    if (!isFloat(x) || !isFloat(mean) || !isFloat(variance)) return undefined;
    const channels = x.shape.at(-1) ?? 0;
    const perChannel = (tensor: tf.TensorInfo | null | undefined) =>
      tensor == null || (isFloat(tensor) && sameShape(tensor.shape, [channels]));
    if (channels === 0 || channels > MOST_CHANNELS) return undefined;
    if (![mean, variance, scale, offset].every(perChannel)) return undefined;
    const rows = x.shape.slice(0, -1).reduce((product, length) => product * length, 1);
    const y = backend.make(x.shape, 'float32');
    backend.kernels.run(
      BATCH_NORM,
      rows,
      Math.ceil(WORTH_SHARING / (4 * channels)),
      backend.address(x),
      backend.address(y),
      backend.address(mean),
      backend.address(variance),
      scale ? backend.address(scale) : 0,
      offset ? backend.address(offset) : 0,
      channels,
      bits((attrs.varianceEpsilon as number | null | undefined) ?? 0.001),
    );
    return y;
  },
};
