import { data } from 'genai101';
import type { Attempt, Finding } from '../../../src/protocol/check.ts';

export function check({ exports: { filled } }: Attempt): Finding[] {
  const truth = data.houses({ count: 400, seed: 5 }).features.arraySync();
  const areas = truth.filter((_, i) => i % 4 === 0).map(([area = 0]) => area);
  if (!Array.isArray(filled) || filled.length !== areas.length) {
    return [
      {
        passed: false,
        expected: `the script exports filled, a guess for each of the ${areas.length} gaps`,
        seen: 'no such list',
        near: 'export const filled',
      },
    ];
  }
  const error = rootMeanSquare(areas.map((area, i) => area - Number(filled[i])));
  const mean = areas.reduce((sum, area) => sum + area, 0) / areas.length;
  const ofMean = rootMeanSquare(areas.map((area) => area - mean));
  return [
    {
      passed: error < 0.6 * ofMean,
      expected: `the filled areas are less than ${(0.6 * ofMean).toFixed(0)} m² off (the mean of all: ${ofMean.toFixed(0)} m²)`,
      seen: `they are ${error.toFixed(0)} m² off`,
      near: 'const difference',
    },
  ];
}

function rootMeanSquare(values: number[]): number {
  return Math.sqrt(values.reduce((sum, value) => sum + value ** 2, 0) / values.length);
}
