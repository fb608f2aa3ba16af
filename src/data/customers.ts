/** Customers of a shop, made up by code. They fall into segments that the data does not name. */
import { Random } from './random.ts';

export interface Customers {
  /**
   * [count, 3], one customer after the other: mean amount of a purchase (euros, above 0), purchases a month
   * (above 0), and mean hour of the day (0 to 24).
   */
  features: Float32Array;
  /** [count], which segment each really belongs to, 0 to 3: hidden from who looks for clusters. */
  segments: Uint8Array;
}

export interface CustomersOptions {
  count: number;
  /** The same seed gives the same customers, and the first n of them whatever the count. */
  seed: number;
}

/** What the three numbers of a customer are, with their units. */
export const customerFeatures = ['amount, €', 'purchases a month', 'hour of the day'] as const;

interface Segment {
  /** Share of all customers. */
  share: number;
  /** Mean and standard deviation of each feature. */
  amount: readonly [number, number];
  frequency: readonly [number, number];
  hour: readonly [number, number];
}

const segments: readonly Segment[] = [
  // a coffee on the way to work
  { share: 0.3, amount: [9, 3], frequency: [19, 2.5], hour: [8, 0.8] },
  // lunch, now and then
  { share: 0.25, amount: [16, 5], frequency: [9, 2], hour: [12.6, 0.9] },
  // the week's shopping
  { share: 0.25, amount: [78, 13], frequency: [4.5, 1.3], hour: [17, 1.2] },
  // something for a late evening
  { share: 0.2, amount: [34, 9], frequency: [6, 1.8], hour: [21, 0.9] },
];

/** Customers in random order. */
export function customers({ count, seed }: CustomersOptions): Customers {
  const random = new Random(seed);
  const features = new Float32Array(3 * count);
  const hidden = new Uint8Array(count);
  for (let i = 0; i < count; i++) {
    const segment = pickSegment(random.next());
    hidden[i] = segments.indexOf(segment);
    const amount = Math.max(1, random.normal(...segment.amount));
    const frequency = Math.max(0.5, random.normal(...segment.frequency));
    const hour = Math.min(23.9, Math.max(0, random.normal(...segment.hour)));
    features.set([amount, frequency, hour], 3 * i);
  }
  return { features, segments: hidden };
}

/** @param position 0 to 1, along the shares laid end to end */
function pickSegment(position: number): Segment {
  let end = 0;
  for (const segment of segments) {
    end += segment.share;
    if (position < end) return segment;
  }
  throw new RangeError(`The shares end before ${position}.`);
}
