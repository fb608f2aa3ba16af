import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { digits } from '../../../src/data/digits.ts';
import { startEngine } from '../../../src/engine/start.ts';
import * as tf from '../../../src/engine/tf.ts';
import { normalOf } from '../../../src/metrics/frechet.ts';
import { digitNet, FEATURES } from '../../../src/metrics/network/digitNet.ts';
import { convolve, dense } from '../../../src/metrics/network/layers.ts';
import { pack, unpack } from '../../../src/metrics/network/packed.ts';

const root = path.resolve(import.meta.dirname, '../../..');

describe('the feature network', () => {
  const { images, labels } = digits({ count: 600, seed: 602_001 });

  it('names digits of a seed that it never saw', () => {
    const net = digitNet();
    const odds = net.probabilities(net.features(images)); // [600, 10]
    const right = labels.filter((label, i) => {
      const row = odds.subarray(i * 10, (i + 1) * 10);
      return row.every((value) => value <= (row[label] ?? 0));
    });
    assert.ok(right.length / labels.length > 0.98, `${right.length} of ${labels.length}`);
  });

  it('gives features of standard deviation 1, about', () => {
    const { covariance } = normalOf(digitNet().features(images), FEATURES);
    for (let i = 0; i < FEATURES; i++) {
      const deviation = Math.sqrt(covariance[i * (FEATURES + 1)] ?? 0);
      assert.ok(deviation > 0.8 && deviation < 1.25, `feature ${i}: ${deviation}`);
    }
  });

  it('has the weights that its training gives, to the last bit', async function () {
    this.timeout(120_000);
    const script = path.join(root, 'src/build/models.ts');
    const options = { cwd: root, env: { ...process.env, GENAI101_THREADS: '1' } };
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--import', 'tsx', script, '--check'],
      options,
    );
    assert.match(stdout, /as trained/);
  });
});

describe('its layers', () => {
  before(() => startEngine('cpu'));

  it('compute what TensorFlow.js computes', () => {
    for (const [size, side] of [
      [28, 5],
      [14, 3],
      [7, 3],
    ] as const) {
      const input = wave(size * size * 2, 0.3);
      const layer = { side, channelsIn: 2, kernel: wave(side * side * 6, 0.7), bias: wave(3, 1.1) };
      const expected = tf.tidy(() => {
        const kernel = tf.tensor4d(layer.kernel, [side, side, 2, 3]);
        const picture = tf.tensor4d(input, [1, size, size, 2]);
        return tf.relu(tf.conv2d(picture, kernel, 2, 'same').add(layer.bias)).dataSync();
      });
      near(convolve(layer, input, size), expected);
    }
    const weights = { kernel: wave(12, 0.2), bias: wave(3, 0.5) };
    const expected = tf.tidy(() => {
      const product = tf.matMul(
        tf.tensor2d(wave(4, 1), [1, 4]),
        tf.tensor2d(weights.kernel, [4, 3]),
      );
      return product.add(weights.bias).dataSync();
    });
    near(dense(weights, wave(4, 1)), expected);
  });
});

describe('packed weights', () => {
  it('are the weights, to a part in 254 of each column’s largest', () => {
    const weights = { kernel: wave(40, 0.9), bias: wave(4, 0.2) };
    const [found] = unpack(pack([weights]), [{ rows: 10, columns: 4 }]);
    assert.deepEqual(found?.bias, weights.bias);
    found?.kernel.forEach((value, i) => {
      assert.ok(Math.abs(value - (weights.kernel[i] ?? 0)) <= 1 / 254 + 1e-6);
    });
  });

  it('are refused when they are cut off', () => {
    assert.throws(() => unpack(new Uint8Array(71), [{ rows: 10, columns: 4 }]), /71 bytes, not 72/);
  });
});

function wave(length: number, step: number): Float32Array {
  return Float32Array.from({ length }, (_, i) => Math.sin(step * i + step));
}

function near(found: ArrayLike<number>, expected: ArrayLike<number>): void {
  assert.equal(found.length, expected.length);
  Array.from(found).forEach((value, i) => {
    assert.ok(Math.abs(value - (expected[i] ?? 0)) < 1e-4, `${i}: ${value}, ${expected[i]}`);
  });
}
