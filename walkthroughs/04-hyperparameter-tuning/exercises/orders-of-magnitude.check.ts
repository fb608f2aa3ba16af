import type { Attempt, Finding } from '../../../src/protocol/check.ts';

const DRAWS = 2000;
const [LOWEST, HIGHEST] = [0.0001, 1];

export function check({ exports: { draw, losses } }: Attempt): Finding[] {
  if (typeof draw !== 'function' || !Array.isArray(losses)) {
    return [
      {
        passed: false,
        expected: 'the script exports how it draws a rate, and what it found: draw, losses',
        seen: 'no function draw, or no losses',
      },
    ];
  }
  const rates = Array.from({ length: DRAWS }, () => Number(draw()));
  const outside = rates.filter((rate) => !(rate >= LOWEST && rate <= HIGHEST)).length;
  const decades = [0, 1, 2, 3].map((decade) => {
    const from = LOWEST * 10 ** decade;
    return rates.filter((rate) => rate >= from && rate < 10 * from).length / DRAWS;
  });
  const percent = decades.map((share) => `${Math.round(100 * share)} %`).join(', ');
  const usable = losses.filter((loss) => Number(loss) < 1).length;
  return [
    {
      passed: outside === 0,
      expected: 'rates from 0.0001 to 1',
      seen: `${outside} of ${DRAWS} lie outside`,
      near: 'export function draw',
    },
    {
      passed: decades.every((share) => share > 0.2 && share < 0.3),
      expected: 'about a quarter of the rates in each of the four orders of magnitude',
      seen: `${percent} from 0.0001 upwards`,
      near: 'Math.random()',
    },
    {
      passed: usable >= losses.length / 10,
      expected: 'a loss below 1 in at least a tenth of the trials',
      seen: `${usable} of ${losses.length} trials`,
      near: 'export const losses',
    },
  ];
}
