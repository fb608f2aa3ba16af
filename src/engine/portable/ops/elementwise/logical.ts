/** Functions of booleans, of tensors of one shape. */
import * as tf from '../../../tf.ts';
import { AND, NOT, OR } from '../../assembly/elementwise/operations.ts';
import { LOGICAL, SELECT } from '../../assembly/kinds.ts';
import type { PortableBackend } from '../../backend.ts';
import { type KernelTable, sameShape } from '../kernel.ts';
import { CHUNK, units } from './flat.ts';

export const logicalKernels: KernelTable = {
  LogicalAnd({ inputs: { a, b }, backend }) {
    return isBool(a) && isBool(b) ? logical(backend, AND, a, b) : undefined;
  },
  LogicalOr({ inputs: { a, b }, backend }) {
    return isBool(a) && isBool(b) ? logical(backend, OR, a, b) : undefined;
  },
  LogicalNot({ inputs: { x }, backend }) {
    return isBool(x) ? logical(backend, NOT, x, x) : undefined;
  },
  Select({ inputs: { condition, t, e }, backend }) {
    if (!isBool(condition) || !t || !e || t.dtype !== e.dtype) return undefined;
    if (t.dtype !== 'float32' && t.dtype !== 'int32') return undefined;
    if (!sameShape(condition.shape, t.shape) || !sameShape(t.shape, e.shape)) return undefined;
    const out = backend.make(t.shape, t.dtype);
    const from = [condition, t, e].map((one) => backend.address(one));
    const size = tf.util.sizeFromShape(t.shape);
    backend.kernels.run(SELECT, units(size), CHUNK, ...from, backend.address(out));
    return out;
  },
};

function logical(
  backend: PortableBackend,
  which: number,
  a: tf.TensorInfo,
  b: tf.TensorInfo,
): tf.TensorInfo | undefined {
  if (!sameShape(a.shape, b.shape)) return undefined;
  const out = backend.make(a.shape, 'bool');
  const [x, z, y] = [backend.address(a), backend.address(b), backend.address(out)];
  backend.kernels.run(LOGICAL, units(tf.util.sizeFromShape(a.shape)), CHUNK, which, x, z, y);
  return out;
}

function isBool(tensor: tf.TensorInfo | undefined): tensor is tf.TensorInfo {
  return tensor?.dtype === 'bool';
}
