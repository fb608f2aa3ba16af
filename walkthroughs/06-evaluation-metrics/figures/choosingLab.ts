/** Cases to choose a metric for: two candidates each, scored by every metric, so that a choice has a consequence. */
import { precisionRecall } from '../../../src/metrics/manifolds.ts';
import { psnr } from '../../../src/metrics/psnr.ts';
import { ssim } from '../../../src/metrics/ssim.ts';
import { type Counts, scoresOf } from './classificationLab.ts';
import { cloud, frechetTerms, normal, scoreOfClasses } from './generativeLab.ts';
import { damaged, equallyFar, intact, originalOf, SIDE } from './similarityLab.ts';

export interface Metric {
  name: string;
  /** Of the two candidates. */
  values: readonly [number, number];
  lowerIsBetter?: boolean;
  /** What this metric sees here, and what it does not. */
  why: string;
}

export interface Case {
  id: string;
  title: string;
  story: string;
  candidates: readonly [string, string];
  /** Which candidate serves the purpose: 0 or 1. */
  wanted: 0 | 1;
  metrics: readonly Metric[];
  /** Pictures of the original and of the two candidates' results. */
  pictures?: readonly Float32Array[];
}

export const cases: readonly Case[] = [screening(), spam(), enlarging(), repeating(), denoising()];

/** Which candidate a metric prefers; undefined where it cannot tell them apart, as shown with two digits. */
export function preferred({ values: [a, b], lowerIsBetter }: Metric): 0 | 1 | undefined {
  if (Math.abs(a - b) < 0.005) return undefined;
  return a > b === (lowerIsBetter === true) ? 1 : 0;
}

function classifier(counts: readonly [Counts, Counts]) {
  const [a, b] = counts.map(scoresOf);
  return (name: 'accuracy' | 'precision' | 'recall'): readonly [number, number] => [
    a?.[name] || 0,
    b?.[name] || 0,
  ];
}

function screening(): Case {
  const values = classifier([
    { tp: 5, fp: 5, fn: 45, tn: 9945 },
    { tp: 47, fp: 480, fn: 3, tn: 9470 },
  ]);
  return {
    id: 'screening',
    title: 'Rare disease',
    story:
      '50 of 10,000 people have a disease that can be healed if it is found. Who is named ill gets a second, harmless test.',
    candidates: ['finds 5 of 50', 'finds 47 of 50, 480 false alarms'],
    wanted: 1,
    metrics: [
      {
        name: 'Accuracy',
        values: values('accuracy'),
        why: 'Accuracy is nearly all about the 9,950 healthy people.',
      },
      {
        name: 'Precision',
        values: values('precision'),
        why: 'Precision counts false alarms, which are cheap here, and no misses.',
      },
      {
        name: 'Recall',
        values: values('recall'),
        why: 'A miss is what costs, and recall counts misses. Watch precision beside it: naming all ill has a recall of 1.',
      },
    ],
  };
}

function spam(): Case {
  const values = classifier([
    { tp: 420, fp: 1, fn: 80, tn: 499 },
    { tp: 495, fp: 40, fn: 5, tn: 460 },
  ]);
  return {
    id: 'spam',
    title: 'Spam',
    story:
      'A filter deletes spam unseen. A spam that comes through is a nuisance; a deleted letter is lost. Half of 1,000 letters are spam.',
    candidates: ['deletes 420 of 500 spams and 1 letter', 'deletes 495 spams and 40 letters'],
    wanted: 0,
    metrics: [
      {
        name: 'Accuracy',
        values: values('accuracy'),
        why: 'Accuracy counts a lost letter no higher than a spam that comes through.',
      },
      {
        name: 'Precision',
        values: values('precision'),
        why: 'A false alarm is what costs: of what is deleted, nearly all must be spam. Watch recall beside it.',
      },
      {
        name: 'Recall',
        values: values('recall'),
        why: 'Recall counts the spam that was found, not the letters that were lost.',
      },
    ],
  };
}

function enlarging(): Case {
  const original = originalOf(8);
  const soft = damaged(original, equallyFar(original, 'blur'));
  const bright = damaged(original, equallyFar(original, 'brightness'));
  return {
    id: 'enlarging',
    title: 'Super-resolution',
    story:
      'Small pictures are enlarged for people to look at. The large originals are known. Edges must stay; a slightly wrong brightness bothers nobody.',
    candidates: ['soft', 'sharp, a little too bright'],
    wanted: 1,
    metrics: [
      {
        name: 'PSNR, dB',
        values: [psnr(original, soft), psnr(original, bright)],
        why: 'Both are 20 dB off: a mean of squares does not know an edge from brightness.',
      },
      {
        name: 'SSIM',
        values: [ssim(original, soft, SIDE), ssim(original, bright, SIDE)],
        why: 'SSIM compares structure in windows, and the sharp copy has kept it.',
      },
      faceless('There are no classes here, so the Inception Score says nothing about likeness.'),
    ],
    pictures: [original, soft, bright],
  };
}

/** For pictures of a single class every generator scores the same. */
function faceless(why: string): Metric {
  const score = scoreOfClasses([0], 0.95);
  return { name: 'Inception Score', values: [score, score], why };
}

function repeating(): Case {
  const wide = { x: 1, y: 1, correlation: 0 };
  const still = { x: 0.02, y: 0.02, correlation: 0 };
  const real = normal([0, 0], wide);
  const one = normal([0, 0], still);
  const many = normal([0.3, 0], wide);
  const realPoints = cloud('real', [0, 0], wide);
  const onePoints = cloud('generated', [0, 0], still);
  const manyPoints = cloud('generated', [0.3, 0], wide);
  const realistic = (points: Float64Array) => precisionRecall(realPoints, points, 2).precision;
  return {
    id: 'repeating',
    title: 'One face again and again',
    story:
      'Two generators of faces. Features of real faces spread by a standard deviation of 1; the classifier knows them all as one class, “face”.',
    candidates: ['one perfect face, always', 'many faces, a little off'],
    wanted: 1,
    metrics: [
      faceless('All faces are of one class, so the score is 1 whatever is made.'),
      {
        name: 'Share that looks real',
        values: [realistic(onePoints), realistic(manyPoints)],
        why: 'Taken alone, the one face looks as real as a face can. Only the set is wrong.',
      },
      {
        name: 'FID',
        values: [frechetTerms(real, one).distance, frechetTerms(real, many).distance],
        lowerIsBetter: true,
        why: 'FID compares sets: a spread of nearly 0 is far from a spread of 1.',
      },
    ],
  };
}

function denoising(): Case {
  const original = originalOf(3);
  const exact = damaged(original, { ...intact, noise: 0.03 });
  const bright = damaged(original, { ...intact, brightness: 0.06 });
  return {
    id: 'denoising',
    title: 'Denoiser of measurements',
    story:
      'Pixels are measured temperatures and are added up later. Each value must be near the true one; nobody looks at the picture.',
    candidates: ['true on average, a little noise', 'smooth, all too high'],
    wanted: 0,
    metrics: [
      {
        name: 'PSNR, dB',
        values: [psnr(original, exact), psnr(original, bright)],
        why: 'The mean squared error of the values is what matters, and PSNR is that error in decibels.',
      },
      {
        name: 'SSIM',
        values: [ssim(original, exact, SIDE), ssim(original, bright, SIDE)],
        why: 'SSIM forgives an offset that all windows share, and that is the error that adds up.',
      },
      faceless('There is an original to compare with, and this score looks at none.'),
    ],
    pictures: [original, exact, bright],
  };
}
