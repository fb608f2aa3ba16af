import assert from 'node:assert/strict';
import { digits } from '../../../../src/data/digits.ts';
import {
  ClassifierLab,
  mostProbable,
} from '../../../../walkthroughs/01-types-of-learning/figures/classifierLab.ts';
import { framed } from '../../../../walkthroughs/01-types-of-learning/figures/framing.ts';

describe('the classifier in the panel', function () {
  this.timeout(60_000);

  it('learns most digits within 700 steps, and the framed drawing of a large one too', () => {
    const lab = new ClassifierLab();
    const before = lab.accuracy();
    for (let i = 0; i < 700; i++) lab.train();
    const after = lab.accuracy();
    assert.ok(before < 0.35 && after > 0.85, `${before} → ${after}`);

    const large = digits({ count: 40, seed: 5, size: 28, variety: 0.5 });
    const named = Array.from(large.labels, (label, i) => {
      const seen = lab.see(large.images.subarray(i * 784, (i + 1) * 784));
      return mostProbable(lab.probabilities(seen)) === label;
    });
    assert.ok(named.filter(Boolean).length >= 34, `${named.filter(Boolean).length} of 40`);
  });
});

describe('framing a drawing', () => {
  it('moves and scales a small stroke in a corner to the middle', () => {
    const pixels = new Float32Array(28 * 28);
    for (let y = 1; y < 8; y++) pixels.fill(1, y * 28 + 1, y * 28 + 4);
    const picture = framed(pixels, 28, 14);
    const rows = Array.from({ length: 14 }, (_, y) =>
      picture.subarray(y * 14, (y + 1) * 14).some((ink) => ink > 0.3),
    );
    assert.equal(rows.filter(Boolean).length, 10);
    assert.equal(rows.indexOf(true), 2);
  });

  it('leaves an empty pad empty', () => {
    assert.ok(framed(new Float32Array(784), 28, 14).every((ink) => ink === 0));
  });
});
