/** How well copies match, and how well principal components would. */
import { digits } from '../../src/data/digits.ts';
import * as tf from '../../src/engine/tf.ts';

/** Peak signal-to-noise ratio in dB; the peak is 1. */
export function psnr(original: Float32Array, copy: Float32Array): number {
  const squares = original.reduce((sum, value, i) => sum + (value - (copy[i] ?? 0)) ** 2, 0);
  return -10 * Math.log10(squares / original.length);
}

/** PSNR of images rebuilt from their first principal components, found on digits of another seed. */
export function psnrOfPrincipalComponents(images: Float32Array, components: number): number {
  return tf.tidy(() => {
    const known = tf.tensor2d(digits({ count: 4000, seed: 772_001 }).images, [4000, 784]);
    const mean = known.mean(0, true);
    const axes = principalAxes(known.sub(mean), components); // [784, components]
    const centred = tf.tensor2d(images, [images.length / 784, 784]).sub(mean);
    const rebuilt = centred.matMul(axes).matMul(axes, false, true).add(mean).clipByValue(0, 1);
    return psnr(images, rebuilt.dataSync<'float32'>());
  });
}

/** The eigenvectors of the largest eigenvalues of the covariance, by orthogonal iteration. */
function principalAxes(centred: tf.Tensor, count: number): tf.Tensor2D {
  const covariance = tf.matMul(centred, centred, true); // [784, 784]
  let axes = tf.randomNormal([784, count], 0, 1, 'float32', 1) as tf.Tensor2D;
  for (let i = 0; i < 60; i++) {
    const turned = covariance.matMul<tf.Tensor2D>(axes);
    const rows = tf.linalg.gramSchmidt(turned.transpose<tf.Tensor2D>()) as tf.Tensor2D;
    axes = rows.transpose();
  }
  return axes;
}
