/** How far two partitions of the same things agree, whatever their parts are called. */

/** Adjusted Rand index (Hubert and Arabie 1985): 1 for the same partition, about 0 for chance. */
export function adjustedRandIndex(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const both = countBy(Array.from(a, (part, i) => `${part},${b[i]}`));
  const together = pairs(both);
  const inA = pairs(countBy(Array.from(a, String)));
  const inB = pairs(countBy(Array.from(b, String)));
  const all = (a.length * (a.length - 1)) / 2;
  const expected = (inA * inB) / all;
  const most = (inA + inB) / 2;
  return most === expected ? 1 : (together - expected) / (most - expected);
}

function countBy(names: readonly string[]): number[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts.values()];
}

/** Pairs of things that share a part. */
function pairs(sizes: readonly number[]): number {
  return sizes.reduce((total, size) => total + (size * (size - 1)) / 2, 0);
}
