import assert from 'node:assert/strict';
import * as tf from '../../../../src/engine/tf.ts';
import { assertClose, SPECIAL } from '../floats.ts';
import { onAll, useVariant } from '../variants.ts';

const types = ['float32', 'int32', 'bool'] as const;
const numbers = {
  float32: () => tf.tensor1d([...SPECIAL, ...SPECIAL]),
  int32: () => tf.tensor1d([0, 1, -1, 2, 16777217, -2147483648, 2147483647, 0, 5], 'int32'),
  bool: () =>
    tf.tensor1d(
      Array.from({ length: 35 }, (_, i) => i % 3 === 0),
      'bool',
    ),
};

const arrays = { float32: Float32Array, int32: Int32Array, bool: Uint8Array };

describe('casting', () => {
  for (const from of types) {
    for (const to of types) {
      it(`gives what the CPU engine gives, from ${from} to ${to}`, async () => {
        const { expected, actual } = await onAll(() => numbers[from]().cast(to));
        for (const [build, values] of actual) {
          assert.equal(values.constructor, arrays[to]);
          // The CPU engine leaves integers in a float32 tensor.
          assertClose(values, arrays[to].from(expected), 0, build);
        }
      });
    }
  }

  it('never leaves integers under a float32 tensor', async () => {
    const backend = await useVariant('relaxed');
    const integers = tf.tensor1d([1, 2, 3], 'int32');
    const floats = integers.toFloat();
    assert.equal(backend.block(floats).dtype, 'float32');
    tf.dispose([integers, floats]);
  });
});

describe('filling', () => {
  it('gives what the CPU engine gives', async () => {
    const { expected, actual } = await onAll(() =>
      tf.concat([
        tf.fill([5, 7], 2.5).flatten(),
        tf.fill([3], -3, 'int32').toFloat(),
        tf.onesLike(tf.tensor1d([true, false], 'bool')).toFloat(),
        tf.zerosLike(tf.fill([33], Number.NaN)),
        tf.onesLike(tf.tensor1d([4, 5], 'int32')).toFloat(),
      ]),
    );
    for (const [build, values] of actual) assertClose(values, expected, 0, build);
  });
});
