import assert from 'node:assert/strict';

/** Numbers where functions bend: zeros, infinities, NaN, the smallest and largest float32, and some around 1. */
export const SPECIAL: readonly number[] = [
  ...[0, -0, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  ...[1e-45, -1e-45, 1e-39, 1.1754943508222875e-38, 3.4028234663852886e38, -3.4028234663852886e38],
  ...[
    1, -1, 0.5, -0.5, 1.5, -1.5, 2.5, -2.5, 6, 7, 16777217, -16777217, 2147483648, 88.7, -88.7,
    -103,
  ],
];

/**
 * Asserts that float32 numbers are the same up to `ulps` units in the last place; NaN only where NaN is expected, and
 * the same zeros.
 */
export function assertClose(
  actual: ArrayLike<number>,
  expected: ArrayLike<number>,
  ulps: number,
  where = '',
): void {
  assert.equal(actual.length, expected.length, where);
  for (let i = 0; i < expected.length; i++) {
    const [a = 0, e = 0] = [actual[i], expected[i]];
    if (Object.is(a, e)) continue;
    const apart = Math.abs(order(a) - order(e));
    assert.ok(apart <= ulps && apart > 0, `${where} at ${i}: ${a} instead of ${e}`);
  }
}

const float = new Float32Array(1);
const word = new Int32Array(float.buffer);

/** Float32 numbers as integers in the same order; NaN is far from all. */
function order(value: number): number {
  if (Number.isNaN(value)) return Number.POSITIVE_INFINITY;
  float[0] = value;
  const [bits = 0] = word;
  return bits < 0 ? -(bits & 0x7fffffff) : bits;
}
