/** Chapter 02, from its pictures, tables and texts. */
import { spirals } from '../../../src/data/points.ts';
import { lastTiles } from '../pictures.ts';
import { type Measures, percent } from './measure.ts';

export const neuralNetworks: Measures = {
  'multilayer-perceptron'(run) {
    const map = lastTiles(run.folder, run.records, 'decision map');
    const accuracy = accuracyOnMap(map.pixels);
    return { measure: `accuracy ${percent(accuracy)} on its map`, reached: accuracy >= 0.98 };
  },
};

/** Looks new points of the spirals up on a square map of -1 to 1, whose upper left is (-1, 1). */
export function accuracyOnMap(map: Float32Array): number {
  const side = Math.sqrt(map.length);
  const { points, labels } = spirals({ count: 1000, seed: 771_002 });
  const place = (value: number) => Math.round(((value + 1) / 2) * (side - 1));
  const right = labels.filter((label, i) => {
    const column = place(points[2 * i] ?? 0);
    const row = place(-(points[2 * i + 1] ?? 0));
    return (map[row * side + column] ?? 0) > 0.5 === (label === 1);
  });
  return right.length / labels.length;
}
