/** Chapter 03, from its curves and points. */
import { waveAt } from '../../../src/data/wave.ts';
import type { CurveRecord } from '../../../src/protocol/record.ts';
import { type Measures, mean } from './measure.ts';
import { lastOf, lastValueOf, valuesOf } from './records.ts';

export const overfitting: Measures = {
  /** Simple models miss old points and new ones, flexible ones only the new ones. */
  overfitting(run) {
    const { points } = lastOf(run, 'points', 'what the models learn from');
    const curve = lastOf(run, 'curve', 'polynomials');
    const [under, good, over] = ['degree 1', 'degree 5', 'degree 15'].map((name) => {
      const at = lineOf(curve, name);
      const seen = mean(points.map(([x, y]) => (at(x) - y) ** 2));
      const off = mean(curve.x.map((x) => (at(Number(x)) - waveAt(Number(x))) ** 2));
      return { seen, off };
    });
    if (!under || !good || !over) throw new Error('The run shows not all three polynomials.');
    const three = [under, good, over];
    return {
      measure: `degree 1, 5, 15: squared error on points seen ${list(three.map(({ seen }) => seen))}, from the truth ${list(three.map(({ off }) => off))}`,
      reached:
        under.seen > 2 * good.seen &&
        good.seen > over.seen &&
        under.off > 2 * good.off &&
        over.off > 2 * good.off,
    };
  },

  regularization(run) {
    const [none = Number.NaN, ...held] = ['', ' (L1)', ' (L2)', ' (dropout)', ' (noise)'].map(
      (suffix) => lastValueOf(run, `val_loss${suffix}`),
    );
    return {
      measure: `validation loss ${none.toFixed(2)}; with L1, L2, dropout, noise ${list(held)}`,
      reached: held.every((loss) => loss <= 0.8 * none),
    };
  },

  'early-stopping'(run) {
    const losses = valuesOf(run, 'val_loss');
    const { points } = lastOf(run, 'points', 'validation points');
    const curve = lastOf(run, 'curve', 'where it stopped, and what it went back to');
    const at = lineOf(curve, 'restored');
    const restored = mean(points.map(([x, y]) => (at(x) - y) ** 2));
    const lowest = Math.min(...losses);
    return {
      measure: `stopped after ${losses.length} epochs; restored ${restored.toFixed(4)}, lowest seen ${lowest.toFixed(4)}, last ${losses.at(-1)?.toFixed(4)}`,
      reached: losses.length < 1000 && Math.abs(restored - lowest) < 1e-4,
    };
  },
};

/** A line of a curve as a function of x, straight between its points. */
function lineOf({ x, lines }: CurveRecord, name: string): (at: number) => number {
  const xs = x.map(Number);
  const ys = lines[name]?.map(Number);
  if (!ys) throw new Error(`The curve has no line “${name}”.`);
  return (at) => {
    const after = xs.findIndex((each) => each >= at);
    const right = after < 0 ? xs.length - 1 : after;
    const left = Math.max(0, right - 1);
    const [x0 = 0, x1 = 0, y0 = 0, y1 = 0] = [xs[left], xs[right], ys[left], ys[right]];
    return x1 === x0 ? y1 : y0 + ((at - x0) / (x1 - x0)) * (y1 - y0);
  };
}

function list(values: number[]): string {
  return values.map((value) => value.toFixed(2)).join(', ');
}
