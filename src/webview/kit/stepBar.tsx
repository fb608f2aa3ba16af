/** Play, pause, step and reset for what is computed already and shown step by step. */

import { useSignal } from '@preact/signals';
import { PlayButton } from './playButton.tsx';
import { prefersReducedMotion } from './theme.ts';
import { useInterval } from './useInterval.ts';

interface Props {
  what: string;
  step: number;
  /** How many steps there are. */
  last: number;
  /** What one step is. */
  title: string;
  onStep: (step: number) => void;
  /** Milliseconds a step; by default slow enough to follow a ball. */
  pace?: number;
}

export function StepBar({ what, step, last, title, onStep, pace = 150 }: Props) {
  const playing = useSignal(step === 0 && !prefersReducedMotion());
  const going = playing.value && step < last;
  useInterval(() => onStep(Math.min(last, step + 1)), pace, going);
  const play = () => {
    if (step >= last) onStep(0);
    playing.value = !going;
  };
  const go = (to: number) => {
    playing.value = false;
    onStep(to);
  };
  return (
    <section class="playback" aria-label={`Steps of ${what}`}>
      <PlayButton playing={going} onClick={play} />
      <button type="button" title={title} disabled={step >= last} onClick={() => go(step + 1)}>
        Step
      </button>
      <button type="button" title="Back to the start" onClick={() => go(0)}>
        Reset
      </button>
      <span class="numbers muted">
        step {step} of {last}
      </span>
      <progress class="training-progress" aria-label={`Steps of ${what}`} max={last} value={step} />
    </section>
  );
}
