/** A table of houses and their prices, made by code: numbers in very different units. */
import { Random } from './random.ts';

export interface HousesOptions {
  /** How many houses. */
  count: number;
  /** The same seed gives the same houses, and the first n of them whatever the count. */
  seed: number;
}

export interface Houses {
  /** What the columns of `features` are, with their units. */
  columns: readonly string[];
  /** [count, 4], row by row: area in m² (25 to 400), rooms (1 to 12), age in years (0 to 120), distance to the centre in m (150 to 30,000). */
  features: Float32Array;
  /** [count], prices in thousands. */
  prices: Float32Array;
}

export const houseColumns = ['area, m²', 'rooms', 'age, years', 'distance, m'] as const;

/**
 * Houses as an agency would list them. Rooms follow area, so that one can be guessed from the other; distance is
 * skewed: a few houses lie far outside. A price is a sum over the four, with noise of 20 (thousands).
 */
export function houses({ count, seed }: HousesOptions): Houses {
  const random = new Random(seed);
  const features = new Float32Array(4 * count);
  const prices = new Float32Array(count);
  for (let i = 0; i < count; i++) {
    const { area, rooms, age, distance } = oneHouse(random);
    features.set([area, rooms, age, distance], 4 * i);
    const price = 60 + 1.5 * area + 12 * rooms - 0.7 * age - 0.008 * distance;
    prices[i] = Math.max(20, Math.round(price + random.normal(0, 20)));
  }
  return { columns: houseColumns, features, prices };
}

function oneHouse(random: Random) {
  const area = within(Math.exp(random.normal(4.7, 0.4)), 25, 400);
  const rooms = within(area / 26 + random.normal(0, 0.6), 1, 12);
  const age = within(Math.abs(random.normal(0, 45)), 0, 120);
  const distance = within(Math.exp(random.normal(8.5, 0.7)), 150, 30_000);
  return { area, rooms, age, distance };
}

/** A whole number between the two. */
function within(value: number, least: number, most: number): number {
  return Math.round(Math.min(most, Math.max(least, value)));
}
