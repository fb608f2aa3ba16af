import * as tf from '@tensorflow/tfjs-node';
import type { Attempt, Finding } from '../../../src/protocol/check.ts';

/** Where the heaps of the data lie: on a circle. */
const RADIUS = 0.8;
const heaps = [0, 1, 2].map((i) => (2 * Math.PI * i) / 3);

export function check({ exports: { means }, metric }: Attempt): Finding[] {
  if (!(means instanceof tf.Tensor)) {
    return [
      {
        passed: false,
        expected: 'the script exports the means it has found: export let means',
        seen: 'no tensor of that name',
      },
    ];
  }
  const found = means.arraySync() as number[][];
  const distance = (angle: number) =>
    Math.min(
      ...found.map(([x = 0, y = 0]) =>
        Math.hypot(x - RADIUS * Math.cos(angle), y - RADIUS * Math.sin(angle)),
      ),
    );
  const hit = heaps.filter((angle) => distance(angle) < 0.15).length;
  const fits = metric('log-likelihood');
  const fall = Math.max(...fits.slice(1).map((fit, i) => (fits[i] ?? 0) - fit));
  return [
    {
      passed: hit === 3,
      expected: 'each of the three heaps has a Gaussian in its middle',
      seen: `${hit} of them have`,
      near: '// Maximization',
    },
    {
      // Numbers of 32 bits: the last digits may waver.
      passed: fall < 1e-3,
      expected: 'the log-likelihood never falls',
      seen: fall < 1e-3 ? 'it does not' : `once it falls by ${fall.toFixed(3)}`,
      near: '// Maximization',
    },
  ];
}
