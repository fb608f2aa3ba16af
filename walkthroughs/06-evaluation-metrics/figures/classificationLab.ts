/** Two normal distributions of scores and a threshold: everything about them is known exactly. */

/** How many examples the confusion matrix counts. */
export const COUNT = 10_000;
/** Scores shown: the negatives have mean 0, both classes a standard deviation of 1. */
export const SCORES = { min: -4, max: 8 } as const;

export interface Setting {
  /** Score from which on an example is named positive. */
  threshold: number;
  /** Mean score of the positives; that of the negatives is 0. */
  distance: number;
  /** Share of the examples that are positive, 0 to 1. */
  share: number;
}

export interface Counts {
  tp: number;
  fp: number;
  fn: number;
  tn: number;
}

type Point = readonly [x: number, y: number];

/** Counts expected among COUNT examples, rounded to whole ones. */
export function countsOf({ threshold, distance, share }: Setting): Counts {
  const positives = Math.round(COUNT * share);
  const negatives = COUNT - positives;
  const tp = Math.round(positives * above(threshold - distance));
  const fp = Math.round(negatives * above(threshold));
  return { tp, fp, fn: positives - tp, tn: negatives - fp };
}

export interface Scores {
  accuracy: number;
  /** NaN where nothing is named positive, as F1 is then. */
  precision: number;
  recall: number;
  f1: number;
}

export function scoresOf({ tp, fp, fn, tn }: Counts): Scores {
  return {
    accuracy: (tp + tn) / (tp + fp + fn + tn),
    precision: tp / (tp + fp),
    recall: tp / (tp + fn),
    f1: (2 * tp) / (2 * tp + fp + fn),
  };
}

/** Share of the negatives, and of the positives, that are named positive. */
export function rocPoint({ threshold, distance }: Setting): Point {
  return [above(threshold), above(threshold - distance)];
}

/** Recall and precision, not rounded to whole examples. */
export function prPoint(setting: Setting): Point {
  const [falseRate, recall] = rocPoint(setting);
  const hits = setting.share * recall;
  return [recall, hits / (hits + (1 - setting.share) * falseRate)];
}

/** A curve over all thresholds, from naming nearly none positive to naming nearly all. */
export function curveOf(setting: Setting, point: (setting: Setting) => Point): Point[] {
  return Array.from({ length: 241 }, (_, i) => point({ ...setting, threshold: 8.5 - i * 0.055 }));
}

/** Chance that a positive scores higher than a negative. */
export function areaUnderRoc(distance: number): number {
  return 1 - above(distance / Math.SQRT2);
}

export function density(score: number, mean: number): number {
  return Math.exp(-((score - mean) ** 2) / 2) / Math.sqrt(2 * Math.PI);
}

/** Share of a standard normal distribution above z, right to 1e-7 and in proportion far out too. */
export function above(z: number): number {
  if (z < 0) return 1 - above(-z);
  // Numerical Recipes' erfc: its relative error is below 1.2e-7 everywhere
  const x = z / Math.SQRT2;
  const t = 1 / (1 + x / 2);
  const terms = [
    -1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398,
    1.48851587, -0.82215223, 0.17087277,
  ];
  const polynomial = terms.reduceRight((sum, term) => sum * t + term, 0);
  return (t * Math.exp(-x * x + polynomial)) / 2;
}
