import assert from 'node:assert/strict';
import * as tf from '../../../src/engine/tf.ts';

/** Runs `body` and fails when it leaves a tensor behind or takes one of the caller's. */
export async function keepsTensors(body: () => unknown): Promise<void> {
  const before = tf.memory().numTensors;
  await body();
  assert.equal(tf.memory().numTensors, before);
}
