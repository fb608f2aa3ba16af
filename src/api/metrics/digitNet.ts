/** The feature network. */
import * as tf from '../../engine/tf.ts';
import { CLASSES, digitNet, FEATURES, SIDE } from '../../metrics/network/digitNet.ts';
import { GenAI101Error } from '../error.ts';
import type { Numbers } from '../numbers.ts';
import { readGreyPictures } from './read.ts';

/**
 * 64 numbers for each picture, to measure distances in (FID, KID, precision and recall). They come from a small
 * classifier of digits that stands in for the Inception network of published values: it knows strokes on 28 × 28
 * pixels and nothing else. Good for digits and letters; its values cannot be compared with published ones.
 * Over real digits the standard deviation of each number is 1.
 * @param images [count, 28, 28, 1] or [count, 784], float32: 0 is paper, 1 is ink
 * @returns [count, 64], float32
 * @throws GenAI101Error when the pictures are not grey ones of 28 × 28 pixels
 */
export function digitFeatures(images: Numbers): tf.Tensor2D {
  const { values, count } = readDigits('metrics.digitFeatures', images);
  return tf.tensor2d(digitNet().features(values), [count, FEATURES]);
}

/**
 * How likely each picture shows each digit, in the opinion of the same network.
 * @param images [count, 28, 28, 1] or [count, 784], float32: 0 is paper, 1 is ink
 * @returns [count, 10], float32; the sum of each row is 1
 * @throws GenAI101Error when the pictures are not grey ones of 28 × 28 pixels
 */
export function digitProbabilities(images: Numbers): tf.Tensor2D {
  const { values, count } = readDigits('metrics.digitProbabilities', images);
  const net = digitNet();
  return tf.tensor2d(net.probabilities(net.features(values)), [count, CLASSES]);
}

function readDigits(call: string, images: Numbers) {
  const pictures = readGreyPictures(call, 'images', images);
  if (pictures.height === SIDE && pictures.width === SIDE) return pictures;
  throw new GenAI101Error(
    `${call}: expected pictures of ${SIDE} × ${SIDE} pixels, got ${pictures.height} × ${pictures.width}.`,
  );
}
