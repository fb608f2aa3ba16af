/** Chapter 06: every score computed again, in another way, from what the run shows. */
import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import { digits } from '../../../src/data/digits.ts';
import { digitNet, FEATURES } from '../../../src/metrics/network/digitNet.ts';
import { lastTiles, rowOfTiles } from '../pictures.ts';
import { psnr } from '../psnr.ts';
import { type Measures, mean } from './measure.ts';
import { lastOf, lastValueOf, seedOf } from './records.ts';
import { ssimByHand } from './ssimByHand.ts';

export const evaluationMetrics: Measures = {
  /** Counts, and areas by comparing every pair, from the probabilities shown. */
  'classification-metrics'(run) {
    const { probability = [], 'is a 7': truth = [] } = lastOf(run, 'curve', 'ranking').lines;
    const judged = probability.map((value, i) => ({ p: Number(value), is7: truth[i] === 1 }));
    const [hits, alarms, misses] = [
      judged.filter(({ p, is7 }) => p >= 0.5 && is7).length,
      judged.filter(({ p, is7 }) => p >= 0.5 && !is7).length,
      judged.filter(({ p, is7 }) => p < 0.5 && is7).length,
    ];
    const quiet = judged.length - hits - alarms - misses;
    const [precision, recall] = [hits / (hits + alarms), hits / (hits + misses)];
    const own: Record<string, number> = {
      accuracy: (hits + quiet) / judged.length,
      precision,
      recall,
      F1: 2 / (1 / precision + 1 / recall),
      'ROC AUC': shareOfPairsInOrder(judged),
      'average precision': averagePrecision(judged),
    };
    const off = Math.max(
      ...Object.entries(own).map(([name, value]) => Math.abs(value - lastValueOf(run, name))),
    );
    const shown = lastOf(run, 'matrix', 'confusion matrix').values.flat().join(' ');
    const { accuracy = 0 } = own;
    return {
      measure: `accuracy ${accuracy.toFixed(3)}, precision ${precision.toFixed(2)}, recall ${recall.toFixed(2)}, AUC ${own['ROC AUC']?.toFixed(3)}; off by ${off.toExponential(0)}; confusion ${shown}`,
      reached:
        off < 1e-6 &&
        shown === `${quiet} ${alarms} ${misses} ${hits}` &&
        accuracy > 0.94 &&
        recall < 0.8,
    };
  },

  /** PSNR and SSIM of the pictures shown, written out window by window. */
  'image-similarity'(run) {
    const tiles = lastTiles(run.folder, run.records, 'equal PSNR');
    const original = rowOfTiles(tiles, 0, 1);
    const copies = [1, 2, 3, 4, 5].map((i) => rowOfTiles(tiles, i, 1));
    const { lines } = lastOf(run, 'curve', 'scores at equal PSNR');
    const decibels = copies.map((copy) => psnr(original, copy));
    const alike = copies.map((copy) => ssimByHand(original, copy, 64));
    const off = Math.max(
      distance(lines['PSNR, dB'], decibels),
      distance(lines.SSIM, alike),
      distance(lines['SSIM, ours'], alike),
    );
    const spread = Math.max(...decibels) - Math.min(...decibels);
    const [brighter = 0] = alike;
    const noisy = alike.at(-1) ?? 1;
    return {
      measure: `PSNR ${decibels.map((each) => each.toFixed(2)).join(' ')} dB, SSIM ${alike.map((each) => each.toFixed(2)).join(' ')}; off by ${off.toExponential(0)}`,
      reached: off < 1e-4 && spread < 0.5 && brighter - noisy > 0.2,
    };
  },

  /** FID again with another library's eigenvalues; its order among the damaged sets; KID of equal sets. */
  'generative-metrics'(run) {
    const { values, rows = [] } = lastOf(run, 'matrix', 'scores');
    const column = (c: number) => (name: string) => Number(values[rows.indexOf(name)]?.[c]);
    const [score, fid] = [column(0), column(1)];
    const ladders = [
      ['real', 'blurred 1', 'blurred 2', 'blurred 3'],
      ['real', 'noisy 1', 'noisy 2', 'noisy 3'],
      ['real', '8 digits', '4 digits', '1 digit'],
      ['the same', 'real', 'generated'],
    ].map((names) => names.map(fid));
    const again = frechet(featuresOf(seedOf(run)), featuresOf(1000));
    const equal = lastOf(run, 'matrix', 'equal sets').values.map((row) => row.map(Number));
    const errors = equal.map(([, kid = Number.NaN, error = 0]) => kid / error);
    return {
      measure: `FID same ${fid('the same').toFixed(4)}, real ${fid('real').toFixed(2)} (again ${again.toFixed(2)}); ${ladders.map((each) => each.map((value) => value.toFixed(1)).join('<')).join(', ')}; score of one digit ${score('1 digit').toFixed(2)}; equal sets: FID ${equal.map(([value]) => value?.toFixed(1)).join(' ')}, KID ${errors.map((each) => each.toFixed(1)).join(' ')} standard errors from 0`,
      reached:
        Math.abs(fid('the same')) < 1e-3 &&
        Math.abs(again - fid('real')) < 1e-2 &&
        ladders.every(rises) &&
        score('1 digit') < 1.5 &&
        rises(equal.map(([value = Number.NaN]) => -value)) &&
        errors.every((each) => Math.abs(each) < 3.5),
    };
  },
};

interface Judged {
  p: number;
  is7: boolean;
}

/** How often a 7 has the higher probability, of all pairs of a 7 and another digit. */
function shareOfPairsInOrder(judged: readonly Judged[]): number {
  const others = judged.filter(({ is7 }) => !is7);
  const wins = judged.filter(({ is7 }) => is7).map(({ p }) => winsOver(others, p));
  return mean(wins);
}

function winsOver(others: readonly Judged[], p: number): number {
  return mean(others.map((other) => (p > other.p ? 1 : p === other.p ? 0.5 : 0)));
}

/** The mean, over the 7s, of the precision at the threshold that just names each. */
function averagePrecision(judged: readonly Judged[]): number {
  const sevens = judged.filter(({ is7 }) => is7);
  return mean(
    sevens.map(({ p }) => {
      const named = judged.filter((each) => each.p >= p);
      return named.filter(({ is7 }) => is7).length / named.length;
    }),
  );
}

/** Rows of features of digits of a seed. */
function featuresOf(seed: number): Matrix {
  const features = digitNet().features(digits({ count: 600, seed }).images);
  return Matrix.from1DArray(600, FEATURES, Array.from(features));
}

/** The eigenvalues of the product of both covariances, which is not symmetric, are those that the root needs. */
function frechet(a: Matrix, b: Matrix): number {
  const [first, second] = [a, b].map((points) => {
    const centre = points.mean('column');
    const centred = points.clone().subRowVector(centre);
    return {
      centre,
      covariance: centred
        .transpose()
        .mmul(centred)
        .div(points.rows - 1),
    };
  });
  if (!first || !second) return Number.NaN;
  const product = first.covariance.mmul(second.covariance);
  const { realEigenvalues } = new EigenvalueDecomposition(product);
  const roots = realEigenvalues.reduce((sum, value) => sum + Math.sqrt(Math.max(0, value)), 0);
  const apart = first.centre.reduce((sum, x, i) => sum + (x - (second.centre[i] ?? 0)) ** 2, 0);
  return apart + first.covariance.trace() + second.covariance.trace() - 2 * roots;
}

function rises(values: readonly number[]): boolean {
  return values.every((value, i) => i === 0 || value > (values[i - 1] ?? 0));
}

function distance(shown: readonly unknown[] | undefined, own: readonly number[]): number {
  return Math.max(...own.map((value, i) => Math.abs(value - Number(shown?.[i]))));
}
