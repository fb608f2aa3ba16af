import type { Attempt, Finding } from '../../../src/protocol/check.ts';

export function check({ exports: { signalAt, widths } }: Attempt): Finding[] {
  if (typeof signalAt !== 'function' || !isWidths(widths)) {
    return [
      {
        passed: false,
        expected: 'the script exports signalAt and widths, as it did when you got it',
        seen: 'not both of them',
        near: 'export const widths',
      },
    ];
  }
  const off = Math.max(...widths.map((width) => Math.abs(width - 1)));
  const [first, last] = [Number(signalAt(0)), Number(signalAt(10))];
  return [
    {
      passed: off < 0.05,
      expected: 'at each time the standard deviation is within 5 % of 1',
      seen: `they are ${widths.map((width) => width.toFixed(2)).join(', ')}`,
      near: 'return 1 - signalAt',
    },
    {
      passed: Math.abs(first - 1) < 0.01 && Math.abs(last) < 0.1,
      expected: 'it goes all the way: all signal at time 0, next to none at time 10',
      seen: `the signal goes from ${first.toFixed(2)} to ${last.toFixed(2)}`,
      near: 'return 1 - time',
    },
  ];
}

function isWidths(value: unknown): value is number[] {
  return Array.isArray(value) && value.length > 9 && value.every(Number.isFinite);
}
