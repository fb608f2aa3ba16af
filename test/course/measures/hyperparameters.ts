/** Chapter 04, what needs no sweep: from the losses and curves that the runs logged. */
import type { FinishedRun, Measures } from './measure.ts';

export const hyperparameters: Measures = {
  /** One crawls, one arrives, one diverges, and that is shown. */
  'learning-rate'(run) {
    const low = logged(run, 'loss (too low)');
    const right = logged(run, 'loss (right)');
    const high = logged(run, 'loss (too high)');
    const isBroken = high.some((loss) => !Number.isFinite(loss));
    return {
      measure: `loss ${end(low).toFixed(2)}, ${end(right).toFixed(2)}, ${end(high)}; at step ${high.findIndex((loss) => !Number.isFinite(loss))} it stops being a number`,
      reached:
        isBroken && end(right) < 0.25 && end(low) > 3 * end(right) && end(low) < 2 * (low[0] ?? 0),
    };
  },

  'gradient-based-tuning'(run) {
    const ends = ['10 times too low', '10 times too high', 'learned', 'set by hand'].map((name) =>
      end(logged(run, `loss (${name})`)),
    );
    const [low = 0, high = 0, learned = Number.NaN] = ends;
    const rates = logged(run, 'learning rate');
    return {
      measure: `loss ${ends.map((loss) => loss.toFixed(3)).join(', ')} at a rate too low, too high, learned, set by hand; learned ${rates.at(-1)?.toFixed(3)}`,
      reached: learned <= low && learned <= high,
    };
  },
};

function logged(run: FinishedRun, name: string): number[] {
  return run.records.flatMap((record) =>
    record.type === 'metrics' && name in record.values ? [Number(record.values[name])] : [],
  );
}

/** Mean of the last 20 steps: single batches vary. */
function end(losses: number[]): number {
  const last = losses.slice(-20);
  return last.reduce((sum, loss) => sum + loss, 0) / last.length;
}
