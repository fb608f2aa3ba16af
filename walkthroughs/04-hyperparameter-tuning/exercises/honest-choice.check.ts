import type { Attempt, Finding } from '../../../src/protocol/check.ts';

interface Result {
  l2: number;
  trainingLoss: number;
  validationLoss: number;
}

export function check({ exports: { results, chosen } }: Attempt): Finding[] {
  if (!Array.isArray(results) || results.length < 3 || !isResult(chosen)) {
    return [
      {
        passed: false,
        expected: 'the script exports its results, and which one it chose: results, chosen',
        seen: 'none, or fewer than three results',
      },
    ];
  }
  const losses = results.filter(isResult).map(({ validationLoss }) => validationLoss);
  const lowest = Math.min(...losses);
  return [
    {
      passed: chosen.validationLoss === lowest,
      expected: `the choice with the lowest loss on points kept out of training, ${lowest.toFixed(3)}`,
      seen: `L2 ${chosen.l2}, with a loss of ${chosen.validationLoss.toFixed(3)} on those points and ${chosen.trainingLoss.toFixed(3)} in training`,
      near: 'results.reduce',
    },
  ];
}

function isResult(value: unknown): value is Result {
  return (
    typeof value === 'object' &&
    value !== null &&
    ['l2', 'trainingLoss', 'validationLoss'].every((name) => name in value)
  );
}
