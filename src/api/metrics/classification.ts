/** How well classes are named. */
import {
  type ClassificationScores,
  type ClassScores,
  confusionMatrix as confusionOf,
  classificationScores as scoresOf,
} from '../../metrics/classification.ts';
import * as thresholds from '../../metrics/thresholds.ts';
import type { Numbers } from '../numbers.ts';
import { inCall, readList } from './read.ts';

export type { PrecisionRecallCurve, RocCurve } from '../../metrics/thresholds.ts';
export type { ClassificationScores, ClassScores };

/**
 * Who was taken for whom: row by true class, column by class named.
 * @param labels [count]: the true class of each example, 0, 1, …
 * @param predictions [count]: the class named
 * @param classes how many there are; as many as are met where it is left out
 * @throws GenAI101Error when the two differ in length, or hold something else than classes
 */
export function confusionMatrix(
  labels: Numbers,
  predictions: Numbers,
  classes?: number,
): number[][] {
  const call = 'metrics.confusionMatrix';
  const [truth, named] = [
    readList(call, 'labels', labels),
    readList(call, 'predictions', predictions),
  ];
  return inCall(call, () => confusionOf(truth, named, classes));
}

/**
 * Accuracy, and precision, recall and F1 of each class, and as means over the classes (macro) or of all counts together
 * (micro). What would be 0 of 0 is given as 0.
 * @param labels [count]: the true class of each example, 0, 1, …
 * @param predictions [count]: the class named
 * @throws GenAI101Error when the two differ in length, or hold something else than classes
 */
export function classificationScores(
  labels: Numbers,
  predictions: Numbers,
  classes?: number,
): ClassificationScores {
  const call = 'metrics.classificationScores';
  const [truth, named] = [
    readList(call, 'labels', labels),
    readList(call, 'predictions', predictions),
  ];
  return inCall(call, () => scoresOf(confusionOf(truth, named, classes)));
}

/**
 * Recall against false alarms, for every threshold on the scores that makes a difference.
 * @param labels [count]: 1 is positive, 0 is not
 * @param scores [count]: the higher, the more likely positive
 * @throws GenAI101Error when a label is something else, or a class is missing
 */
export function rocCurve(labels: Numbers, scores: Numbers): thresholds.RocCurve {
  return ofScores('metrics.rocCurve', labels, scores, thresholds.rocCurve);
}

/**
 * Area under that curve: how often a positive has a higher score than a negative; 0.5 is chance.
 * @param labels [count]: 1 is positive, 0 is not
 * @param scores [count]: the higher, the more likely positive
 * @throws GenAI101Error when a label is something else, or a class is missing
 */
export function rocAuc(labels: Numbers, scores: Numbers): number {
  return ofScores('metrics.rocAuc', labels, scores, thresholds.rocAuc);
}

/**
 * Precision against recall, for every threshold on the scores that makes a difference.
 * @param labels [count]: 1 is positive, 0 is not
 * @param scores [count]: the higher, the more likely positive
 * @throws GenAI101Error when a label is something else, or a class is missing
 */
export function precisionRecallCurve(
  labels: Numbers,
  scores: Numbers,
): thresholds.PrecisionRecallCurve {
  const { precisionRecallCurve: curve } = thresholds;
  return ofScores('metrics.precisionRecallCurve', labels, scores, curve);
}

/**
 * Area under that curve, as a sum of steps; for a model without skill it is the share of positives.
 * @param labels [count]: 1 is positive, 0 is not
 * @param scores [count]: the higher, the more likely positive
 * @throws GenAI101Error when a label is something else, or a class is missing
 */
export function averagePrecision(labels: Numbers, scores: Numbers): number {
  return ofScores('metrics.averagePrecision', labels, scores, thresholds.averagePrecision);
}

function ofScores<T>(
  call: string,
  labels: Numbers,
  scores: Numbers,
  compute: (labels: Float64Array, scores: Float64Array) => T,
): T {
  const [truth, values] = [readList(call, 'labels', labels), readList(call, 'scores', scores)];
  return inCall(call, () => compute(truth, values));
}
