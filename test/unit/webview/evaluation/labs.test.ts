import assert from 'node:assert/strict';
import { psnr } from '../../../../src/metrics/psnr.ts';
import { ssim } from '../../../../src/metrics/ssim.ts';
import {
  cases,
  preferred,
} from '../../../../walkthroughs/06-evaluation-metrics/figures/choosingLab.ts';
import {
  above,
  areaUnderRoc,
  countsOf,
  curveOf,
  rocPoint,
  scoresOf,
} from '../../../../walkthroughs/06-evaluation-metrics/figures/classificationLab.ts';
import {
  cloud,
  frechetTerms,
  kidOf,
  normal,
  realSpread,
  scoreOfClasses,
} from '../../../../walkthroughs/06-evaluation-metrics/figures/generativeLab.ts';
import {
  damaged,
  equallyFar,
  intact,
  kinds,
  originalOf,
  SAME_PSNR,
  SIDE,
} from '../../../../walkthroughs/06-evaluation-metrics/figures/similarityLab.ts';

const near = (a: number, b: number, by = 1e-6) => assert.ok(Math.abs(a - b) < by, `${a}, not ${b}`);

describe('the figures of chapter 06', () => {
  it('know the normal distribution', () => {
    near(above(0), 0.5);
    near(above(1.959964), 0.025);
    near(above(-1), 0.8413447);
    near(above(6) / 9.8659e-10, 1, 1e-4);
  });

  it('count every example once, and find 99 % accuracy in always saying no to 1 %', () => {
    const counts = countsOf({ threshold: 8, distance: 2, share: 0.01 });
    assert.deepEqual(counts, { tp: 0, fp: 0, fn: 100, tn: 9900 });
    const { accuracy, precision, recall, f1 } = scoresOf(counts);
    assert.deepEqual([accuracy, recall, f1], [0.99, 0, 0]);
    assert.ok(Number.isNaN(precision));
  });

  it('have the area under the ROC curve that the curve has', () => {
    const curve = curveOf({ threshold: 0, distance: 1.5, share: 0.2 }, rocPoint);
    const area = curve.slice(1).reduce((sum, [x, y], i) => {
      const [lastX, lastY] = curve[i] ?? [0, 0];
      return sum + ((x - lastX) * (y + lastY)) / 2;
    }, 0);
    near(area, areaUnderRoc(1.5), 1e-3);
  });

  it('damage a digit in four ways of one PSNR, which SSIM tells apart', () => {
    const original = originalOf(5);
    assert.deepEqual(damaged(original, intact), original);
    const copies = kinds.map((kind) => damaged(original, equallyFar(original, kind)));
    for (const copy of copies) near(psnr(original, copy), SAME_PSNR, 0.1);
    const [blur = 0, noise = 0, shift = 0, brightness = 0] = copies.map((copy) =>
      ssim(original, copy, SIDE),
    );
    assert.ok(brightness > 0.9 && Math.max(blur, noise, shift) < 0.75);
  });

  it('split the Fréchet distance into its two terms', () => {
    const along = (x: number, y: number) => ({ x, y, correlation: 0 });
    const terms = frechetTerms(normal([0, 0], along(1, 2)), normal([3, 4], along(2, 2)));
    near(terms.means, 25);
    near(terms.spreads, 1);
    near(terms.distance, 26);
  });

  it('find a KID near 0 for equal clouds, and far from it for distant ones', () => {
    const real = cloud('real', [0, 0], realSpread);
    const equal = kidOf(real, cloud('generated', [0, 0], realSpread));
    assert.ok(Math.abs(equal.mean) < equal.deviation);
    const far = kidOf(real, cloud('generated', [3, 0], realSpread));
    assert.ok(far.mean > 10 * Math.abs(equal.mean));
  });

  it('score as many classes as are made, when the classifier is sure', () => {
    near(scoreOfClasses([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], 1), 10);
    near(scoreOfClasses([0, 1, 2], 1), 3);
    near(scoreOfClasses([4], 0.9), 1);
    near(scoreOfClasses([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], 0.1), 1);
  });

  it('have exactly one metric in each case that prefers the wanted candidate', () => {
    for (const { title, metrics, wanted } of cases) {
      const good = metrics.filter((metric) => preferred(metric) === wanted);
      assert.equal(good.length, 1, title);
    }
  });
});
