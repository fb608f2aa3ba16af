type Point = readonly [x: number, y: number];

/** 2 E|X − Y| − E|X − X′| − E|Y − Y′| (Székely and Rizzo 2013): 0 only where two clouds are distributed alike. */
export function energyDistance(a: readonly Point[], b: readonly Point[]): number {
  return 2 * meanDistance(a, b) - meanDistance(a, a) - meanDistance(b, b);
}

function meanDistance(from: readonly Point[], to: readonly Point[]): number {
  let sum = 0;
  for (const [x, y] of from) for (const [u, v] of to) sum += Math.hypot(x - u, y - v);
  return sum / (from.length * to.length);
}
