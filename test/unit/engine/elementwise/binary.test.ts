import assert from 'node:assert/strict';
import * as tf from '../../../../src/engine/tf.ts';
import { assertClose, SPECIAL } from '../floats.ts';
import { noise } from '../networks.ts';
import { onAll } from '../variants.ts';

type Binary = (a: tf.Tensor, b: tf.Tensor) => tf.Tensor;

const functions: Record<string, Binary> = {
  add: tf.add,
  sub: tf.sub,
  mul: tf.mul,
  div: tf.div,
  maximum: tf.maximum,
  minimum: tf.minimum,
  squaredDifference: tf.squaredDifference,
  equal: tf.equal,
  notEqual: tf.notEqual,
  less: tf.less,
  lessEqual: tf.lessEqual,
  greater: tf.greater,
  greaterEqual: tf.greaterEqual,
};

/** What broadcasting can meet: the same shape, scalars, rows, columns, both, dimensions to join, and no numbers. */
const shapes: [number[], number[]][] = [
  [
    [5, 7],
    [5, 7],
  ],
  [[3, 5, 2], []],
  [[], [33]],
  [[1], [4, 3]],
  [[6, 5], [5]],
  [[5], [6, 5]],
  [
    [6, 5],
    [6, 1],
  ],
  [
    [6, 1],
    [6, 17],
  ],
  [
    [6, 1],
    [1, 17],
  ],
  [
    [2, 3, 4, 5],
    [4, 5],
  ],
  [
    [2, 3, 4, 5],
    [3, 1, 1],
  ],
  [
    [2, 1, 4, 1],
    [3, 1, 5],
  ],
  [
    [2, 3, 1, 5, 2],
    [2, 1, 4, 5, 1],
  ],
  [
    [1, 3, 4],
    [3, 4],
  ],
  [
    [1, 3],
    [4, 1, 1],
  ],
  [[0, 3], [3]],
  [
    [4, 0],
    [4, 1],
  ],
];

describe('a function of two numbers', () => {
  for (const [name, compute] of Object.entries(functions)) {
    it(`broadcasts as on the CPU engine: ${name}`, async () => {
      for (const [a, b] of shapes) {
        const { expected, actual } = await onAll(() => compute(coarse(a, 1), coarse(b, 2)));
        for (const [build, values] of actual) {
          assertClose(values, expected, 1, `${build} [${a}] [${b}]`);
        }
      }
    });

    it(`takes NaN, infinities and zeros as the CPU engine does: ${name}`, async () => {
      const special = () => tf.tensor1d([...SPECIAL]);
      const { expected, actual } = await onAll(() => compute(special().expandDims(1), special()));
      for (const [build, values] of actual) assertClose(values, expected, 1, build);
    });

    it(`takes integers as the CPU engine does: ${name}`, async () => {
      for (const [a, b] of shapes) {
        const { expected, actual } = await onAll(() =>
          compute(coarse(a, 3).mul(100).toInt(), coarse(b, 4).mul(100).toInt()),
        );
        for (const [build, values] of actual) assertClose(values, expected, 1, build);
      }
    });
  }

  it('computes powers as the CPU engine does', async () => {
    for (const exponent of [2, 3, 0.5, -0.5, -1, 1, 0, 1.7]) {
      const { expected, actual } = await onAll(() =>
        tf.pow(tf.tensor1d([...SPECIAL, 3, 0.1, 7]), tf.scalar(exponent)),
      );
      for (const [build, values] of actual) {
        assertClose(values, expected, 2, `${build} ${exponent}`);
      }
    }
  });

  it('computes prelu as the CPU engine does', async () => {
    const { expected, actual } = await onAll(() => tf.prelu(coarse([9, 7], 1), coarse([7], 2)));
    for (const [build, values] of actual) assertClose(values, expected, 0, build);
  });

  it('adds many tensors as the CPU engine does', async () => {
    const { expected, actual } = await onAll(() =>
      tf.addN([1, 2, 3, 4, 5].map((seed) => noise([17, 3], seed))),
    );
    for (const [build, values] of actual) assertClose(values, expected, 0, build);
  });

  it('combines booleans and selects by them as the CPU engine does', async () => {
    const { expected, actual } = await onAll(() => {
      const [a, b] = [noise([35], 1).greater(0), noise([35], 2).greater(0)];
      const either = a.logicalAnd(b).logicalOr(a.logicalNot().logicalAnd(b.logicalNot()));
      return tf.where(either, noise([35], 3), noise([35], 4)).concat(either.toFloat());
    });
    for (const [build, values] of actual) assertClose(values, expected, 0, build);
  });

  it('is shared among threads, by rows too', async () => {
    for (const [a, b] of [
      [
        [300, 301],
        [300, 301],
      ],
      [[300, 301], [301]],
      [
        [300, 301],
        [300, 1],
      ],
    ]) {
      const { expected, actual } = await onAll(() =>
        tf.add(coarse(a ?? [], 1), coarse(b ?? [], 2)),
      );
      for (const [build, values] of actual) assertClose(values, expected, 0, build);
    }
  });

  it('says which shapes do not go together', async () => {
    await onAll(() => {
      assert.throws(
        () => tf.add(tf.zeros([2, 3]), tf.zeros([2, 2])),
        /Operands could not be broadcast together with shapes 2,3 and 2,2/,
      );
      return tf.scalar(0);
    });
  });
});

/** Numbers among which some are equal. */
function coarse(shape: number[], seed: number): tf.Tensor {
  return tf.tidy(() => noise(shape, seed).mul(4).round().div(4));
}
