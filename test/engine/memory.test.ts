import assert from 'node:assert/strict';
import { Random } from '../../src/data/random.ts';
import { startEngine } from '../../src/engine/start.ts';
import * as tf from '../../src/engine/tf.ts';

const STEPS = 10_000;
const WIDEST = 96; // rows
const INPUTS = 64;
const UNITS = 256;

describe('the portable engine’s memory', () => {
  it('stays as it is over 10,000 steps with changing batches, which use freed memory again', async () => {
    const engine = await startEngine('portable');
    const random = new Random(1);
    const trained = makeTraining();
    for (let i = 0; i < 100; i++) trained.step(1 + random.below(WIDEST));
    const before = engine.memory();
    const processBefore = process.memoryUsage.rss();
    let activations = 0; // bytes, all of them made and freed
    for (let i = 0; i < STEPS; i++) {
      const rows = 1 + random.below(WIDEST);
      trained.step(rows);
      // Two of the hidden layer forward, two back; there are more.
      activations += 4 * 4 * rows * UNITS;
    }
    const { tensors, bytes, heapBytes = 0 } = engine.memory();
    assert.deepEqual([tensors, bytes], [before.tensors, before.bytes]);
    assert.ok(heapBytes <= 1.25 * (before.heapBytes ?? 0), `the heap came to ${heapBytes} bytes`);
    const grown = process.memoryUsage.rss() - processBefore;
    assert.ok(grown < activations / 10, `the process grew by ${grown >> 20} MB`);
    trained.dispose();
  });
});

/** A small autoencoder. */
function makeTraining() {
  const random = new Random(2);
  const kernel = (...shape: [number, number]) => {
    const size = shape[0] * shape[1];
    const values = Float32Array.from({ length: size }, () => random.between(-0.1, 0.1));
    return tf.tidy(() => tf.variable(tf.tensor2d(values, shape)));
  };
  const [into, out] = [kernel(INPUTS, UNITS), kernel(UNITS, INPUTS)];
  const optimizer = tf.train.adam();
  return {
    step(rows: number) {
      tf.tidy(() => {
        const points = tf.fill<tf.Rank.R2>([rows, INPUTS], 1 / rows);
        optimizer.minimize(() => {
          const output = points.matMul(into).relu().matMul(out);
          return tf.losses.meanSquaredError(points, output) as tf.Scalar;
        });
      });
    },
    dispose() {
      optimizer.dispose();
      tf.dispose([into, out]);
    },
  };
}
