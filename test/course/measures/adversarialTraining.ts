/** Chapter 09, from its points and pictures. */
import { digits as drawDigits } from '../../../src/data/digits.ts';
import { lastTiles } from '../pictures.ts';
import { variance } from './diffusion.ts';
import { type Measures, percent } from './measure.ts';
import { lastOf } from './records.ts';
import { correlation, strokeWidths } from './strokeWidth.ts';

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

  'conditional-gan'(run, { digits }) {
    const widths = lastTiles(run.folder, run.records, 'thin to thick');
    const hands = lastTiles(run.folder, run.records, 'ten hands');
    const columns = Array.from({ length: widths.count }, (_, i) => i % 10);
    const right = [widths, hands].flatMap(({ pixels }) =>
      digits.name(pixels).map(({ label }, i) => label === columns[i]),
    );
    const asAsked = right.filter(Boolean).length / right.length;
    const asked = columns.map((_, i) => Math.floor(i / 10));
    const rises = correlation(asked, strokeWidths(widths.pixels, Math.sqrt(widths.size)));
    const varied = variance(hands.pixels, columns, hands.size) / varianceOfRealDigits();
    return {
      measure: `${percent(asAsked)} of ${right.length} samples named as asked; strokes as asked, correlation ${rises.toFixed(2)}; ${percent(varied)} of the variety`,
      reached: asAsked >= 0.9 && rises >= 0.7 && varied >= 0.25 && run.seconds <= 120,
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

/** Of digits that a pen of medium width wrote, as those of “ten hands”. */
function varianceOfRealDigits(): number {
  const size = 28 * 28;
  const { images, labels, thickness } = drawDigits({ count: 2000, seed: 771_006, variety: 0.7 });
  const [thin, thick] = [Math.min(...thickness), Math.max(...thickness)];
  const medium = [...thickness.keys()].filter(
    (i) => Math.abs((thickness[i] ?? 0) - (thin + thick) / 2) < (thick - thin) / 10,
  );
  const pixels = new Float32Array(medium.length * size);
  medium.forEach((index, i) => {
    pixels.set(images.subarray(index * size, (index + 1) * size), i * size);
  });
  return variance(
    pixels,
    medium.map((i) => labels[i] ?? 0),
    size,
  );
}

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
