/**
 * One metric over steps, kept within bounds however long the run: when full, neighbouring buckets merge,
 * each keeping its first, last, lowest and highest value. Host and webview share this model.
 */
export interface CurvePoint {
  step: number;
  value: number;
}

interface Bucket {
  /** Up to five points in order of arrival: first, lowest, highest, last, and the first that is not finite. */
  points: CurvePoint[];
  size: number;
}

export class Curve {
  #buckets: Bucket[] = [];
  #perBucket = 1;
  #last: CurvePoint | undefined;
  readonly #capacity: number;

  /** @param capacity the most buckets kept; memory is at most five points a bucket. */
  constructor(capacity = 1000) {
    this.#capacity = capacity;
  }

  get last(): CurvePoint | undefined {
    return this.#last;
  }

  add(step: number, value: number): void {
    const point = { step, value };
    this.#last = point;
    const open = this.#buckets.at(-1);
    if (open && open.size < this.#perBucket) {
      open.points = extremes([...open.points, point]);
      open.size++;
      return;
    }
    if (this.#buckets.length >= this.#capacity) this.#halve();
    const room = this.#buckets.at(-1);
    if (room && room.size < this.#perBucket) {
      room.points = extremes([...room.points, point]);
      room.size++;
    } else {
      this.#buckets.push({ points: [point], size: 1 });
    }
  }

  points(): CurvePoint[] {
    return this.#buckets.flatMap((bucket) => bucket.points);
  }

  #halve(): void {
    const merged: Bucket[] = [];
    for (let i = 0; i < this.#buckets.length; i += 2) {
      const a = this.#buckets[i];
      const b = this.#buckets[i + 1];
      if (!a) continue;
      merged.push(b ? { points: extremes([...a.points, ...b.points]), size: a.size + b.size } : a);
    }
    this.#buckets = merged;
    this.#perBucket *= 2;
  }
}

/** First, lowest, highest and last point; and the first that is no finite number, so that no divergence is merged away. */
function extremes(points: CurvePoint[]): CurvePoint[] {
  if (points.length <= 2) return points;
  const kept = new Set([0, points.length - 1]);
  let low: number | undefined;
  let high: number | undefined;
  let broken: number | undefined;
  points.forEach(({ value }, i) => {
    if (!Number.isFinite(value)) broken ??= i;
    else {
      if (low === undefined || value < (points[low]?.value ?? 0)) low = i;
      if (high === undefined || value > (points[high]?.value ?? 0)) high = i;
    }
  });
  for (const index of [low, high, broken]) if (index !== undefined) kept.add(index);
  return [...kept].sort((a, b) => a - b).flatMap((i) => points[i] ?? []);
}
