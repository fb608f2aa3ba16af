/** Pictures turned, moved, resized, mirrored and made noisy by chance, and a judge of what they still show. */
import { Random } from '../../../src/data/random.ts';
import { SIDE, testDigits, trainingDigits } from '../../../src/webview/kit/digitSet.ts';

/** How far a picture may go, each way. */
export interface Recipe {
  /** Degrees. */
  turn: number;
  /** Pixels, of 14. */
  shift: number;
  /** Share of its size. */
  zoom: number;
  /** Standard deviation; white is 1. */
  noise: number;
  /** Left for right, every other time. */
  mirror: boolean;
}

/** A map from the places of the new picture to those of the old one. */
interface Move {
  cos: number;
  sin: number;
  side: number;
  x: number;
  y: number;
}

const CENTRE = (SIDE - 1) / 2;
/** Digits that the judge knows; as many as it can ask about a whole grid within a frame. */
const KNOWN = 1000;
const NEIGHBOURS = 3;
/** Pixels of a picture at half its side: what the judge compares, so that it answers within a frame. */
const COARSE = (SIDE / 2) ** 2;

let known: Float32Array | undefined;

function knownDigits(): Float32Array {
  if (known) return known;
  known = new Float32Array(KNOWN * COARSE);
  for (let n = 0; n < KNOWN; n++) known.set(halved(trainingDigits().image(n)), n * COARSE);
  return known;
}

/** Means of squares of four pixels. */
export function halved(picture: Float32Array, from = SIDE): Float32Array {
  const side = from / 2;
  return Float32Array.from({ length: side * side }, (_, i) => {
    const at = 2 * Math.floor(i / side) * from + 2 * (i % side);
    const sum = [0, 1, from, from + 1].reduce((total, o) => total + (picture[at + o] ?? 0), 0);
    return sum / 4;
  });
}

export function augment(
  picture: Float32Array,
  recipe: Recipe,
  random: Random,
  side = SIDE,
): Float32Array {
  const centre = (side - 1) / 2;
  const move = drawMove(recipe, random, centre);
  const result = new Float32Array(side * side);
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const [dx, dy] = [x - move.x, y - move.y];
      const fromX = centre + move.side * (move.cos * dx - move.sin * dy);
      const fromY = centre + move.sin * dx + move.cos * dy;
      const value = sample(picture, fromX, fromY, side) + recipe.noise * random.normal();
      result[y * side + x] = Math.min(1, Math.max(0, value));
    }
  }
  return result;
}

/** The majority of its nearest neighbours among digits nobody changed, both centred on their ink. */
export function nameOf(picture: Float32Array): number {
  const { labels } = trainingDigits();
  const coarse = halved(recentred(picture));
  const nearest: { label: number; distance: number }[] = [];
  for (let n = 0; n < KNOWN; n++) {
    const limit = nearest[NEIGHBOURS - 1]?.distance ?? Number.POSITIVE_INFINITY;
    const distance = distanceTo(coarse, knownDigits(), n * COARSE, limit);
    if (distance >= limit) continue;
    nearest.push({ label: labels[n] ?? 0, distance });
    nearest.sort((a, b) => a.distance - b.distance);
    nearest.length = Math.min(nearest.length, NEIGHBOURS);
  }
  const votes = (label: number) => nearest.filter((each) => each.label === label).length;
  return nearest.reduce(
    (best, { label }) => (votes(label) > votes(best) ? label : best),
    nearest[0]?.label ?? 0,
  );
}

/** The test digit that stands for a class. */
export function exampleOf(digit: number): Float32Array {
  const set = testDigits();
  return set.image(Math.max(0, set.labels.indexOf(digit)));
}

export function grid(digit: number, recipe: Recipe, seed: number, count: number): Float32Array[] {
  const random = new Random(seed);
  return Array.from({ length: count }, () => augment(exampleOf(digit), recipe, random));
}

function drawMove({ turn, shift, zoom, mirror }: Recipe, random: Random, centre: number): Move {
  const angle = (random.between(-turn, turn) * Math.PI) / 180;
  const size = 1 + random.between(-zoom, zoom);
  const side = random.chance(0.5) && mirror ? -1 : 1;
  return {
    cos: Math.cos(angle) / size,
    sin: Math.sin(angle) / size,
    side,
    x: centre + random.between(-shift, shift),
    y: centre + random.between(-shift, shift),
  };
}

/** Between four pixels, by how near each is; paper outside. */
function sample(picture: Float32Array, x: number, y: number, side = SIDE): number {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  const [right, down] = [x - left, y - top];
  const at = (px: number, py: number) =>
    px < 0 || py < 0 || px >= side || py >= side ? 0 : (picture[py * side + px] ?? 0);
  return (
    (1 - down) * ((1 - right) * at(left, top) + right * at(left + 1, top)) +
    down * ((1 - right) * at(left, top + 1) + right * at(left + 1, top + 1))
  );
}

/** Moved by whole pixels until its ink is balanced around the middle, as the digits are framed. */
function recentred(picture: Float32Array): Float32Array {
  let [ink, sumX, sumY] = [1e-6, 0, 0];
  picture.forEach((value, i) => {
    if (value < 0.3) return; // noise is no ink
    ink += value;
    sumX += value * (i % SIDE);
    sumY += value * Math.floor(i / SIDE);
  });
  const [moveX, moveY] = [Math.round(sumX / ink - CENTRE), Math.round(sumY / ink - CENTRE)];
  return Float32Array.from(picture, (_, i) =>
    sample(picture, (i % SIDE) + moveX, Math.floor(i / SIDE) + moveY),
  );
}

/** Squared; given up once it is beyond the limit. */
function distanceTo(a: Float32Array, images: Float32Array, at: number, limit: number): number {
  let sum = 0;
  for (let i = 0; i < COARSE && sum < limit; i++) {
    sum += ((a[i] as number) - (images[at + i] as number)) ** 2;
  }
  return sum;
}
