/** What each threshold on a score makes of two classes. The classes are 1 (positive) and 0. */

export interface Rates {
  /** Examples whose score is at least so high are named positive; infinite for none. */
  threshold: number;
  truePositives: number;
  falsePositives: number;
  falseNegatives: number;
  trueNegatives: number;
}

export interface RocCurve {
  /** Share of the negatives that are named positive, ascending from 0 to 1. */
  falsePositiveRate: number[];
  /** Share of the positives that are named so: recall. */
  truePositiveRate: number[];
  thresholds: number[];
}

export interface PrecisionRecallCurve {
  /** Ascending from 0 to 1. */
  recall: number[];
  /** 1 where nothing is named positive. */
  precision: number[];
  thresholds: number[];
}

/**
 * Every threshold that makes a difference, from naming none positive to naming all.
 * @throws RangeError when labels and scores differ in number, a label is not 0 or 1, or a class is missing
 */
export function allRates(labels: ArrayLike<number>, scores: ArrayLike<number>): Rates[] {
  const positives = countPositives(labels, scores);
  const negatives = labels.length - positives;
  const order = Array.from({ length: labels.length }, (_, i) => i);
  order.sort((i, j) => (scores[j] ?? 0) - (scores[i] ?? 0));
  const rates = [ratesAt(Number.POSITIVE_INFINITY, 0, 0, positives, negatives)];
  let [truePositives, falsePositives] = [0, 0];
  order.forEach((i, rank) => {
    if (labels[i] === 1) truePositives++;
    else falsePositives++;
    const score = scores[i] ?? 0;
    const next = order[rank + 1];
    // Equal scores fall on the same side of every threshold.
    if (next !== undefined && scores[next] === score) return;
    rates.push(ratesAt(score, truePositives, falsePositives, positives, negatives));
  });
  return rates;
}

/** What one threshold makes of the scores: at or above it an example is named positive. */
export function ratesOf(
  labels: ArrayLike<number>,
  scores: ArrayLike<number>,
  threshold: number,
): Rates {
  const positives = countPositives(labels, scores);
  let [truePositives, falsePositives] = [0, 0];
  for (let i = 0; i < labels.length; i++) {
    if ((scores[i] ?? 0) < threshold) continue;
    if (labels[i] === 1) truePositives++;
    else falsePositives++;
  }
  const negatives = labels.length - positives;
  return ratesAt(threshold, truePositives, falsePositives, positives, negatives);
}

/** Receiver operating characteristic: recall against false alarms. */
export function rocCurve(labels: ArrayLike<number>, scores: ArrayLike<number>): RocCurve {
  const rates = allRates(labels, scores);
  return {
    falsePositiveRate: rates.map(falseAlarmRateOf),
    truePositiveRate: rates.map(recallOf),
    thresholds: rates.map(({ threshold }) => threshold),
  };
}

/** Area under the ROC curve: how often a positive has a higher score than a negative; a tie counts half. */
export function rocAuc(labels: ArrayLike<number>, scores: ArrayLike<number>): number {
  const { falsePositiveRate: x, truePositiveRate: y } = rocCurve(labels, scores);
  return x.reduce((area, here, i) => {
    if (i === 0) return area;
    const [before, low, high] = [x[i - 1] ?? 0, y[i - 1] ?? 0, y[i] ?? 0];
    return area + ((here - before) * (low + high)) / 2;
  }, 0);
}

export function precisionRecallCurve(
  labels: ArrayLike<number>,
  scores: ArrayLike<number>,
): PrecisionRecallCurve {
  const rates = allRates(labels, scores);
  return {
    recall: rates.map(recallOf),
    precision: rates.map(precisionOf),
    thresholds: rates.map(({ threshold }) => threshold),
  };
}

/** Σ (recall − recall before) · precision: the mean precision at the places of the positives in the ranking. */
export function averagePrecision(labels: ArrayLike<number>, scores: ArrayLike<number>): number {
  const { recall, precision } = precisionRecallCurve(labels, scores);
  return recall.reduce(
    (sum, here, i) => sum + (here - (recall[i - 1] ?? 0)) * (precision[i] ?? 0),
    0,
  );
}

export function recallOf({ truePositives, falseNegatives }: Rates): number {
  return truePositives / (truePositives + falseNegatives);
}

/** Share of the negatives that are named positive. */
export function falseAlarmRateOf({ falsePositives, trueNegatives }: Rates): number {
  return falsePositives / (falsePositives + trueNegatives);
}

export function precisionOf({ truePositives, falsePositives }: Rates): number {
  const named = truePositives + falsePositives;
  return named === 0 ? 1 : truePositives / named;
}

function ratesAt(
  threshold: number,
  truePositives: number,
  falsePositives: number,
  positives: number,
  negatives: number,
): Rates {
  return {
    threshold,
    truePositives,
    falsePositives,
    falseNegatives: positives - truePositives,
    trueNegatives: negatives - falsePositives,
  };
}

function countPositives(labels: ArrayLike<number>, scores: ArrayLike<number>): number {
  if (labels.length !== scores.length) {
    throw new RangeError(`there are ${labels.length} labels for ${scores.length} scores.`);
  }
  let positives = 0;
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i];
    if (label !== 0 && label !== 1) throw new RangeError(`a label is 0 or 1, not ${label}.`);
    positives += label;
  }
  if (positives === 0 || positives === labels.length) {
    throw new RangeError('both classes, 0 and 1, must be among the labels.');
  }
  return positives;
}
