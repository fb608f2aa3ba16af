import assert from 'node:assert/strict';
import { Random } from '../../../src/data/random.ts';
import { meanSquaredError } from '../../../src/metrics/psnr.ts';
import {
  principalComponents,
  project,
  restore,
} from '../../../src/webview/kit/maths/principalComponents.ts';

const size = 6;
const spreads = [3, 2, 1, 0.5, 0.2, 0.1];
const count = 4000;

/** Independent values with the given spreads around 5: the axes are the principal components. */
function cloud(): Float32Array {
  const random = new Random(1);
  return Float32Array.from({ length: count * size }, (_, i) => random.normal(5, spreads[i % size]));
}

describe('principal components', () => {
  it('point along the axes of a cloud that is stretched along them', () => {
    const { directions, mean } = principalComponents(cloud(), size, 3);
    directions.forEach((direction, k) => {
      assert.ok(Math.abs(direction[k] ?? 0) > 0.99, `direction ${k}: ${direction}`);
    });
    for (const value of mean) assert.ok(Math.abs(value - 5) < 0.2);
  });

  it('are orthonormal', () => {
    const { directions } = principalComponents(cloud(), size, 4);
    directions.forEach((a, i) => {
      directions.forEach((b, j) => {
        const dot = a.reduce((sum, value, n) => sum + value * (b[n] ?? 0), 0);
        assert.ok(Math.abs(dot - (i === j ? 1 : 0)) < 1e-9);
      });
    });
  });

  it('leave the variance of the directions that are dropped, and nothing when all are kept', () => {
    const data = cloud();
    const model = principalComponents(data, size, size);
    const left = (k: number) => {
      let sum = 0;
      for (let n = 0; n < count; n++) {
        const picture = data.subarray(n * size, (n + 1) * size);
        sum += meanSquaredError(picture, restore(model, project(model, picture), k));
      }
      return sum / count;
    };
    const dropped = spreads.slice(2).reduce((sum, spread) => sum + spread ** 2, 0) / size;
    assert.ok(Math.abs(left(2) / dropped - 1) < 0.05);
    assert.ok(left(size) < 1e-9);
  });
});
