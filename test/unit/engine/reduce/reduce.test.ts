import assert from 'node:assert/strict';
import * as tf from '../../../../src/engine/tf.ts';
import { assertNear, assertSame, type Draw } from '../draw.ts';
import { useVariant, variants } from '../variants.ts';

/** Any of the axes of x, or none, which means all. */
function someAxes(draw: Draw, { shape }: tf.Tensor): number[] | undefined {
  if (draw.next() < 0.1) return undefined;
  const axes = shape.map((_, i) => i).filter(() => draw.next() < 0.5);
  return axes.map((axis) => (draw.next() < 0.2 ? axis - shape.length : axis));
}

function anything(draw: Draw): tf.Tensor {
  const least = draw.next() < 0.05 ? 0 : 1;
  return draw.tensor(draw.shape(draw.integer(1, 5), least, draw.pick([3, 7, 20])));
}

/** With some numbers that are none. */
function withGaps(draw: Draw): tf.Tensor {
  const x = anything(draw);
  const values = x.dataSync().map((value) => {
    if (draw.next() > 0.05) return value;
    return draw.pick([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 3e38]);
  });
  return tf.tensor(values, x.shape);
}

const { sum, mean, max, min, prod } = tf;

describe('reductions on the portable engine', () => {
  for (const [name, reduce] of Object.entries({ sum, mean, max, min, prod })) {
    it(`gives what the CPU engine gives for ${name}, over any axes`, async () => {
      for (let seed = 1; seed <= 40; seed++) {
        await assertNear(seed, 2e-6, (draw) => {
          const x = anything(draw);
          return reduce(x, someAxes(draw, x), draw.next() < 0.5);
        });
      }
    });

    it(`gives what the CPU engine gives for ${name} of NaN, infinities and huge numbers`, async () => {
      for (let seed = 1; seed <= 40; seed++) {
        await assertNear(seed, 2e-6, (draw) => {
          const x = withGaps(draw);
          return reduce(x, someAxes(draw, x));
        });
      }
    });
  }

  it('gives what the CPU engine gives for the mean of integers, any and all', async () => {
    for (let seed = 1; seed <= 20; seed++) {
      await assertSame(seed, (draw) => {
        const x = draw.tensor(draw.shape(3), 'bool');
        const axes = someAxes(draw, x);
        return [tf.any(x, axes), tf.all(x, axes, true), tf.any(x.logicalNot(), axes)];
      });
      // The CPU engine divides each number first, and rounds it.
      await assertNear(seed, 5e-6, (draw) => {
        const x = draw.tensor(draw.shape(3), draw.pick(['int32', 'bool']));
        return tf.mean(x, someAxes(draw, x));
      });
    }
  });

  it('finds the largest and smallest where the CPU engine does', async () => {
    for (let seed = 1; seed <= 40; seed++) {
      await assertSame(seed, (draw) => {
        const x = tf.round(withGaps(draw).mul(3));
        const axis = draw.integer(-x.rank, x.rank - 1);
        return [tf.argMax(x, axis), tf.argMin(x, axis)];
      });
    }
  });

  it('adds up running sums as the CPU engine does', async () => {
    for (let seed = 1; seed <= 40; seed++) {
      await assertSame(seed, (draw) => {
        const x = anything(draw);
        const axis = draw.integer(0, x.rank - 1);
        return tf.cumsum(x, axis, draw.next() < 0.5, draw.next() < 0.5);
      });
    }
  });

  it('adds ten million numbers up without losing digits', async () => {
    await useVariant('relaxed');
    for (const shape of [[10_000_000], [2_000_000, 5], [100_000, 100], [1, 10_000_000, 1]]) {
      const ratios = tf.tidy(() => {
        const x = tf.fill(shape, 0.1);
        const sums = tf.sum(x, 0).dataSync();
        const one = shape.length > 1 && shape[0] !== 1 ? (shape[0] ?? 0) / 10 : 0.1;
        const all = [tf.sum(x).dataSync()[0] ?? 0, (tf.mean(x).dataSync()[0] ?? 0) * 1e7];
        return [
          ...all.map((value) => value / 1e6),
          (sums[0] ?? 0) / (shape.length > 1 ? one : 1e6),
        ];
      });
      for (const ratio of ratios) assert.ok(Math.abs(ratio - 1) < 1e-6, `${shape}: ${ratio}`);
    }
  });

  it('gives the same bits with two threads as with one, and whichever part is done first', async () => {
    const results: number[][] = [];
    for (const build of variants.filter((name) => name.startsWith('plain'))) {
      await useVariant(build);
      const x = tf.randomUniform([500, 1200], -1, 1, 'float32', 7);
      // Several times: of calls that can be shared the first is not.
      for (let trial = 0; trial < 4; trial++) {
        results.push(
          tf.tidy(() =>
            [tf.sum(x), tf.mean(x, 0), tf.max(x), tf.sum(x, 1), tf.argMax(x, 1)].flatMap(
              (tensor) => [...tensor.dataSync()],
            ),
          ),
        );
      }
      x.dispose();
    }
    for (const result of results) assert.deepEqual(result, results[0]);
  });
});
