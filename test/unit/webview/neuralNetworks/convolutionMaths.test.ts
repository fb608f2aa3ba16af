import assert from 'node:assert/strict';
import {
  convolve,
  padded,
  places,
  pool,
  presets,
  square,
} from '../../../../walkthroughs/02-neural-networks/figures/convolutionMaths.ts';

/** 4 × 4: dark on the left, bright on the right. */
const edge = square(Float32Array.from([0, 0, 1, 1, 0, 0, 1, 1, 0, 0, 1, 1, 0, 0, 1, 1]));
const asItIs = { stride: 1, padding: 0 };

describe('the convolution figure', () => {
  it('copies the picture with the kernel that has a one in its middle', () => {
    const { values, width } = convolve(edge, presets.copy ?? [], { stride: 1, padding: 1 });
    assert.equal(width, 4);
    assert.deepEqual(values, edge.values);
  });

  it('finds an upright edge, without mirroring the kernel', () => {
    const { values } = convolve(edge, presets['upright edges'] ?? [], asItIs);
    assert.deepEqual([...values], [4, 4, 4, 4]);
    assert.deepEqual(
      [...convolve(edge, presets['level edges'] ?? [], asItIs).values],
      [0, 0, 0, 0],
    );
  });

  it('keeps the brightness of an even area when it blurs or sharpens', () => {
    const even = square(new Float32Array(9).fill(0.5));
    for (const name of ['blur', 'sharpen']) {
      const [sum = 0] = convolve(even, presets[name] ?? [], asItIs).values;
      assert.ok(Math.abs(sum - 0.5) < 1e-6, `${name}: ${sum}`);
    }
  });

  it('finds ⌊(n + 2p − k) / s⌋ + 1 places along a side', () => {
    assert.equal(places(14, asItIs), 12);
    assert.equal(places(14, { stride: 1, padding: 1 }), 14);
    assert.equal(places(14, { stride: 2, padding: 0 }), 6);
    assert.equal(places(14, { stride: 3, padding: 2 }), 6);
    const { width, height } = convolve(edge, presets.blur ?? [], { stride: 2, padding: 1 });
    assert.deepEqual([width, height], [2, 2]);
  });

  it('surrounds the picture with zeros', () => {
    const { values, width } = padded(edge, 1);
    assert.equal(width, 6);
    assert.deepEqual([...values.subarray(6, 12)], [0, 0, 0, 1, 1, 0]);
  });

  it('pools the largest or the mean of each 2 × 2, and drops what is left over', () => {
    const grid = { width: 3, height: 3, values: Float32Array.from([1, 5, 9, -2, 0, 9, 9, 9, 9]) };
    assert.deepEqual(pool(grid, 'max'), { width: 1, height: 1, values: Float32Array.of(5) });
    assert.deepEqual(pool(grid, 'average').values, Float32Array.of(1));
  });
});
