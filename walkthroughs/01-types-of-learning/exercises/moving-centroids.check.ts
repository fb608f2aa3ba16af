import * as tf from '@tensorflow/tfjs-node';
import type { Attempt, Finding } from '../../../src/protocol/check.ts';

/** The points come group by group. */
const GROUP = 100;

export function check({ exports: { clusters } }: Attempt): Finding[] {
  if (!(clusters instanceof tf.Tensor) || clusters.size !== 4 * GROUP) {
    return [
      {
        passed: false,
        expected: 'the script exports the cluster of each of the 400 points: export const clusters',
        seen: 'nothing of that kind',
      },
    ];
  }
  const named = Array.from(clusters.dataSync());
  const main = [0, 1, 2, 3].map((group) =>
    mostCommon(named.slice(group * GROUP, (group + 1) * GROUP)),
  );
  const different = new Set(main.map(({ cluster }) => cluster)).size;
  const purest = Math.min(...main.map(({ count }) => count));
  return [
    {
      passed: different === 4,
      expected: 'each of the four groups has a cluster of its own',
      seen: `they share ${different}`,
      near: 'function update',
    },
    {
      passed: purest >= 0.95 * GROUP,
      expected: 'at least 95 of the 100 points of each group are in the same cluster',
      seen: `of one group it is ${purest}`,
      near: 'function update',
    },
  ];
}

function mostCommon(clusters: readonly number[]): { cluster: number; count: number } {
  const counts = [0, 1, 2, 3].map((cluster) => ({
    cluster,
    count: clusters.filter((each) => each === cluster).length,
  }));
  return counts.reduce((best, next) => (next.count > best.count ? next : best));
}
