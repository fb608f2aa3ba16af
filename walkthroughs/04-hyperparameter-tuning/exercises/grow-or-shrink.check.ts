import type { Attempt, Finding } from '../../../src/protocol/check.ts';

const LOWEST_RATE = 0.05;
const MOST_LOSS = 0.4;

export function check({ metric }: Attempt): Finding[] {
  const rates = metric('learning rate');
  const losses = metric('loss').slice(-20);
  const rate = rates.at(-1) ?? 0;
  const loss = losses.reduce((sum, value) => sum + value, 0) / losses.length;
  return [
    {
      passed: rate >= LOWEST_RATE && rate < 10,
      expected: `the learning rate has grown: to ${LOWEST_RATE} at least, and not beyond all bounds`,
      seen: `it begins at ${(rates[0] ?? 0).toFixed(3)} and ends at ${rate.toPrecision(2)}`,
      near: 'rate *=',
    },
    {
      passed: loss <= MOST_LOSS,
      expected: `the loss of the last 20 steps is at most ${MOST_LOSS} on average`,
      seen: `it is ${loss.toFixed(2)}`,
      near: 'rate *=',
    },
  ];
}
