/** The sum of several tensors of one shape. */
import * as tf from '../../../tf.ts';
import { ADD_MANY } from '../../assembly/kinds.ts';
import { isFloat, type KernelTable, sameShape } from '../kernel.ts';
import { CHUNK, units } from './flat.ts';

/** The words that a call has room for, less two. */
const MOST = 78;

export const addManyKernels: KernelTable = {
  AddN({ inputs, backend }) {
    const tensors = Object.values(inputs);
    const [first] = tensors;
    if (!first || tensors.length > MOST || !tensors.every(isFloat)) return undefined;
    if (!tensors.every(({ shape }) => sameShape(shape, first.shape))) return undefined;
    const out = backend.make(first.shape, 'float32');
    const from = tensors.map((tensor) => backend.address(tensor));
    const size = tf.util.sizeFromShape(first.shape);
    const to = backend.address(out);
    backend.kernels.run(ADD_MANY, units(size), CHUNK, to, from.length, ...from);
    return out;
  },
};
