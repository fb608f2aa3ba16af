/** Play, pause, step and reset for what is computed already and shown step by step. */
import { useSignal } from '@preact/signals';
import { prefersReducedMotion } from '../../../src/webview/kit/theme.ts';
import { useInterval } from '../../../src/webview/kit/useInterval.ts';
import { STEPS } from './bowl.ts';

interface Props {
  what: string;
  step: number;
  onStep: (step: number) => void;
}

/** Milliseconds: slow enough to follow a ball. */
const PACE = 150;

export function StepBar({ what, step, onStep }: Props) {
  const playing = useSignal(step === 0 && !prefersReducedMotion());
  const going = playing.value && step < STEPS;
  useInterval(() => onStep(Math.min(STEPS, step + 1)), PACE, going);
  const play = () => {
    if (step >= STEPS) onStep(0);
    playing.value = !going;
  };
  const go = (to: number) => {
    playing.value = false;
    onStep(to);
  };
  return (
    <section class="playback" aria-label={`Steps of ${what}`}>
      <button type="button" class={going ? 'pace' : 'pace primary'} onClick={play}>
        {going ? 'Pause' : 'Play'}
      </button>
      <button
        type="button"
        title="One step of gradient descent"
        disabled={step >= STEPS}
        onClick={() => go(step + 1)}
      >
        Step
      </button>
      <button type="button" title="Back to the start" onClick={() => go(0)}>
        Reset
      </button>
      <span class="numbers muted">
        step {step} of {STEPS}
      </span>
      <progress
        class="training-progress"
        aria-label={`Steps of ${what}`}
        max={STEPS}
        value={step}
      />
    </section>
  );
}
