/** Gradient descent on a price from two features, seen from the weights' plane. */
import { houses } from '../../../src/data/houses.ts';
/** A place in the plane of the two weights. */
export type Position = readonly [x: number, y: number];

const COUNT = 60;
/** More steps than anyone waits for. */
const MOST_STEPS = 9999;
/** Gradient descent has arrived once this share of the way to the best weights is left. */
const LEFT = 0.1;

export interface Column {
  name: string;
  unit: string;
  values: number[];
  mean: number;
  deviation: number;
  least: number;
  greatest: number;
}

/** Mean squared error over u, the weights minus the best ones: ½ uᵀ H u above the least loss. */
export interface Bowl {
  /** H = [[a, b], [b, c]] */
  a: number;
  b: number;
  c: number;
  /** Eigenvalues of H: the curvatures along the long and the short axis of the ellipses. */
  flat: number;
  steep: number;
  /** Angle of the long axis, in radians. */
  angle: number;
}

const table = houses({ count: COUNT, seed: 8 }).features;
export const area = column('area', 'm²', 0, 1);
export const distance = column('distance', 'km', 3, 1000);

/** What each way of scaling divides the columns by. */
export const scalings = {
  raw: { name: 'Raw', area: 1, distance: 1 },
  minMax: {
    name: 'Min-max',
    area: area.greatest - area.least,
    distance: distance.greatest - distance.least,
  },
  standardized: { name: 'Standardized', area: area.deviation, distance: distance.deviation },
} as const;

/** How many times more widely the area is spread than the distance, after scaling. */
export function ratioOf(scaling: { area: number; distance: number }): number {
  return area.deviation / scaling.area / (distance.deviation / scaling.distance);
}

/** The bowl when the area is spread `ratio` times as widely as the distance, whose deviation is 1. */
export function bowlOf(ratio: number): Bowl {
  const a = 2 * ratio * ratio;
  const b = 2 * ratio * correlation();
  const c = 2;
  const middle = (a + c) / 2;
  const half = Math.hypot((a - c) / 2, b);
  // The direction of the greatest curvature; the long axis of the ellipses is square to it.
  const steepest = 0.5 * Math.atan2(2 * b, a - c);
  return { a, b, c, flat: middle - half, steep: middle + half, angle: steepest + Math.PI / 2 };
}

export function step({ a, b, c }: Bowl, [x, y]: Position, rate: number): Position {
  return [x - rate * (a * x + b * y), y - rate * (b * x + c * y)];
}

/** The start and where each of the steps leads. */
export function pathOf(bowl: Bowl, start: Position, rate: number, steps: number): Position[] {
  const path = [start];
  for (let i = 0; i < steps; i++) path.push(step(bowl, path[i] ?? start, rate));
  return path;
}

/** How many steps it takes to go nine tenths of the way to the best weights; undefined when it never does. */
export function stepsNeeded(bowl: Bowl, start: Position, rate: number): number | undefined {
  const goal = LEFT * Math.hypot(...start);
  let at = start;
  for (let i = 0; i <= MOST_STEPS; i++) {
    if (Math.hypot(...at) <= goal) return i;
    at = step(bowl, at, rate);
  }
  return undefined;
}

/**
 * The constant rate that shrinks the worse of both directions fastest, 2 / (λmin + λmax); a little less where
 * that would hardly settle along the steep one.
 */
export function goodRate({ flat, steep }: Bowl): number {
  return Math.min(2 / (flat + steep), 1.6 / steep);
}

function correlation(): number {
  const product = area.values.map((value, i) => {
    const other = distance.values[i] ?? 0;
    return ((value - area.mean) * (other - distance.mean)) / COUNT;
  });
  return sum(product) / (area.deviation * distance.deviation);
}

function column(name: string, unit: string, index: number, divisor: number): Column {
  const values = Array.from({ length: COUNT }, (_, i) => (table[4 * i + index] ?? 0) / divisor);
  const mean = sum(values) / COUNT;
  const deviation = Math.sqrt(sum(values.map((value) => (value - mean) ** 2)) / COUNT);
  const [least, greatest] = [Math.min(...values), Math.max(...values)];
  return { name, unit, values, mean, deviation, least, greatest };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
