import assert from 'node:assert/strict';
import { startEngine } from '../../../src/engine/start.ts';
import * as tf from '../../../src/engine/tf.ts';
import { networks, noise } from './networks.ts';

describe('the portable engine', () => {
  for (const network of networks) {
    it(`gives the same gradients as the CPU engine for ${network.name}`, async () => {
      await startEngine('cpu');
      const expected = await network.gradients();
      await startEngine('portable');
      const actual = await network.gradients();
      assert.equal(actual.length, expected.length);
      assert.ok(distance(actual.flatMap(toArray), expected.flatMap(toArray)) <= 1e-4);
    });
  }

  it('keeps tensors and bytes constant over 300 steps of Adam', async () => {
    const engine = await startEngine('portable');
    const model = tf.sequential({
      layers: [
        tf.layers.conv2d({ filters: 3, kernelSize: 3, inputShape: [8, 8, 1], activation: 'relu' }),
        tf.layers.flatten(),
        tf.layers.dense({ units: 8, activation: 'sigmoid' }),
      ],
    });
    model.compile({ optimizer: 'adam', loss: 'meanSquaredError' });
    const xs = noise([16, 8, 8, 1], 1);
    const ys = noise([16, 8], 2);
    await model.trainOnBatch(xs, ys);
    const before = engine.memory();
    for (let step = 0; step < 300; step++) await model.trainOnBatch(xs, ys);
    assert.deepEqual(engine.memory(), before);
    model.dispose();
    tf.dispose([xs, ys]);
  });

  it('steps with Adam as the CPU engine does', async () => {
    const weights: number[][] = [];
    for (const name of ['cpu', 'portable']) {
      await startEngine(name);
      const start = noise([5, 3], 1);
      const variable = start.variable();
      const optimizer = tf.train.adam(0.05);
      const target = noise([5, 3], 2);
      for (let step = 0; step < 30; step++) {
        optimizer.minimize(() => variable.sub(target).square().mean().asScalar());
      }
      const state = await optimizer.getWeights();
      weights.push(
        [variable, ...state.map(({ tensor }) => tensor)].flatMap((tensor) => [
          ...tensor.dataSync(),
        ]),
      );
      optimizer.dispose();
      tf.dispose([start, variable, target]);
    }
    assert.ok(distance(weights[1] ?? [], weights[0] ?? [0]) <= 1e-6);
  });

  it('refuses rows of unequal length, where the numbers would be whatever lay on the heap', async () => {
    await startEngine('portable');
    const before = tf.backend().numDataIds();
    assert.throws(() => tf.tensor([[1, 2], [3]]), /shape \[2,2\] has 4 values; the array holds 3/);
    assert.equal(tf.backend().numDataIds(), before);
  });

  it('leaves nothing behind after a kernel it borrows', async () => {
    await startEngine('portable');
    const backend = tf.backend();
    const before = backend.numDataIds();
    tf.tidy(() => {
      const spectrum = tf.spectral.fft(tf.complex([1, 2, 3], [0, 1, 0]));
      tf.einsum('ij,jk->ik', noise([2, 3], 1) as tf.Tensor2D, noise([3, 2], 2) as tf.Tensor2D);
      tf.unique(tf.tensor1d([1, 1, 2]));
      return spectrum.dataSync();
    });
    assert.equal(backend.numDataIds(), before);
  });

  it('computes with complex numbers, integers and strings', async () => {
    await startEngine('portable');
    const product = tf.complex([1, 2], [3, 4]).mul(tf.complex([1, 1], [0, 1]));
    assert.deepEqual([...(await product.data())], [1, 3, -2, 6]);
    const integers = tf.matMul(
      tf.tensor2d([[1, 2]], [1, 2], 'int32'),
      tf.tensor2d([[3], [4]], [2, 1], 'int32'),
    );
    assert.deepEqual([...(await integers.data())], [11]);
    assert.equal(integers.dtype, 'int32');
    const words = tf.string.stringSplit(tf.tensor1d(['a b']), ' ');
    assert.deepEqual([...((await words.values?.data()) ?? [])], ['a', 'b']);
  });

  it('says when memory is out, and works on', async () => {
    const engine = await startEngine('portable');
    const before = engine.memory();
    assert.throws(() => tf.zeros([2 ** 30]), /^EngineError: Out of memory: .* needs 4\.00 GB more/);
    assert.deepEqual([...tf.ones([3]).add(1).dataSync()], [2, 2, 2]);
    assert.ok(engine.memory().bytes < before.bytes + 100);
  });

  it('sums many numbers without losing digits', async () => {
    await startEngine('portable');
    const mean = tf.tidy(() => tf.ones([128, 784]).mul(0.1).mean().dataSync()[0] ?? 0);
    assert.ok(Math.abs(mean - 0.1) < 1e-7);
  });

  it('hands the gradient of a pooling to the highest value of each window alone', async () => {
    await startEngine('portable');
    const x = tf.tensor4d([-4, -1, -3, -2], [1, 2, 2, 1]);
    const gradient = tf.grad((input: tf.Tensor) => tf.maxPool(input as tf.Tensor4D, 2, 2, 'same'));
    assert.deepEqual([...gradient(x).dataSync()], [0, 1, 0, 0]);
  });

  it('adds no listener for errors of the process', async () => {
    const events = ['uncaughtException', 'unhandledRejection'];
    const before = events.map((event) => process.listenerCount(event));
    await startEngine('portable');
    assert.deepEqual(
      events.map((event) => process.listenerCount(event)),
      before,
    );
  });
});

function toArray(values: Float32Array): number[] {
  return Array.from(values);
}

/** Relative L2 distance. */
function distance(actual: number[], expected: number[]): number {
  const difference = expected.map((value, i) => value - (actual[i] ?? Number.NaN));
  return Math.hypot(...difference) / Math.hypot(...expected);
}
