/** A kernel of our own, for the gradient of normalization: see gradients/fused/normalize.ts. */
import * as tf from '../../tf.ts';
import { NORMALIZE_GRAD } from '../assembly/kinds.ts';
import { isFloat, type KernelTable, WORTH_SHARING } from './kernel.ts';

/** What a number costs, as against one multiply-add. */
const COST = 16;

export const normalizeKernels: KernelTable = {
  /** Each row: deviation from its mean, and the factor (scale, one a row) that makes its variance 1. */
  NormalizeGrad({ inputs: { dy, deviation, scale }, backend }) {
    if (!isFloat(dy) || !isFloat(deviation) || !isFloat(scale)) return undefined;
    const out = backend.make(deviation.shape, 'float32');
    const width = deviation.shape.at(-1) ?? 1;
    const rows = tf.util.sizeFromShape(scale.shape);
    const chunk = Math.ceil(WORTH_SHARING / COST / Math.max(1, width));
    const addresses = [dy, deviation, scale, out].map((tensor) => backend.address(tensor));
    backend.kernels.run(NORMALIZE_GRAD, rows, chunk, ...addresses, width);
    return out;
  },
};
