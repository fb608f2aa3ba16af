/** Softmax over the last axis, and its gradient. */
import * as tf from '../../../tf.ts';
import { SOFTMAX, SOFTMAX_GRAD } from '../../assembly/kinds.ts';
import { isFloat, type KernelTable, WORTH_SHARING } from '../kernel.ts';

/** What a number costs, as against one multiply-add. */
const COST = 16;

export const softmaxKernels: KernelTable = {
  Softmax({ inputs: { logits }, attrs: { dim }, backend }) {
    if (!isFloat(logits) || logits.shape.includes(0)) return undefined;
    const last = logits.shape.length - 1;
    if (last < 0 || (dim !== -1 && dim !== last)) return undefined;
    const out = backend.make(logits.shape, 'float32');
    const { rows, width, chunk } = rowsOf(logits);
    const [x, y] = [backend.address(logits), backend.address(out)];
    backend.kernels.run(SOFTMAX, rows, chunk, x, y, width);
    return out;
  },
  /** Of our own gradient: see gradients/softmax.ts. */
  SoftmaxGrad({ inputs: { dy, y }, backend }) {
    if (!isFloat(dy) || !isFloat(y)) return undefined;
    const out = backend.make(y.shape, 'float32');
    const { rows, width, chunk } = rowsOf(y);
    const [from, at, to] = [backend.address(dy), backend.address(y), backend.address(out)];
    backend.kernels.run(SOFTMAX_GRAD, rows, chunk, from, at, to, width);
    return out;
  },
};

function rowsOf({ shape }: tf.TensorInfo): { rows: number; width: number; chunk: number } {
  const width = shape.at(-1) ?? 1;
  const rows = tf.util.sizeFromShape(shape) / width;
  return { rows, width, chunk: Math.ceil(WORTH_SHARING / COST / width) };
}
