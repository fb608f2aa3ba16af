/**
 * A denoiser for diffusion (Ho et al. 2020): a U-Net of two levels for 28×28 images that predicts the noise in them.
 * Without group normalization, which TensorFlow.js has no layer for and a net this small does without.
 */
import { Random } from '../../../../src/data/random.ts';
import * as tf from '../../../../src/engine/tf.ts';
import { integers, normal, seedWeights, uniform } from './data.ts';
import { apply, minimized, variablesOf } from './forms.ts';
import type { MakeWorkload } from './workload.ts';

const { add, concatenate, conv2d, conv2dTranspose, dense, maxPooling2d, reshape } = tf.layers;
type Symbol = tf.SymbolicTensor;

const steps = 1000;
const timeWidth = 64;
const same = { kernelSize: 3, padding: 'same' } as const;

export const unet: MakeWorkload = (batch = 32) => {
  const model = makeDenoiser();
  seedWeights(model, 1);
  const random = new Random(2);
  const images = uniform(random, [batch, 28, 28, 1], -1, 1);
  const noise = normal(random, [batch, 28, 28, 1]);
  const time = integers(random, [batch], steps);
  const kept = keptShare(); // [steps]
  const loss = () => {
    const share = tf.gather(kept, time).reshape([batch, 1, 1, 1]);
    const noisy = images.mul(share.sqrt()).add(noise.mul(tf.sub(1, share).sqrt()));
    const predicted = apply(model, [noisy, embedTime(time)]);
    return tf.losses.meanSquaredError(noise, predicted) as tf.Scalar;
  };
  return minimized(tf.train.adam(1e-3), variablesOf(model), () => tf.tidy(loss));
};

function makeDenoiser(): tf.LayersModel {
  const noisy = tf.input({ shape: [28, 28, 1] });
  const time = tf.input({ shape: [timeWidth] });
  const hidden = dense({ units: timeWidth, activation: 'swish' }).apply(time) as Symbol;
  const high = block(noisy, hidden, 32); // [batch, 28, 28, 32]
  const small = maxPooling2d({ poolSize: 2 }).apply(high) as Symbol;
  const low = block(small, hidden, 64); // [batch, 14, 14, 64]
  const up = conv2dTranspose({ filters: 32, kernelSize: 2, strides: 2 }).apply(low) as Symbol;
  const joined = concatenate().apply([up, high]) as Symbol; // [batch, 28, 28, 64]
  const outputs = conv2d({ ...same, filters: 1 }).apply(block(joined, hidden, 32)) as Symbol;
  return tf.model({ inputs: [noisy, time], outputs });
}

/** Two convolutions; the time comes in between, the same at every pixel. */
function block(x: Symbol, time: Symbol, filters: number): Symbol {
  const convolution = { ...same, filters, activation: 'swish' } as const;
  const first = conv2d(convolution).apply(x) as Symbol;
  const shift = dense({ units: filters }).apply(time) as Symbol;
  const everywhere = reshape({ targetShape: [1, 1, filters] }).apply(shift) as Symbol;
  const shifted = add().apply([first, everywhere]) as Symbol;
  return conv2d(convolution).apply(shifted) as Symbol;
}

/** The share of the image's variance that is left after each step (ᾱ), for β rising from 0.0001 to 0.02. */
function keptShare(): tf.Tensor {
  return tf.tidy(() => tf.cumprod(tf.sub(1, tf.linspace(1e-4, 0.02, steps))));
}

/** Sines and cosines of rising wavelength (Vaswani et al. 2017, section 3.5), [batch, timeWidth]. */
function embedTime(time: tf.Tensor): tf.Tensor {
  const half = timeWidth / 2;
  const frequencies = tf
    .range(0, half)
    .mul(-Math.log(10_000) / half)
    .exp();
  const angles = time.toFloat().reshape([-1, 1]).mul(frequencies);
  return tf.concat([angles.sin(), angles.cos()], 1);
}
