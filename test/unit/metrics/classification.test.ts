import assert from 'node:assert/strict';
import { classificationScores, confusionMatrix } from '../../../src/metrics/classification.ts';
import {
  averagePrecision,
  falseAlarmRateOf,
  precisionOf,
  precisionRecallCurve,
  ratesOf,
  recallOf,
  rocAuc,
  rocCurve,
} from '../../../src/metrics/thresholds.ts';

describe('scores of a classifier', () => {
  it('equal a case worked by hand', () => {
    // Ten of a hundred are ill. The test finds six of them and alarms three healthy ones.
    const confusion = [
      [87, 3],
      [4, 6],
    ];
    const { accuracy, perClass, macro, micro } = classificationScores(confusion);
    near(accuracy, 0.93);
    near(perClass[1]?.precision, 6 / 9);
    near(perClass[1]?.recall, 6 / 10);
    near(perClass[1]?.f1, 12 / 19); // 2 · 6 / (9 + 10)
    near(perClass[0]?.f1, 174 / 181); // 2 · 87 / (91 + 90)
    near(macro.recall, (87 / 90 + 0.6) / 2);
    near(micro.f1, 0.93);
  });

  it('equal scikit-learn 1.9 on three classes, one of which is never named right', () => {
    const labels = Array.from({ length: 60 }, (_, i) => (i % 7 ? i % 3 : 2));
    const predictions = Array.from({ length: 60 }, (_, i) => (i % 5 ? (i * i) % 3 : 1));
    const confusion = confusionMatrix(labels, predictions, 3);
    assert.deepEqual(confusion, [
      [14, 3, 0],
      [0, 17, 0],
      [2, 24, 0],
    ]);
    const { accuracy, perClass, macro, micro } = classificationScores(confusion);
    near(accuracy, 0.5166666666666667);
    assert.deepEqual(
      perClass.map(({ f1 }) => f1.toFixed(8)),
      ['0.84848485', '0.55737705', '0.00000000'],
    );
    near(macro.precision, 0.4204545454545454);
    near(macro.recall, 0.6078431372549019);
    near(macro.f1, 0.46862063255505876);
    near(micro.recall, 0.5166666666666667);
  });

  it('say what cannot be counted', () => {
    assert.throws(() => confusionMatrix([0, 1], [0]), /RangeError: there are 2 labels for 1 pred/);
    assert.throws(() => confusionMatrix([0, 1.5], [0, 1]), /1.5 and 1 are not both classes/);
  });
});

describe('curves over thresholds', () => {
  // Ranked: +, −, +, then a tie of both, −.
  const labels = [1, 0, 1, 1, 0, 0];
  const scores = [0.9, 0.8, 0.7, 0.5, 0.5, 0.1];

  it('a score that equals the threshold is named positive', () => {
    const rates = ratesOf(labels, scores, 0.5);
    assert.deepEqual(rates, {
      threshold: 0.5,
      truePositives: 3,
      falsePositives: 2,
      falseNegatives: 0,
      trueNegatives: 1,
    });
    assert.deepEqual([precisionOf(rates), recallOf(rates)], [3 / 5, 1]);
    assert.equal(falseAlarmRateOf(rates), 2 / 3);
  });

  it('equal a case worked by hand, where a tie is one step', () => {
    const { falsePositiveRate, truePositiveRate, thresholds } = rocCurve(labels, scores);
    near(falsePositiveRate, [0, 0, 1 / 3, 1 / 3, 2 / 3, 1]);
    near(truePositiveRate, [0, 1 / 3, 1 / 3, 2 / 3, 1, 1]);
    assert.deepEqual(thresholds, [Number.POSITIVE_INFINITY, 0.9, 0.8, 0.7, 0.5, 0.1]);
    const { precision, recall } = precisionRecallCurve(labels, scores);
    near(precision, [1, 1, 1 / 2, 2 / 3, 3 / 5, 1 / 2]);
    near(recall, [0, 1 / 3, 1 / 3, 2 / 3, 1, 1]);
    near(rocAuc(labels, scores), 6.5 / 9); // of nine pairs six in the right order, one tie
    near(averagePrecision(labels, scores), (1 + 2 / 3 + 3 / 5) / 3);
  });

  it('equal scikit-learn 1.9 on rounded scores with many ties', () => {
    const many = Array.from({ length: 40 }, (_, i) => ((i * 5) % 8 < 3 ? 1 : 0));
    const rounded = many.map(
      (label, i) => Math.round((Math.sin(i * 1.7) + 1) * 5 + 2 * label) / 10,
    );
    near(rocAuc(many, rounded), 0.5933333333333333);
    near(averagePrecision(many, rounded), 0.5678737282664352);
  });

  it('need both classes', () => {
    assert.throws(() => rocAuc([1, 1], [0.1, 0.2]), /RangeError: both classes, 0 and 1/);
    assert.throws(() => rocAuc([2, 1], [0.1, 0.2]), /a label is 0 or 1, not 2/);
  });
});

function near(found: number | number[] | undefined, expected: number | number[]): void {
  const [a, b] = [[found ?? Number.NaN].flat(), [expected].flat()];
  assert.equal(a.length, b.length);
  a.forEach((value, i) => {
    assert.ok(Math.abs(value - (b[i] ?? 0)) < 1e-9, `${value} is not ${b[i]}`);
  });
}
