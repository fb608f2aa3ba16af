/** Labelled points in the plane that no straight line can part: shapes to watch a classifier learn. */
import { Random } from './random.ts';

export interface PointsOptions {
  /** How many points. */
  count: number;
  /** The same seed gives the same points, and the first n of them whatever the count. */
  seed: number;
  /** Standard deviation of the noise added to x and y; each shape has one of its own where not given. */
  noise?: number;
}

export interface LabelledPoints {
  /** [count, 2], x and y of one point after the other, about -1 to 1. */
  points: Float32Array;
  /** [count], the class of each point. */
  labels: Uint8Array;
}

type Place = readonly [x: number, y: number];

/** Two half circles, one hanging into the other; classes 0 (the upper one) and 1. Noise 0.08. */
export function moons(options: PointsOptions): LabelledPoints {
  return scatter(options, 2, 0.08, (label, random) => {
    const angle = Math.PI * random.next();
    // Half circles of radius 2/3 whose centres are that far apart, the pair of them around the origin.
    const x = label === 0 ? Math.cos(angle) - 0.5 : 0.5 - Math.cos(angle);
    const y = label === 0 ? Math.sin(angle) - 0.25 : 0.25 - Math.sin(angle);
    return [x / 1.5, y / 1.5];
  });
}

/** A circle inside another; classes 0 (radius 0.9) and 1 (radius 0.4). Noise 0.06. */
export function circles(options: PointsOptions): LabelledPoints {
  return scatter(options, 2, 0.06, (label, random) =>
    polar(label === 0 ? 0.9 : 0.4, 2 * Math.PI * random.next()),
  );
}

/**
 * Two arms that wind around each other; classes 0 and 1. Noise 0.02.
 * @param options `turns` is how often an arm winds around the centre; 1.5 where not given
 */
export function spirals(options: PointsOptions & { turns?: number }): LabelledPoints {
  const { turns = 1.5 } = options;
  return scatter(options, 2, 0.02, (label, random) => {
    // The root spreads points evenly along the arm. The arms begin apart from each other.
    const along = Math.sqrt(random.between(0.02, 1));
    return polar(0.95 * along, 2 * Math.PI * turns * along + Math.PI * label);
  });
}

/**
 * Normally distributed heaps on a circle of radius 0.8, the classic test for mode collapse. Noise 0.05.
 * @param options `modes` is how many heaps, and the class is which one, counterclockwise from the right; 8 where not given
 */
export function ring(options: PointsOptions & { modes?: number }): LabelledPoints {
  const { modes = 8 } = options;
  return scatter(options, modes, 0.05, (label) => polar(0.8, (2 * Math.PI * label) / modes));
}

/** @throws RangeError when the noise is negative */
function scatter(
  { count, seed, noise }: PointsOptions,
  classes: number,
  usualNoise: number,
  place: (label: number, random: Random) => Place,
): LabelledPoints {
  const deviation = noise ?? usualNoise;
  if (!(deviation >= 0)) throw new RangeError(`noise is 0 or more, and ${deviation} is not.`);
  const random = new Random(seed);
  const points = new Float32Array(2 * count);
  const labels = new Uint8Array(count);
  for (let i = 0; i < count; i++) {
    const label = random.below(classes);
    const [x, y] = place(label, random);
    labels[i] = label;
    points[2 * i] = random.normal(x, deviation);
    points[2 * i + 1] = random.normal(y, deviation);
  }
  return { points, labels };
}

function polar(radius: number, angle: number): Place {
  return [radius * Math.cos(angle), radius * Math.sin(angle)];
}
