import assert from 'node:assert/strict';
import { align, nearest, smooth, toLine } from '../../../src/webview/kit/chartData.ts';

const points = (...pairs: [number, number][]) => pairs.map(([step, value]) => ({ step, value }));

describe('chart data', () => {
  it('smooths without pulling the first values towards zero', () => {
    assert.deepEqual(
      smooth([5, 5, 5], 0.9).map((value) => Number(value?.toFixed(9))),
      [5, 5, 5],
    );
    assert.deepEqual(smooth([1, 3], 0), [1, 3]);
  });

  it('gives each value of a smoothed line the weight its age deserves', () => {
    const [, second] = smooth([1, 4], 0.5);
    assert.equal(second, (0.25 * 1 + 0.5 * 4) / 0.75);
  });

  it('passes holes through smoothing', () => {
    assert.deepEqual(smooth([2, null, 2], 0.5), [2, null, 2]);
  });

  it('leaves out what no axis can show', () => {
    const logged = points([0, 1], [1, Number.NaN], [2, Infinity], [3, -1], [4, 0], [5, 2]);
    assert.deepEqual(toLine(logged).xs, [0, 3, 4, 5]);
    assert.deepEqual(toLine(logged, true).xs, [0, 5]);
  });

  it('puts steps that begin again in order, the last value of a step winning', () => {
    assert.deepEqual(toLine(points([0, 1], [2, 2], [0, 3], [1, 4])), {
      xs: [0, 1, 2],
      ys: [3, 4, 2],
    });
  });

  it('puts lines with different steps on one axis', () => {
    const loss = { xs: [0, 1, 2, 3], ys: [4, 3, 2, 1] };
    const validation = { xs: [1, 3], ys: [5, 6] };
    assert.deepEqual(align([loss, validation]), [
      [0, 1, 2, 3],
      loss.ys,
      [undefined, 5, undefined, 6],
    ]);
    assert.deepEqual(
      align([
        { xs: [0, 2], ys: [1, 1] },
        { xs: [1], ys: [7] },
      ]),
      [
        [0, 1, 2],
        [1, undefined, 1],
        [undefined, 7, undefined],
      ],
    );
    assert.deepEqual(align([]), [[]]);
  });

  it('finds the nearest step on either side', () => {
    assert.equal(nearest([0, 10, 20], 14), 1);
    assert.equal(nearest([0, 10, 20], 16), 2);
    assert.equal(nearest([0, 10, 20], 99), 2);
    assert.equal(nearest([0, 10, 20], -5), 0);
  });
});
