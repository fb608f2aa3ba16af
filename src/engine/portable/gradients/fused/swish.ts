import type * as tf from '../../../tf.ts';
import { sameShape } from '../../ops/kernel.ts';
import { run } from '../steps.ts';
import type { Fusion } from './fuse.ts';
import type { Tape } from './tape.ts';

/** x · sigmoid(α · x), the activation “swish” (Ramachandran et al. 2017), or x · sigmoid(x). */
export const swish: Fusion = (node, tape) => {
  const { a, b } = node.inputs;
  const [savedA, savedB] = node.saved;
  if (!a || !b || !savedA || !savedB || !sameShape(a.shape, b.shape)) return undefined;
  return withGate(tape, [a, savedA], [b, savedB]) ?? withGate(tape, [b, savedB], [a, savedA]);
};

/** A tensor and what was saved of it. */
type Pair = [tf.Tensor, tf.Tensor];

function withGate(tape: Tape, [gate, y]: Pair, [x, savedX]: Pair): ReturnType<Fusion> {
  const sigmoid = tape.maker(gate, 'Sigmoid');
  if (!sigmoid || x.dtype !== 'float32') return undefined;
  const gradient = (dy: tf.Tensor, alpha?: tf.Tensor) => ({
    x: () => run('SwishGrad', { dy, x: savedX, y, ...(alpha ? { alpha } : {}) }),
  });
  if (sigmoid.inputs.x === x) {
    return { inputs: { x }, inner: [sigmoid], gradient: (dy) => gradient(dy) };
  }
  const scaled = tape.maker(sigmoid.inputs.x, 'Multiply');
  if (scaled?.inputs.a !== x || !tape.isConstant(scaled.inputs.b)) return undefined;
  const [, alpha] = scaled.saved;
  return { inputs: { x }, inner: [sigmoid, scaled], gradient: (dy) => gradient(dy, alpha) };
}
