import assert from 'node:assert/strict';
import { digits } from '../../../src/data/digits.ts';
import { startEngine } from '../../../src/engine/start.ts';
import { psnr, psnrOfPrincipalComponents } from '../psnr.ts';
import { rocAuc } from './autoencoders.ts';
import { mean } from './measure.ts';
import { correlation, strokeWidths } from './strokeWidth.ts';

describe('the measures of the course', () => {
  it('gives a ROC AUC of 1 to a perfect ranking, 0 to its reverse, and counts pairs between', () => {
    assert.equal(rocAuc([true, true, false, false]), 1);
    assert.equal(rocAuc([false, false, true, true]), 0);
    assert.equal(rocAuc([true, false, true, false]), 0.75);
  });

  it('gives 20 dB to a mean squared error of a hundredth', () => {
    assert.equal(Math.round(psnr(new Float32Array(9), new Float32Array(9).fill(0.1))), 20);
  });

  it('measures how wide the pen of a digit was, from the picture', () => {
    const { images, thickness } = digits({ count: 400, seed: 771_007, variety: 0.7 });
    const widths = strokeWidths(images, 28);
    assert.ok(correlation([...thickness], widths) > 0.9);
    const off = mean(widths.map((width, i) => Math.abs(width - (thickness[i] ?? 0))));
    assert.ok(off < 0.4, `${off} pixels off`);
  });

  it('gives a correlation of 1, −1 and 0', () => {
    assert.equal(correlation([1, 2, 3], [2, 4, 6]), 1);
    assert.equal(correlation([1, 2, 3], [3, 2, 1]), -1);
    assert.equal(correlation([1, 2, 3], [1, 0, 1]), 0);
  });

  it('rebuilds digits better from more principal components', async () => {
    await startEngine('portable');
    const { images } = digits({ count: 50, seed: 9 });
    const few = psnrOfPrincipalComponents(images, 4);
    const more = psnrOfPrincipalComponents(images, 32);
    assert.ok(few > 9 && more > few + 3, `${few} dB, ${more} dB`);
  });
});
