/** k-means on points of the plane, one half step at a time. */
import { Random } from '../../../src/data/random.ts';

export type Point = readonly [x: number, y: number];
/** What the next step does. */
export type Phase = 'assign' | 'update';

export interface Clustering {
  centroids: readonly Point[];
  /** The cluster of each point; −1 before the first assignment. */
  clusters: readonly number[];
  next: Phase;
  /** Half steps taken. */
  steps: number;
  /** True once an assignment changed nothing. */
  done: boolean;
}

export const MOST_CLUSTERS = 8;
/** Starts tried for each point of the elbow plot. */
const RESTARTS = 5;

/** Four blobs of different sizes, in 0 to 10. */
export function somePoints(seed: number): Point[] {
  const random = new Random(seed);
  const blobs = [
    { x: 2.2, y: 7.6, spread: 0.65, count: 14 },
    { x: 7.4, y: 7.9, spread: 0.75, count: 14 },
    { x: 3.1, y: 2.4, spread: 0.8, count: 14 },
    { x: 7.7, y: 3, spread: 0.7, count: 14 },
  ];
  return blobs.flatMap(({ x, y, spread, count }) =>
    Array.from(
      { length: count },
      (): Point => [inside(random.normal(x, spread)), inside(random.normal(y, spread))],
    ),
  );
}

/** Centroids on k different points, picked by chance: close starts happen, and can end badly. */
export function start(points: readonly Point[], k: number, seed: number): Clustering {
  const random = new Random(seed);
  const left = [...points];
  const centroids = Array.from({ length: Math.min(k, points.length) }, (): Point => {
    const [picked] = left.splice(random.below(left.length), 1);
    return picked ?? [5, 5];
  });
  return { centroids, clusters: points.map(() => -1), next: 'assign', steps: 0, done: false };
}

/** Assign or update, whichever is next. */
export function step(points: readonly Point[], now: Clustering): Clustering {
  if (now.next === 'update') {
    return { ...now, centroids: means(points, now), next: 'assign', steps: now.steps + 1 };
  }
  const clusters = points.map((point) => nearest(now.centroids, point));
  const done = clusters.every((cluster, i) => cluster === now.clusters[i]);
  return { ...now, clusters, next: 'update', steps: now.steps + 1, done };
}

/** From the start until nothing changes, or for so many half steps. */
export function run(
  points: readonly Point[],
  k: number,
  seed: number,
  most = Number.POSITIVE_INFINITY,
): Clustering {
  let now = start(points, k, seed);
  while (!now.done && now.steps < most) now = step(points, now);
  return now;
}

/** Squared distances of all points to their own centroids, added up; to the nearest one before they are assigned. */
export function inertia(points: readonly Point[], { centroids, clusters }: Clustering): number {
  return points.reduce((sum, point, i) => {
    const own = clusters[i] ?? -1;
    const centroid = centroids[own < 0 ? nearest(centroids, point) : own];
    return sum + (centroid ? squaredDistance(point, centroid) : 0);
  }, 0);
}

/** Lowest inertia found for k = 1 … MOST_CLUSTERS. */
export function elbow(points: readonly Point[]): number[] {
  return Array.from({ length: MOST_CLUSTERS }, (_, i) => {
    const ends = Array.from({ length: RESTARTS }, (_, seed) =>
      inertia(points, run(points, i + 1, 100 + seed)),
    );
    return Math.min(...ends);
  });
}

/** The index of the nearest centroid. */
export function nearest(centroids: readonly Point[], point: Point): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  centroids.forEach((centroid, i) => {
    const distance = squaredDistance(point, centroid);
    if (distance < least) [best, least] = [i, distance];
  });
  return best;
}

/** A cluster without points keeps its centroid where it was. */
function means(points: readonly Point[], { centroids, clusters }: Clustering): Point[] {
  return centroids.map((centroid, cluster) => {
    const own = points.filter((_, i) => clusters[i] === cluster);
    if (own.length === 0) return centroid;
    const mean = (axis: 0 | 1) => own.reduce((sum, point) => sum + point[axis], 0) / own.length;
    return [mean(0), mean(1)];
  });
}

function squaredDistance([ax, ay]: Point, [bx, by]: Point): number {
  return (ax - bx) ** 2 + (ay - by) ** 2;
}

function inside(value: number): number {
  return Math.min(9.8, Math.max(0.2, value));
}
