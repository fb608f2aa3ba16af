/** One attention head on a few tokens, by hand. */

/** Numbers a token has: query x and y, key x and y, value. */
export const NUMBERS = 5;
export const words = ['the', 'cat', 'and', 'it'] as const;

export interface Attended {
  /** q · k / √2; −∞ where the mask hides the place. */
  scores: number[];
  /** softmax of the scores: 0 to 1, sum 1. */
  weights: number[];
  /** The values, mixed by the weights. */
  mixed: number;
}

/** What the token at `place` gets. @param numbers NUMBERS for each token */
export function attend(numbers: readonly number[], place: number, masked: boolean): Attended {
  const of = (token: number, which: number) => numbers[NUMBERS * token + which] ?? 0;
  const scores = words.map((_, other) => {
    if (masked && other > place) return Number.NEGATIVE_INFINITY;
    const product = of(place, 0) * of(other, 2) + of(place, 1) * of(other, 3);
    return product / Math.SQRT2;
  });
  const most = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - most));
  const total = powers.reduce((sum, power) => sum + power, 0);
  const weights = powers.map((power) => power / total);
  const mixed = weights.reduce((sum, weight, other) => sum + weight * of(other, 4), 0);
  return { scores, weights, mixed };
}
