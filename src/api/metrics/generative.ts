/** How good a set of made samples is, beside a set of real ones. */
import { frechetDistance, normalOf } from '../../metrics/frechet.ts';
import { type InceptionScore, inceptionScore as scoreOf } from '../../metrics/inceptionScore.ts';
import { kid as kidOf } from '../../metrics/kid.ts';
import {
  type DensityCoverage,
  densityCoverage as densityCoverageOf,
  type PrecisionRecall,
  precisionRecall as precisionRecallOf,
} from '../../metrics/manifolds.ts';
import type { Numbers } from '../numbers.ts';
import { inCall, readTable, readTables } from './read.ts';

export type { DensityCoverage, InceptionScore, PrecisionRecall };

/**
 * Inception Score: exp(mean KL(p(y|x) ‖ p(y))), 1 to the number of classes. High where each sample is named for sure
 * and all names are given equally often. It never looks at real samples.
 * @param probabilities [count, classes], for example `metrics.digitProbabilities(images)`
 * @param options.splits the score is the mean of so many parts; 1 where it is left out
 * @throws GenAI101Error when there are more splits than samples
 */
export function inceptionScore(
  probabilities: Numbers,
  { splits = 1 }: { splits?: number } = {},
): InceptionScore {
  const call = 'metrics.inceptionScore';
  const { values, columns } = readTable(call, 'probabilities', probabilities);
  return inCall(call, () => scoreOf(values, columns, splits));
}

/**
 * Fréchet distance of two sets of features (FID), each taken for a normal distribution: 0 for equal means and
 * covariances, growing with every kind of damage. Features are taken as they are. Small sets give values that are too
 * high, so compare sets of one size only.
 *
 * ```ts
 * const distance = metrics.fid(metrics.digitFeatures(real), metrics.digitFeatures(made));
 * ```
 *
 * @param real [count, size]
 * @param made [another count, size]
 * @throws GenAI101Error when the features are not as many in both, or a set has fewer than two points
 */
export function fid(real: Numbers, made: Numbers): number {
  const [a, b] = readTables('metrics.fid', real, made);
  return inCall('metrics.fid', () =>
    frechetDistance(normalOf(a.values, a.columns), normalOf(b.values, b.columns)),
  );
}

/**
 * Kernel distance of two sets of features (KID), by the unbiased estimate: its mean is 0 for sets of one distribution,
 * whatever their size, so that it may fall below 0.
 * @param real [count, size]
 * @param made [another count, size]
 * @throws GenAI101Error when the features are not as many in both, or a set has fewer than two points
 */
export function kid(real: Numbers, made: Numbers): number {
  const [a, b] = readTables('metrics.kid', real, made);
  return inCall('metrics.kid', () => kidOf(a.values, b.values, a.columns));
}

/**
 * Precision: the share of made samples that lie among the real ones. Recall: the share of real samples that lie among
 * the made ones. 0 to 1 each.
 * @param real [count, size]
 * @param made [another count, size]
 * @param options.k neighbours that make a point's surroundings; 3 where it is left out
 * @throws GenAI101Error when the features are not as many in both, or a set has no k neighbours for each point
 */
export function precisionRecall(
  real: Numbers,
  made: Numbers,
  { k = 3 }: { k?: number } = {},
): PrecisionRecall {
  const [a, b] = readTables('metrics.precisionRecall', real, made);
  return inCall('metrics.precisionRecall', () =>
    precisionRecallOf(a.values, b.values, a.columns, k),
  );
}

/**
 * Density: in how many real surroundings a made sample lies, as a multiple of what is usual. Coverage: the share of
 * real surroundings in which a made sample lies. Both shrug off outliers that mislead precision and recall.
 * @param real [count, size]
 * @param made [another count, size]
 * @param options.k neighbours that make a point's surroundings; 5 where it is left out
 * @throws GenAI101Error when the features are not as many in both, or there are no k neighbours for each real point
 */
export function densityCoverage(
  real: Numbers,
  made: Numbers,
  { k = 5 }: { k?: number } = {},
): DensityCoverage {
  const [a, b] = readTables('metrics.densityCoverage', real, made);
  return inCall('metrics.densityCoverage', () =>
    densityCoverageOf(a.values, b.values, a.columns, k),
  );
}
