import assert from 'node:assert/strict';
import * as tf from '../../../../src/engine/tf.ts';
import { assertNear, assertSame, type Draw } from '../draw.ts';
import { useVariant } from '../variants.ts';

const TYPES = ['float32', 'int32', 'bool'] as const;

/** A tensor of a random type, rank and shape; sometimes empty. */
function anything(draw: Draw, least = 1, most = 5): tf.Tensor {
  const shape = draw.shape(draw.integer(least, most), draw.next() < 0.05 ? 0 : 1, 7);
  return draw.tensor(shape, draw.pick(TYPES));
}

const computations: Record<string, (draw: Draw) => tf.Tensor | tf.Tensor[]> = {
  transpose(draw) {
    const x = anything(draw);
    return tf.transpose(x, draw.permutation(x.rank));
  },
  'transpose of large matrices'(draw) {
    return tf.transpose(draw.tensor([draw.integer(1, 3), ...draw.shape(2, 1, 70)]), [0, 2, 1]);
  },
  'slice, some outside'(draw) {
    const x = anything(draw);
    const begin = x.shape.map((size) => draw.integer(0, size));
    const size = x.shape.map((all, i) => draw.integer(-1, all - (begin[i] ?? 0)));
    return tf.slice(x, begin, size);
  },
  'strided slice, also backwards'(draw) {
    const x = anything(draw, 1, 4);
    const ends = () => x.shape.map((size) => draw.integer(-size, size));
    const strides = x.shape.map(() => draw.pick([-2, -1, 1, 2, 3]));
    const mask = () => draw.integer(0, 2 ** x.rank - 1);
    return tf.stridedSlice(x, ends(), ends(), strides, mask(), mask(), 0, 0, mask());
  },
  pad(draw) {
    const x = anything(draw, 1, 4);
    const paddings = x.shape.map((): [number, number] => [draw.integer(0, 3), draw.integer(0, 3)]);
    return tf.pad(x, paddings, draw.pick([0, 1]));
  },
  'mirrored pad'(draw) {
    const x = draw.tensor(draw.shape(draw.integer(1, 4), 2, 6), draw.pick(TYPES));
    const most = (size: number) => draw.integer(0, size - 1);
    const paddings = x.shape.map((size): [number, number] => [most(size), most(size)]);
    return tf.mirrorPad(x, paddings, draw.pick(['reflect', 'symmetric']));
  },
  tile(draw) {
    const x = anything(draw, 1, 4);
    return tf.tile(
      x,
      x.shape.map(() => draw.integer(1, 4)),
    );
  },
  'broadcast to'(draw) {
    const shape = draw.shape(4);
    const from = shape.slice(draw.integer(0, 3)).map((size) => draw.pick([1, size]));
    return tf.broadcastTo(draw.tensor(from, draw.pick(TYPES)), shape);
  },
  reverse(draw) {
    const x = anything(draw);
    const axes = x.shape.map((_, i) => i).filter(() => draw.next() < 0.5);
    return tf.reverse(x, axes);
  },
  'concat, some of them empty'(draw) {
    const rank = draw.integer(1, 4);
    const shape = draw.shape(rank);
    const axis = draw.integer(-rank, rank - 1);
    const type = draw.pick(TYPES);
    const tensors = Array.from({ length: draw.integer(1, 5) }, () =>
      draw.tensor(shape.with(axis, draw.integer(0, 5)), type),
    );
    return tf.concat(tensors, axis);
  },
  'stack and unstack'(draw) {
    const shape = draw.shape(draw.integer(1, 4));
    const type = draw.pick(TYPES);
    const tensors = Array.from({ length: draw.integer(1, 5) }, () => draw.tensor(shape, type));
    const stacked = tf.stack(tensors, draw.integer(-shape.length - 1, shape.length));
    return [stacked, ...tf.unstack(stacked, draw.integer(-shape.length, shape.length - 1))];
  },
  split(draw) {
    const rank = draw.integer(1, 4);
    const axis = draw.integer(0, rank - 1);
    const sizes = draw.shape(draw.integer(1, 4), 0, 4);
    const all = sizes.reduce((sum, size) => sum + size, 0);
    return tf.split(draw.tensor(draw.shape(rank).with(axis, all), draw.pick(TYPES)), sizes, axis);
  },
  'gather, some indices outside'(draw) {
    const x = draw.tensor(draw.shape(draw.integer(1, 4)), draw.pick(TYPES));
    const axis = draw.integer(0, x.rank - 1);
    const shape = draw.shape(draw.integer(1, 2));
    const most = (x.shape[axis] ?? 0) - (draw.next() < 0.9 ? 1 : 0);
    const values = Array.from({ length: tf.util.sizeFromShape(shape) }, () =>
      draw.integer(0, most),
    );
    return tf.gather(x, tf.tensor(values, shape, 'int32'), axis);
  },
  'gather in batches'(draw) {
    const x = draw.tensor([3, ...draw.shape(3)]);
    const size = x.shape[2] ?? 0;
    const values = Array.from({ length: 12 }, () => draw.integer(0, size - 1));
    return tf.gather(x, tf.tensor(values, [3, 4], 'int32'), 2, 1);
  },
  'gatherND, some indices outside'(draw) {
    const x = draw.tensor(draw.shape(3), draw.pick(TYPES));
    const rank = draw.integer(1, 3);
    const outside = draw.next() < 0.1 ? 1 : 0;
    const name = () =>
      x.shape.slice(0, rank).map((size) => draw.integer(0, size - 1) + outside * size);
    const names = Array.from({ length: draw.integer(1, 6) }, name);
    return tf.gatherND(x, tf.tensor2d(names, [names.length, rank], 'int32'));
  },
  'one hot, some indices outside'(draw) {
    const shape = draw.shape(draw.integer(1, 3));
    const values = Array.from({ length: tf.util.sizeFromShape(shape) }, () => draw.integer(-1, 6));
    return tf.oneHot(tf.tensor(values, shape, 'int32'), 6, 2, -1, draw.pick(['float32', 'int32']));
  },
  'space to batch and back'(draw) {
    const block = [draw.integer(1, 3), draw.integer(1, 3)];
    const [high = 1, wide = 1] = block;
    const x = draw.tensor([2, high * draw.integer(1, 3), wide * draw.integer(1, 3), 3]);
    const batches = tf.spaceToBatchND(x, block, [
      [high, 0],
      [0, wide],
    ]);
    const crops = [
      [1, high - 1],
      [0, wide],
    ];
    return [batches, tf.batchToSpaceND(batches, block, crops)];
  },
  'depth to space'(draw) {
    const block = draw.integer(2, 3);
    const x = draw.tensor([...draw.shape(3), block * block * draw.integer(1, 3)]);
    return tf.depthToSpace(x as tf.Tensor4D, block);
  },
};

describe('moving numbers on the portable engine', () => {
  for (const [name, compute] of Object.entries(computations)) {
    it(`gives what the CPU engine gives for ${name}`, async () => {
      for (let seed = 1; seed <= 40; seed++) await assertSame(seed, compute);
    });
  }

  it('moves large tensors with two threads as with one', async () => {
    await assertSame(1, (draw) => {
      const x = draw.tensor([3, 128, 200]);
      const rows = tf.tensor1d(
        Array.from({ length: 300 }, () => draw.integer(0, 199)),
        'int32',
      );
      // Twice: of calls that can be shared the first is not.
      return [1, 2].flatMap(() => [
        tf.transpose(x, [0, 2, 1]),
        tf.tile(tf.slice(x, [0, 1, 1], [2, 90, 100]), [1, 2, 3]),
        tf.gather(tf.transpose(x, [2, 0, 1]), rows),
      ]);
    });
  });

  it('adds up segments as the CPU engine does', async () => {
    for (let seed = 1; seed <= 20; seed++) {
      await assertNear(seed, 1e-6, (draw) => {
        const x = draw.tensor([draw.integer(0, 40), ...draw.shape(draw.integer(0, 2), 1, 20)]);
        const values = Array.from({ length: x.shape[0] ?? 0 }, () => draw.integer(-1, 9));
        return tf.unsortedSegmentSum(x, tf.tensor1d(values, 'int32'), 9);
      });
    }
  });

  it('scatters as the CPU engine does', async () => {
    for (let seed = 1; seed <= 20; seed++) {
      await assertNear(seed, 1e-6, (draw) => {
        const [rows, columns] = [draw.integer(1, 5), draw.integer(1, 12)];
        const names = Array.from({ length: draw.integer(1, 20) }, () => [
          draw.integer(0, rows - 1),
        ]);
        const updates = draw.tensor([names.length, columns], draw.pick(['float32', 'int32']));
        return tf.scatterND(tf.tensor2d(names, undefined, 'int32'), updates, [rows, columns]);
      });
    }
  });

  it('adds a long segment up without losing digits', async () => {
    await useVariant('plain');
    const sum = tf.tidy(() => {
      const x = tf.fill([1_000_000, 1], 0.1);
      return tf.unsortedSegmentSum(x, tf.zeros([1_000_000], 'int32'), 1).dataSync()[0] ?? 0;
    });
    assert.ok(Math.abs(sum / 1e5 - 1) < 1e-7);
  });

  it('copies nothing where the numbers lie as they are needed', async () => {
    await useVariant('plain');
    const { numDataBuffers } = tf.memory();
    tf.tidy(() => {
      const x = tf.ones([4, 1, 6]);
      tf.transpose(x, [1, 0, 2]);
      tf.slice(x, [0, 0, 0], [4, 1, 6]);
      tf.stack([x]);
      assert.equal(tf.memory().numDataBuffers - numDataBuffers, 1);
    });
  });
});
