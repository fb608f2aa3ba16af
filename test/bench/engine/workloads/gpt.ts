/** A small GPT (Radford et al. 2018) with layer norm before each part, written in tensor operations. */
import { Random } from '../../../../src/data/random.ts';
import * as tf from '../../../../src/engine/tf.ts';
import { integers, uniform } from './data.ts';
import { minimized } from './forms.ts';
import type { MakeWorkload } from './workload.ts';

const vocabulary = 64;
const context = 64;
const width = 64;
const heads = 4;
const blockCount = 2;

export const gpt: MakeWorkload = (batch = 16) => {
  const random = new Random(1);
  const kernel = (...shape: number[]) => tf.variable(uniform(random, shape, -0.08, 0.08));
  const tokens = kernel(vocabulary, width);
  const positions = kernel(context, width);
  const blocks = Array.from({ length: blockCount }, () => makeBlock(kernel));
  const output = kernel(width, vocabulary);

  const text = integers(random, [batch, context], vocabulary);
  const next = tf.oneHot(integers(random, [batch * context], vocabulary), vocabulary).toFloat();
  const mask = causalMask();
  const loss = () => {
    let x: tf.Tensor = tf.add(tf.gather(tokens, text), positions).reshape([-1, width]); // [batch · context, width]
    for (const block of blocks) {
      x = x.add(attend(layerNorm(x, block.norm1), block, mask));
      x = x.add(feedForward(layerNorm(x, block.norm2), block));
    }
    return tf.losses.softmaxCrossEntropy(next, x.matMul(output)) as tf.Scalar;
  };
  const weights = [tokens, positions, ...blocks.flatMap(variablesOfBlock), output];
  return minimized(tf.train.adam(1e-3), weights, () => tf.tidy(loss));
};

interface Norm {
  gain: tf.Variable;
  bias: tf.Variable;
}

interface Block {
  norm1: Norm;
  query: tf.Variable;
  key: tf.Variable;
  value: tf.Variable;
  mix: tf.Variable;
  norm2: Norm;
  grow: tf.Variable;
  growBias: tf.Variable;
  shrink: tf.Variable;
  shrinkBias: tf.Variable;
}

function makeBlock(kernel: (...shape: number[]) => tf.Variable): Block {
  const zeros = (size: number) => tf.variable(tf.zeros([size]));
  const norm = () => ({ gain: tf.variable(tf.ones([width])), bias: zeros(width) });
  return {
    norm1: norm(),
    query: kernel(width, width),
    key: kernel(width, width),
    value: kernel(width, width),
    mix: kernel(width, width),
    norm2: norm(),
    grow: kernel(width, 4 * width),
    growBias: zeros(4 * width),
    shrink: kernel(4 * width, width),
    shrinkBias: zeros(width),
  };
}

function variablesOfBlock({ norm1, norm2, ...rest }: Block): tf.Variable[] {
  return [norm1.gain, norm1.bias, norm2.gain, norm2.bias, ...Object.values<tf.Variable>(rest)];
}

/** Ba, Kiros and Hinton (2016). */
function layerNorm(x: tf.Tensor, { gain, bias }: Norm): tf.Tensor {
  const { mean, variance } = tf.moments(x, -1, true);
  return x.sub(mean).mul(variance.add(1e-5).rsqrt()).mul(gain).add(bias);
}

function attend(x: tf.Tensor, block: Block, mask: tf.Tensor): tf.Tensor {
  const size = width / heads;
  // [batch, heads, context, size]
  const split = (weights: tf.Tensor) =>
    x.matMul(weights).reshape([-1, context, heads, size]).transpose([0, 2, 1, 3]);
  const scores = tf.matMul(split(block.query), split(block.key), false, true);
  const attention = tf.softmax(scores.mul(1 / Math.sqrt(size)).add(mask));
  const mixed = attention.matMul(split(block.value)).transpose([0, 2, 1, 3]);
  return mixed.reshape([-1, width]).matMul(block.mix);
}

function feedForward(x: tf.Tensor, block: Block): tf.Tensor {
  const hidden = x.matMul(block.grow).add(block.growBias).relu();
  return hidden.matMul(block.shrink).add(block.shrinkBias);
}

/** [1, 1, context, context]: 0 up to the diagonal, −10⁹ after it. */
function causalMask(): tf.Tensor {
  return tf.tidy(() => {
    const past = tf.linalg.bandPart(tf.ones([context, context]), -1, 0);
    return tf.sub(past, 1).mul(1e9).reshape([1, 1, context, context]);
  });
}
