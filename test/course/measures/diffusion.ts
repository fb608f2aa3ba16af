/** Chapter 11, from the points and pictures that its scripts end with. */
import { digits as drawDigits } from '../../../src/data/digits.ts';
import { moons } from '../../../src/data/points.ts';
import { energyDistance } from '../../../src/webview/kit/maths/energyDistance.ts';
import type { Judge } from '../judge.ts';
import { lastTiles } from '../pictures.ts';
import { type Measures, percent } from './measure.ts';
import { lastOf } from './records.ts';

/** As sure as a judge must be of a sample. */
const SURE = 0.8;

type Point = readonly [x: number, y: number];

export const diffusion: Measures = {
  'diffusion-in-two-dimensions'(run) {
    const samples = lastOf(run, 'points', 'reverse: noise to data').points;
    const { points } = moons({ count: 1000, seed: 771_004, noise: 0.06 });
    const fresh = samples.map((_, i): Point => [points[2 * i] ?? 0, points[2 * i + 1] ?? 0]);
    const distance = energyDistance(samples, fresh);
    return {
      measure: `energy distance ${distance.toFixed(4)} to fresh moons`,
      reached: distance <= 0.02 && run.seconds <= 20,
    };
  },

  diffusion(run, { digits }) {
    const free = judge(run, 'without guidance', digits);
    const guided = judge(run, 'guided', digits);
    return {
      measure: `${percent(free.sure)} of samples named; guided ${percent(guided.asked)} as asked, ${percent(guided.varied)} of the variety`,
      reached:
        free.sure >= 0.85 && guided.asked >= 0.9 && guided.varied >= 0.25 && run.seconds <= 120,
    };
  },
};

type Run = Parameters<Measures[string]>[0];

/** How the named pictures fare with a judge, and how much they differ within a digit, beside real digits. */
function judge(run: Run, name: string, digits: Judge) {
  const record = run.records.findLast((each) => each.type === 'images' && each.name === name);
  const asked = record?.type === 'images' ? (record.labels ?? []).map(Number) : [];
  const { pixels, count, size } = lastTiles(run.folder, run.records, name);
  const names = digits.name(pixels);
  const real = drawDigits({ count: 200, seed: 771_005, variety: 0.7 }); // as varied as those it learned from
  return {
    sure: names.filter(({ confidence }) => confidence >= SURE).length / count,
    asked: names.filter(({ label }, i) => label === asked[i]).length / count,
    varied: variance(pixels, asked, size) / variance(real.images, [...real.labels], size),
  };
}

/** Mean squared distance to the mean picture of the same label, per pixel: 0 where all pictures of a digit are one. */
export function variance(pixels: Float32Array, labels: readonly number[], size: number): number {
  let sum = 0;
  for (const label of new Set(labels)) {
    const chosen = [...labels.keys()].filter((i) => labels[i] === label);
    for (let p = 0; p < size; p++) {
      const values = chosen.map((i) => pixels[i * size + p] ?? 0);
      const mean = values.reduce((a, b) => a + b, 0) / values.length;
      sum += values.reduce((a, b) => a + (b - mean) ** 2, 0);
    }
  }
  return sum / (labels.length * size);
}
