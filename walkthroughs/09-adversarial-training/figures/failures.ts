/** Three ways in which the game goes wrong, each with the change that puts it right. */
import { ring } from '../../../src/data/points.ts';
import { Random } from '../../../src/data/random.ts';
import type { Rules } from './rules.ts';
import { HEAPS } from './targets.ts';

export const failureNames = ['collapse', 'vanishing', 'oscillation'] as const;
export type FailureName = (typeof failureNames)[number];

export interface Failure {
  title: string;
  remedy: string;
  /** [n, 2] */
  points: Float32Array;
  /** Middles of the heaps. */
  centres: readonly (readonly [x: number, y: number])[];
  noise: number;
  hidden: readonly number[];
  /** Where the generator’s points start, and the factor by which its last weights are shrunk: how near to each other. */
  start: readonly [x: number, y: number];
  spread: number;
  /** Steps of the discriminator before the game begins, and then for one of the generator. */
  headStart: number;
  lead: number;
  steps: number;
  /** What its second chart shows. */
  chart: 'coverage' | 'distance';
  /** The discriminator’s own rules, where it does not share the generator’s. */
  judging?: Rules;
  sick: Rules;
  cured: Rules;
  /** What to see, first in the sick game, then in the cured one. */
  says: readonly [sick: string, cured: string];
}

const adam = { optimizer: 'adam', loss: 'non-saturating', rate: 0.006 } as const;
const plain = { optimizer: 'plain', beta1: 0, blur: 0 } as const;

export const failures: Record<FailureName, Failure> = {
  collapse: {
    title: 'Mode collapse',
    remedy: 'No momentum, and noise for the discriminator',
    points: ring({ count: 400, seed: 1, modes: HEAPS }).points,
    centres: Array.from({ length: HEAPS }, (_, i) => {
      const angle = (2 * Math.PI * i) / HEAPS;
      return [0.8 * Math.cos(angle), 0.8 * Math.sin(angle)] as const;
    }),
    noise: 2,
    hidden: [32, 32],
    start: [0, 0],
    spread: 1,
    headStart: 0,
    lead: 1,
    steps: 800,
    chart: 'coverage',
    sick: { ...adam, beta1: 0.9, blur: 0 },
    cured: { ...adam, beta1: 0, blur: 0.25 },
    says: [
      'The points crowd into few places. The discriminator learns to distrust it, and they leap to the next.',
      'The points spread over the ring while the noise fades.',
    ],
  },
  vanishing: {
    title: 'Vanishing gradient',
    remedy: 'Non-saturating loss',
    points: heap(0.7, 0.7),
    centres: [[0.7, 0.7]],
    noise: 2,
    hidden: [16],
    start: [-0.7, -0.7],
    spread: 0.15,
    headStart: 500,
    lead: 5,
    steps: 600,
    chart: 'distance',
    judging: { ...adam, rate: 0.02, beta1: 0.9, blur: 0 },
    sick: { ...plain, rate: 0.01, loss: 'saturating' },
    cured: { ...plain, rate: 0.01, loss: 'non-saturating' },
    says: [
      'The discriminator is sure that all points are made. Where it is sure, ln(1 − D) is flat: no arrows, no way to go.',
      'The slope of −ln D is steepest where D is near 0: the points set off at once.',
    ],
  },
  oscillation: {
    title: 'Oscillation',
    remedy: 'Noise for the discriminator',
    points: heap(0, 0),
    centres: [[0, 0]],
    noise: 1,
    hidden: [],
    start: [0.6, 0],
    spread: 1,
    headStart: 0,
    lead: 1,
    steps: 1500,
    chart: 'distance',
    sick: { ...plain, rate: 0.1, loss: 'non-saturating' },
    cured: { ...plain, rate: 0.1, loss: 'non-saturating', blur: 0.6 },
    says: [
      'The smallest game: a straight opinion and a heap that is moved. Each answers what the other just did, and they circle without end.',
      'Noise makes the discriminator less steep: each round is smaller than the one before.',
    ],
  },
};

function heap(x: number, y: number): Float32Array {
  const random = new Random(1);
  return Float32Array.from({ length: 400 }, (_, i) => random.normal(i % 2 === 0 ? x : y, 0.06));
}
