/** Chapter 01, from what its runs show: tables, points, pictures. */
import { customers } from '../../../src/data/customers.ts';
import { digits } from '../../../src/data/digits.ts';
import { patterns } from '../../../src/data/patterns.ts';
import {
  bestValues,
  FIRST_MAP,
  policyValues,
  readBoard,
  rules,
} from '../../../walkthroughs/01-types-of-learning/figures/gridGame.ts';
import { lastTiles, rowOfTiles, type Tiles } from '../pictures.ts';
import { adjustedRandIndex } from '../randIndex.ts';
import { type Measures, median, percent } from './measure.ts';
import { lastOf, seedOf } from './records.ts';

export const typesOfLearning: Measures = {
  /** The rows must be those of the test digits, and as many pictures as mistakes are shown. */
  'image-classification'(run) {
    const { values } = lastOf(run, 'matrix', 'confusion: label by guess');
    const rows = values.map((row) => row.map(Number));
    const { labels } = digits({ count: 1000, seed: 1000 });
    const honest = rows.every(
      (row, digit) => sum(row) === labels.filter((label) => label === digit).length,
    );
    const right = sum(rows.map((row, digit) => row[digit] ?? 0));
    const wrong = lastTiles(run.folder, run.records, 'wrong guesses').count;
    const accuracy = right / labels.length;
    return {
      measure: `test accuracy ${accuracy.toFixed(3)}, ${wrong} wrong guesses shown`,
      reached: honest && wrong === Math.min(40, labels.length - right) && accuracy >= 0.97,
    };
  },

  'customer-segmentation'(run) {
    const { classes } = lastOf(run, 'points', 'clusters: amount, hour');
    const { segments } = customers({ count: 500, seed: seedOf(run) });
    const index = adjustedRandIndex(classes ?? [], segments);
    return { measure: `adjusted Rand index ${index.toFixed(3)}`, reached: index >= 0.85 };
  },

  /** Against the 4,000 known ornaments, and against what is usual between real ones. */
  'novel-art'(run) {
    const art = lastTiles(run.folder, run.records, 'new ornaments');
    const known = patterns({ count: 4000, seed: seedOf(run) });
    const real = patterns({ count: art.count, seed: 4711 });
    const distances = nearestDistances(art.pixels, known, art.size);
    const usual = median(nearestDistances(real, known, art.size));
    const least = Math.min(...distances);
    const middle = median(distances);
    return {
      measure: `nearest known: ${least.toFixed(1)} at least, median ${middle.toFixed(1)}; unseen real ones ${usual.toFixed(1)}`,
      // New: no copy. Still an ornament: hardly farther from the known ones than real ones are.
      reached: least > 0.25 * usual && middle > 0.6 * usual && middle < 1.8 * usual,
    };
  },

  /** Both policies, by their arrows, against the best one that the rules allow. */
  'game-agent'(run) {
    const board = readBoard(FIRST_MAP);
    const best = bestValues(board, rules)[board.start] ?? 0;
    const shares = ['table', 'network'].map((name) => {
      const { text } = lastOf(run, 'text', `policy, ${name}`);
      const policy = Array.from(text.replaceAll(/\s/g, ''), (arrow) => '↑→↓←'.indexOf(arrow));
      return (policyValues(board, rules, policy)[board.start] ?? 0) / best;
    });
    return {
      measure: `of the best return: table ${percent(shares[0] ?? 0)}, network ${percent(shares[1] ?? 0)}`,
      reached: shares.every((share) => share >= 0.95),
    };
  },

  /** Each level's shortest way, walked through its picture, against the target in its caption. */
  'level-generator'(run) {
    const tiles = lastTiles(run.folder, run.records, 'levels');
    const record = lastOf(run, 'images', 'levels');
    const targets = (record.labels ?? []).map(Number);
    const lengths = targets.map((_, i) => wayOut(rowOfTiles(tiles, i, 1), record.width));
    const solvable = targets.flatMap((target, i) => {
      const length = lengths[i];
      return length === undefined ? [] : [[target, length] as const];
    });
    const share = solvable.length / tiles.count;
    const r = correlation(solvable);
    return {
      measure: `${percent(share)} of ${tiles.count} levels solvable; length follows the target, r = ${r.toFixed(3)}`,
      reached: targets.length === tiles.count && tiles.count >= 50 && share >= 0.95 && r >= 0.8,
    };
  },

  /** Ten rows, one a digit: what a judge that never saw them says they are, and how much they differ. */
  'generate-by-label'(run, { digits }) {
    const tiles = lastTiles(run.folder, run.records, 'digits as asked');
    const named = digits.name(tiles.pixels).filter(({ label }, i) => label === Math.floor(i / 10));
    const share = named.length / tiles.count;
    const distance = meanDistance(tiles, 10);
    return {
      measure: `${percent(share)} named as asked; two of a digit differ by ${distance.toFixed(1)}`,
      // Two real digits of these hands differ by about 7, the same picture by 0.
      reached: share >= 0.9 && distance >= 2,
    };
  },
};

/** From each picture to the nearest of the known ones, Euclidean. */
function nearestDistances(pixels: Float32Array, known: Float32Array, size: number): number[] {
  return Array.from({ length: pixels.length / size }, (_, a) => {
    let least = Number.POSITIVE_INFINITY;
    for (let b = 0; b < known.length / size; b++) {
      let squares = 0;
      for (let i = 0; i < size && squares < least; i++) {
        squares += ((pixels[a * size + i] ?? 0) - (known[b * size + i] ?? 0)) ** 2;
      }
      least = Math.min(least, squares);
    }
    return Math.sqrt(least);
  });
}

/** Between pictures of the same row, Euclidean, in units of ink. */
function meanDistance({ pixels, count, size }: Tiles, columns: number): number {
  const distances: number[] = [];
  for (let a = 0; a < count; a++) {
    const end = (Math.floor(a / columns) + 1) * columns;
    for (let b = a + 1; b < end; b++) {
      const squares = Array.from({ length: size }, (_, i) => {
        const difference = (pixels[a * size + i] ?? 0) - (pixels[b * size + i] ?? 0);
        return difference * difference;
      });
      distances.push(Math.sqrt(sum(squares)));
    }
  }
  return sum(distances) / distances.length;
}

/** Rooms are every other pixel. Steps from the first room to the last, where a way leads there. */
function wayOut(pixels: Float32Array, width: number): number | undefined {
  const steps = new Map([[width + 1, 0]]);
  for (const [pixel, far] of steps) {
    for (const beside of [pixel - width, pixel + 1, pixel + width, pixel - 1]) {
      if (!steps.has(beside) && (pixels[beside] ?? 0) > 0.5) steps.set(beside, far + 1);
    }
  }
  const far = steps.get(width * width - width - 2);
  return far === undefined ? undefined : far / 2;
}

/** Pearson's. */
function correlation(pairs: readonly (readonly [number, number])[]): number {
  const [x, y] = [0, 1].map((side) => {
    const values = pairs.map((pair) => pair[side] ?? 0);
    const mean = sum(values) / values.length;
    return values.map((value) => value - mean);
  });
  const product = (a: number[] = [], b: number[] = []) => sum(a.map((u, i) => u * (b[i] ?? 0)));
  return product(x, y) / Math.sqrt(product(x, x) * product(y, y));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
