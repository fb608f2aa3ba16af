import type * as tf from '../../../tf.ts';
import { sameShape } from '../../ops/kernel.ts';
import { run } from '../steps.ts';
import type { Fusion } from './fuse.ts';
import type { Tape, TapeNode } from './tape.ts';

/**
 * (x − mean) · rsqrt(variance + ε) over the last axis: the heart of layer normalization (Ba, Kiros and Hinton 2016), as
 * it is written with tf.moments or by hand. Its gradient takes some twenty kernels.
 */
export const normalize: Fusion = (node, tape) => {
  const { a: deviation, b: scale } = node.inputs;
  const [savedDeviation, savedScale] = node.saved;
  const root = tape.maker(scale, 'Rsqrt');
  const sum = tape.maker(root?.inputs.x, 'Add');
  const variance = sum?.inputs.a;
  const mean = tape.maker(variance, 'Mean');
  const square = tape.maker(mean?.inputs.x, 'Square');
  if (!root || !sum || !mean || !square || !tape.isConstant(sum.inputs.b)) return undefined;
  const centred = centre(tape, deviation, square.inputs.x);
  if (!centred || !variance || !savedDeviation || !savedScale) return undefined;
  const { x, nodes } = centred;
  if (!isLastAxis(x.shape, variance.shape)) return undefined;
  return {
    inputs: { x },
    inner: [root, sum, mean, square, ...nodes],
    gradient: (dy) => ({
      x: () => run('NormalizeGrad', { dy, deviation: savedDeviation, scale: savedScale }),
    }),
  };
};

interface Centred {
  x: tf.Tensor;
  nodes: TapeNode[];
}

/** What x − mean was computed from, once for both uses or twice. */
function centre(
  tape: Tape,
  first: tf.Tensor | undefined,
  second: tf.Tensor | undefined,
): Centred | undefined {
  const once = first === second;
  const tensors = once ? [first] : [first, second];
  const nodes: TapeNode[] = [];
  let x: tf.Tensor | undefined;
  let mean: tf.Tensor | undefined;
  for (const tensor of tensors) {
    const sub = tape.maker(tensor, 'Sub', once ? 2 : 1);
    if (!sub) return undefined;
    const from = behind(tape, sub.inputs.a, 'Cast', nodes);
    const less = behind(tape, sub.inputs.b, 'Reshape', nodes);
    if ((x && x !== from) || (mean && mean !== less)) return undefined;
    [x, mean] = [from, less];
    nodes.push(sub);
  }
  const maker = tape.maker(mean, 'Mean', tensors.length);
  if (!x || !mean || maker?.inputs.x !== x || !isLastAxis(x.shape, mean.shape)) return undefined;
  return x.dtype === 'float32' ? { x, nodes: [...nodes, maker] } : undefined;
}

/** What a tensor is the same as: tf.moments casts to the same type and gives the same shape anew. */
function behind(
  tape: Tape,
  tensor: tf.Tensor | undefined,
  kernelName: string,
  nodes: TapeNode[],
): tf.Tensor | undefined {
  const maker = tape.maker(tensor, kernelName);
  const x = maker?.inputs.x;
  if (!tensor || !maker || !x || x.dtype !== tensor.dtype || !sameShape(x.shape, tensor.shape)) {
    return tensor;
  }
  nodes.push(maker);
  return x;
}

function isLastAxis(shape: number[], reduced: number[]): boolean {
  return shape.length > 0 && sameShape([...shape.slice(0, -1), 1], reduced);
}
