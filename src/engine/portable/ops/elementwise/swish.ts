/** A kernel of our own, for the gradient of swish: see gradients/fused/swish.ts. */
import * as tf from '../../../tf.ts';
import { SWISH_GRAD } from '../../assembly/kinds.ts';
import { bits } from '../../kernels/kernels.ts';
import { isFloat, type KernelTable } from '../kernel.ts';
import { CHUNK, units } from './flat.ts';

export const swishKernels: KernelTable = {
  SwishGrad({ inputs: { dy, x, y, alpha }, backend }) {
    if (!isFloat(dy) || !isFloat(x) || !isFloat(y)) return undefined;
    const factor = alpha ? (backend.view(alpha)[0] as number) : 1;
    const out = backend.make(x.shape, 'float32');
    backend.kernels.run(
      SWISH_GRAD,
      units(tf.util.sizeFromShape(x.shape)),
      CHUNK,
      ...[dy, x, y, out].map((tensor) => backend.address(tensor)),
      bits(factor),
    );
    return out;
  },
};
