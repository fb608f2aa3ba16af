/** Letters as points: by their pixels, or by what a layer of a network makes of them. */
import { PIXELS } from '../../../src/webview/kit/digitSet.ts';
import {
  principalComponents,
  project,
} from '../../../src/webview/kit/maths/principalComponents.ts';
import { forward } from '../../../src/webview/kit/network/layers.ts';
import type { Learner } from './learner.ts';
import { KINDS, type LetterSet, testLetters } from './letterSet.ts';

/** Letters on the map: few enough to tell apart. */
export const SHOWN = 'AEKMSX';
const EACH = 20;
const ROUNDS = 12;

export const spaces = ['pixels', 'layer 1', 'layer 2'] as const;
export type Space = (typeof spaces)[number];

export interface FeatureSpace {
  /** Two principal components of each letter's features. */
  points: readonly (readonly [number, number])[];
  /** Indices of the nearest others of each, the nearest first. */
  neighbours: readonly (readonly number[])[];
  /** Share of nearest neighbours that show the same letter. */
  agreement: number;
}

let chosen: LetterSet | undefined;

/** Test letters, of SHOWN only. */
export function mapLetters(): LetterSet {
  if (chosen) return chosen;
  const { images, labels } = testLetters();
  const places = [...SHOWN].flatMap((letter) => {
    const label = KINDS.indexOf(letter);
    return [...labels.keys()].filter((i) => labels[i] === label).slice(0, EACH);
  });
  const picked = new Float32Array(places.length * PIXELS);
  places.forEach((place, i) => {
    picked.set(images.subarray(place * PIXELS, (place + 1) * PIXELS), i * PIXELS);
  });
  chosen = { images: picked, labels: Uint8Array.from(places, (place) => labels[place] ?? 0) };
  return chosen;
}

export function featureSpace(learner: Learner, space: Space): FeatureSpace {
  const { images, labels } = mapLetters();
  const count = labels.length;
  const depth = spaces.indexOf(space);
  const features = forward(learner.layers.slice(0, depth), images, count);
  const size = depth === 0 ? PIXELS : (learner.layers[depth - 1]?.outputs ?? 1);
  const rows = Array.from({ length: count }, (_, i) => features.slice(i * size, (i + 1) * size));
  const model = principalComponents(features.slice(0, count * size), size, 2, ROUNDS);
  const neighbours = rows.map((row) => nearest(row, rows));
  const agreeing = neighbours.filter(([first = 0], i) => labels[first] === labels[i]);
  return {
    points: rows.map((row) => {
      const [x = 0, y = 0] = project(model, row);
      return [x, y] as const;
    }),
    neighbours,
    agreement: agreeing.length / count,
  };
}

/** The three nearest other rows, by Euclidean distance. */
function nearest(row: Float32Array, rows: readonly Float32Array[]): number[] {
  const distances = rows.map((other) =>
    other === row ? Infinity : row.reduce((sum, x, i) => sum + (x - (other[i] ?? 0)) ** 2, 0),
  );
  return [...distances.keys()]
    .sort((a, b) => (distances[a] ?? 0) - (distances[b] ?? 0))
    .slice(0, 3);
}
