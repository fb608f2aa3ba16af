import { data } from 'genai101';
import type { Attempt, Finding } from '../../../src/protocol/check.ts';

const WRITTEN = 200;

export function check({ exports: { write } }: Attempt): Finding[] {
  if (typeof write !== 'function') {
    return [
      {
        passed: false,
        expected: 'the script exports its writer: export function write(): string',
        seen: 'no function of that name',
      },
    ];
  }
  const names = Array.from({ length: WRITTEN }, () => String(write()));
  const different = new Set(names).size;
  const distance = gap(names.join('.'), data.names({ count: 1000, seed: 4711 }).join('.'));
  return [
    {
      passed: different >= WRITTEN / 2,
      expected: `at least half of ${WRITTEN} names are different`,
      seen: `${different} are`,
      near: 'dataSync',
    },
    {
      // Evenly drawn letters are 0.3 away, the most frequent ones alone even more.
      passed: distance < 0.2,
      expected:
        'each letter is written about as often as in real names: less than 20 % of all letters differ',
      seen: `${Math.round(100 * distance)} % do`,
      near: 'dataSync',
    },
  ];
}

/** Half the sum of differences of the shares of all letters: 0 where they are alike, 1 where none is shared. */
function gap(a: string, b: string): number {
  const share = (text: string, letter: string) => (text.split(letter).length - 1) / text.length;
  const letters = [...new Set(a + b)];
  return letters.reduce((sum, each) => sum + Math.abs(share(a, each) - share(b, each)), 0) / 2;
}
