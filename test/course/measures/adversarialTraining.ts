/** Chapter 09, from its points and pictures. */
import { lastTiles } from '../pictures.ts';
import { type Measures, percent } from './measure.ts';
import { lastOf } from './records.ts';

const HEAPS = 8;
/** Three standard deviations of a heap. */
const NEAR = 0.15;
/** Of the made points, for a heap to count as covered. */
const COVERED = 0.02;
/** As sure as a judge must be of a sample. */
const SURE = 0.8;

export const adversarialTraining: Measures = {
  'gan-in-two-dimensions'(run) {
    const { points, classes } = lastOf(run, 'points', 'real (0) and made (1)');
    const made = points.filter((_, i) => classes?.[i] === 1);
    const { covered, inside } = coverage(made);
    return {
      measure: `${covered} of ${HEAPS} heaps covered, ${percent(inside)} of ${made.length} points in one`,
      reached: covered === HEAPS && made.length >= 500 && run.seconds <= 60,
    };
  },

  gan(run, { digits }) {
    const names = digits.name(lastTiles(run.folder, run.records, 'samples').pixels);
    const sure = names.filter(({ confidence }) => confidence >= SURE);
    const classes = new Set(sure.map(({ label }) => label)).size;
    return {
      measure: `${percent(sure.length / names.length)} of ${names.length} samples named, ${classes} digits`,
      reached: sure.length >= 0.8 * names.length && classes >= 8 && run.seconds <= 120,
    };
  },

  'mode-collapse'(run) {
    const [sick, cured] = ['sick', 'cured'].map((game) =>
      coverage(lastOf(run, 'points', `${game}: made points`).points),
    );
    return {
      measure: `${sick?.covered} of ${HEAPS} heaps covered sick, ${cured?.covered} cured`,
      reached: (sick?.covered ?? HEAPS) <= 4 && cured?.covered === HEAPS,
    };
  },
};

/** Of the ring of eight heaps. */
export function coverage(made: readonly (readonly number[])[]) {
  const counts = Array.from({ length: HEAPS }, (_, heap) => {
    const angle = (2 * Math.PI * heap) / HEAPS;
    const [x, y] = [0.8 * Math.cos(angle), 0.8 * Math.sin(angle)];
    return made.filter(([a = 0, b = 0]) => Math.hypot(a - x, b - y) < NEAR).length;
  });
  return {
    covered: counts.filter((count) => count >= COVERED * made.length).length,
    inside: counts.reduce((sum, count) => sum + count, 0) / made.length,
  };
}
