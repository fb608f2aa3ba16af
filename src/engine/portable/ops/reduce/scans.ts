/** Where the largest and smallest numbers are, and running sums. */
import * as tf from '../../../tf.ts';
import { ARG_EXTREME, RUNNING_SUM } from '../../assembly/kinds.ts';
import { isFloat, type Kernel, type KernelTable } from '../kernel.ts';

/** About as many numbers as are looked through in 20 µs. */
const WORTH_SHARING = 32_768;

export const scanKernels: KernelTable = {
  ArgMax: argExtreme(1),
  ArgMin: argExtreme(0),
  Cumsum({ inputs: { x }, attrs: { axis, exclusive, reverse }, backend }) {
    if (!isFloat(x) || x.shape[axis as number] === undefined) return undefined;
    const { reduced, inner, lines } = linesOf(x, axis as number);
    const out = backend.make(x.shape, 'float32');
    const [from, to] = [backend.address(x), backend.address(out)];
    backend.kernels.run(
      RUNNING_SUM,
      lines,
      Math.ceil(WORTH_SHARING / Math.max(1, reduced)),
      from,
      to,
      reduced,
      inner,
      Number(exclusive),
      Number(reverse),
    );
    return out;
  },
};

function argExtreme(isMax: number): Kernel {
  return ({ inputs: { x }, attrs, backend }) => {
    if (!isFloat(x) || x.shape.length === 0 || x.shape.includes(0)) return undefined;
    const [axis = 0, ...others] = tf.util.parseAxisParam(attrs.axis as number, x.shape);
    if (others.length > 0) return undefined;
    const { reduced, inner, lines } = linesOf(x, axis);
    const shape = x.shape.filter((_, i) => i !== axis);
    const out = backend.make(shape, 'int32');
    const chunk = Math.ceil(WORTH_SHARING / reduced);
    const [from, to] = [backend.address(x), backend.address(out)];
    backend.kernels.run(ARG_EXTREME, lines, chunk, from, to, reduced, inner, isMax);
    return out;
  };
}

/** The lines of numbers along an axis. */
function linesOf({ shape }: tf.TensorInfo, axis: number) {
  const { sizeFromShape } = tf.util;
  const reduced = shape[axis] ?? 1;
  const inner = sizeFromShape(shape.slice(axis + 1));
  return { reduced, inner, lines: sizeFromShape(shape.slice(0, axis)) * inner };
}
