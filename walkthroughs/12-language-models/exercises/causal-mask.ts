/**
 * Exercise: no looking ahead
 * One attention head over eight tokens. It looks at later ones too, which a model that writes must not.
 *
 * Data:   eight random tokens of four numbers
 * Expect: a second; a map whose upper right half is empty
 * Try:    add the mask
 */
import * as tf from '@tensorflow/tfjs-node';
import { log, showMatrix } from 'genai101';

// Hyperparameters --------------------------------------------------------------------------------
const length = 8;
const width = 4;

// Data -------------------------------------------------------------------------------------------
const tokens = tf.randomNormal([length, width]) as tf.Tensor2D;

// Model ------------------------------------------------------------------------------------------
/** How much each token (row) looks at each other (column). @param query [n, width] @param key [n, width] */
export function attention(query: tf.Tensor2D, key: tf.Tensor2D): tf.Tensor2D {
  const scores = tf.matMul(query, key, false, true).div(Math.sqrt(width)); // [n, n]
  return tf.softmax(scores) as tf.Tensor2D;
}

// Training ---------------------------------------------------------------------------------------
// There is nothing to train: the tokens are their own queries and keys.

// Result -----------------------------------------------------------------------------------------
const map = attention(tokens, tokens);
await log({ 'seen of later tokens': map.sub(tf.linalg.bandPart(map, -1, 0)).sum() });
showMatrix('where each looks', map);
