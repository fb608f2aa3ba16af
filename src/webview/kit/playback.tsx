/** Play, pause, step and reset for what evolves in a figure. */

import { useEffect } from 'preact/hooks';
import { PlayButton } from './playButton.tsx';
import { prefersReducedMotion } from './theme.ts';
import type { Trainer } from './trainer.ts';

interface Props {
  /** One, or several that train side by side. */
  trainers: readonly Trainer[];
  /** Steps reached when the panel was last open. */
  saved: number;
  onSteps: (steps: number) => void;
  /** What trains, for the names of the buttons. */
  what: string;
  /** What one step of the trainer is. */
  unit?: 'step' | 'epoch';
}

/** Steps. */
const SAVE_EVERY = 200;

/** Shows the training's state and starts it: at once, or by the button where less motion is wanted. */
export function Playback({ trainers, saved, onSteps, what, unit = 'step' }: Props) {
  useEffect(() => {
    for (const trainer of trainers) begin(trainer, saved);
    return () => {
      for (const trainer of trainers) trainer.pause();
    };
  }, []);

  const playing = trainers.some((trainer) => trainer.playing.value);
  for (const trainer of trainers) void trainer.version.value;
  const step = stepOf(trainers);
  const limit = Math.max(...trainers.map((trainer) => trainer.limit));
  // Now and then while it trains: the panel may be closed at any moment.
  const kept = playing ? step - (step % SAVE_EVERY) : step;
  useEffect(() => {
    if (kept > 0) onSteps(kept);
  }, [kept]);

  const each = (act: (trainer: Trainer) => void) => () => {
    for (const trainer of trainers) act(trainer);
  };
  // With the step itself, so that the figure is drawn once for both.
  const once = () => {
    each((trainer) => trainer.once())();
    onSteps(stepOf(trainers));
  };
  const reset = () => {
    each((trainer) => trainer.reset())();
    onSteps(0);
  };
  return (
    <section class="playback" aria-label={`Training of ${what}`}>
      <PlayButton
        playing={playing}
        start="Train"
        onClick={each((trainer) => (playing ? trainer.pause() : trainer.play()))}
      />
      <button
        type="button"
        title={unit === 'step' ? 'One batch, one update of the weights' : 'Every point once'}
        onClick={once}
      >
        Step
      </button>
      <button
        type="button"
        title="Back to the first weights; the same seed replays the same steps"
        onClick={reset}
      >
        Reset
      </button>
      <span class="numbers muted">
        {unit} {step.toLocaleString('en-US')}
      </span>
      <progress
        class="training-progress"
        aria-label={`Steps of training of ${what}`}
        max={limit}
        value={Math.min(step, limit)}
      />
    </section>
  );
}

function stepOf(trainers: readonly Trainer[]): number {
  return Math.min(...trainers.map((trainer) => trainer.step));
}

function begin(trainer: Trainer, saved: number): void {
  if (saved > trainer.step) trainer.catchUp(saved);
  else if (trainer.step === 0 && !prefersReducedMotion()) trainer.play();
}
