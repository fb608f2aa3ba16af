import assert from 'node:assert/strict';
import { digits } from '../../../src/data/digits.ts';
import { startEngine } from '../../../src/engine/start.ts';
import { psnr, psnrOfPrincipalComponents } from '../psnr.ts';
import { rocAuc } from './autoencoders.ts';

describe('the measures of the course', () => {
  it('gives a ROC AUC of 1 to a perfect ranking, 0 to its reverse, and counts pairs between', () => {
    assert.equal(rocAuc([true, true, false, false]), 1);
    assert.equal(rocAuc([false, false, true, true]), 0);
    assert.equal(rocAuc([true, false, true, false]), 0.75);
  });

  it('gives 20 dB to a mean squared error of a hundredth', () => {
    assert.equal(Math.round(psnr(new Float32Array(9), new Float32Array(9).fill(0.1))), 20);
  });

  it('rebuilds digits better from more principal components', async () => {
    await startEngine('portable');
    const { images } = digits({ count: 50, seed: 9 });
    const few = psnrOfPrincipalComponents(images, 4);
    const more = psnrOfPrincipalComponents(images, 32);
    assert.ok(few > 9 && more > few + 3, `${few} dB, ${more} dB`);
  });
});
