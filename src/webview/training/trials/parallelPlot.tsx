/** All trials at a glance: an axis for each hyperparameter and for the measure, a line for each trial. */
import { useMemo } from 'preact/hooks';
import type { SweepRecord, TrialRecord } from '../../../protocol/record.ts';
import { Canvas, type Draw } from '../../kit/canvas.tsx';
import { sweepAxes } from './axes.ts';
import { drawSweep } from './drawSweep.ts';
import { distance, layOut, path } from './layout.ts';
import { trialInWords } from './trialText.ts';

interface Props {
  trials: readonly TrialRecord[];
  sweep: SweepRecord;
  selected: number | undefined;
  onSelect: (trial: number) => void;
}

const steps: Record<string, number> = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 };

export function ParallelPlot({ trials, sweep, selected, onSelect }: Props) {
  const axes = sweepAxes(trials, sweep.measure);
  const draw = useMemo(
    (): Draw => (surface) => drawSweep(surface, { trials, axes, sweep, selected }),
    [trials, sweep, selected],
  );
  const point = (event: PointerEvent) => {
    if (!(event.currentTarget instanceof Element)) return;
    const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
    const layout = layOut(axes.length, width, height);
    const at = [event.clientX - left, event.clientY - top] as const;
    const far = (trial: TrialRecord) => distance(at, path(trial, axes, layout));
    const nearest = trials.reduce((best, trial) => (far(trial) < far(best) ? trial : best));
    onSelect(nearest.trial);
  };
  const index = trials.findIndex(({ trial }) => trial === selected);
  const key = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    const next = index < 0 ? 0 : Math.max(0, Math.min(trials.length - 1, index + step));
    const found = trials[next];
    if (found) onSelect(found.trial);
  };
  const shown = trials[index];
  return (
    <div
      class="parallel-plot"
      role="slider"
      tabIndex={0}
      aria-label="Trials side by side, one by one by arrow keys"
      aria-valuemin={1}
      aria-valuemax={trials.length}
      aria-valuenow={Math.max(1, index + 1)}
      aria-valuetext={shown ? trialInWords(shown, sweep) : 'no trial selected'}
      onPointerDown={point}
      onKeyDown={key}
    >
      <Canvas draw={draw} />
    </div>
  );
}
