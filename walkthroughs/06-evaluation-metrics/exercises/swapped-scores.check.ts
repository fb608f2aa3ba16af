import type { Attempt, Finding } from '../../../src/protocol/check.ts';

/** Worked by hand: 8 hits, 2 false alarms, 24 misses. */
const worked = { precision: 8 / 10, recall: 8 / 32, F1: 16 / 42 };

export function check({ exports: { scores } }: Attempt): Finding[] {
  if (typeof scores !== 'function') {
    return [
      {
        passed: false,
        expected:
          'the script exports its scores: export function scores(hits, falseAlarms, misses)',
        seen: 'no function of that name',
        near: '// Model',
      },
    ];
  }
  const found = scores(8, 2, 24);
  return Object.entries(worked).map(([name, expected]) => {
    const value = Number(found?.[name]);
    return {
      passed: Math.abs(value - expected) < 1e-6,
      expected: `8 hits, 2 false alarms and 24 misses: ${name} ${expected.toFixed(3)}`,
      seen: value.toFixed(3),
      near: `const ${name}`,
    };
  });
}
