import assert from 'node:assert/strict';
import {
  areaUnderCurve,
  detect,
  falseAlarmRate,
  meanSquaredError,
  precision,
  psnr,
  recall,
  rocCurve,
} from '../../../src/webview/kit/maths/scores.ts';

describe('scores of pictures and detectors', () => {
  it('PSNR gains 10 dB for a tenth of the squared error', () => {
    assert.equal(psnr(0.01), 20);
    assert.ok(Math.abs(psnr(0.001) - psnr(0.01) - 10) < 1e-9);
    assert.equal(meanSquaredError([0, 1, 0.5, 0], [0, 0, 0.5, 0]), 0.25);
  });

  it('a threshold counts an error that equals it as an alarm', () => {
    assert.deepEqual(detect([0.1, 0.2, 0.3], [0.2, 0.4], 0.2), {
      truePositives: 2,
      falsePositives: 2,
      falseNegatives: 0,
      trueNegatives: 1,
    });
  });

  it('precision, recall and false alarm rate follow from the four counts', () => {
    const detection = detect([0.1, 0.2, 0.3, 0.5], [0.2, 0.4], 0.35);
    assert.equal(precision(detection), 0.5);
    assert.equal(recall(detection), 0.5);
    assert.equal(falseAlarmRate(detection), 0.25);
    assert.equal(precision(detect([0.1], [0.2], 1)), undefined);
  });

  it('the area under the ROC curve equals the share of pairs in the right order', () => {
    const normal = [0.1, 0.4, 0.35, 0.8, 0.2];
    const anomalous = [0.5, 0.9, 0.35];
    const curve = rocCurve(normal, anomalous);
    assert.deepEqual(curve[0], [0, 0]);
    assert.deepEqual(curve.at(-1), [1, 1]);
    let trapezoids = 0;
    for (let i = 1; i < curve.length; i++) {
      const [x0, y0] = curve[i - 1] ?? [0, 0];
      const [x1, y1] = curve[i] ?? [0, 0];
      trapezoids += ((x1 - x0) * (y0 + y1)) / 2;
    }
    // 5 + 4 + 2.5 of 15 pairs: 0.9 beats all, 0.5 loses to 0.8, 0.35 ties with 0.35.
    assert.ok(Math.abs(areaUnderCurve(normal, anomalous) - 11.5 / 15) < 1e-12);
    assert.ok(Math.abs(trapezoids - 11.5 / 15) < 1e-12);
  });
});
