/** Play, pause, step and reset for what evolves in a figure. */
import { useEffect } from 'preact/hooks';
import { prefersReducedMotion } from './theme.ts';
import type { Trainer } from './trainer.ts';

interface Props {
  trainer: Trainer;
  /** Steps reached when the panel was last open. */
  saved: number;
  onSteps: (steps: number) => void;
  /** What trains, for the names of the buttons. */
  what: string;
}

/** Shows the training's state and starts it: at once, or with ▶ where less motion is wanted. */
export function Playback({ trainer, saved, onSteps, what }: Props) {
  useEffect(() => {
    if (saved > 0) trainer.catchUp(saved);
    else if (trainer.step === 0 && !prefersReducedMotion()) trainer.play();
    return () => trainer.pause();
  }, [trainer]);

  const playing = trainer.playing.value;
  void trainer.version.value;
  useEffect(() => {
    if (!playing) onSteps(trainer.step);
  }, [playing, trainer.step]);

  const reset = () => {
    trainer.reset();
    onSteps(0);
  };
  return (
    <section class="playback" aria-label={`Training of ${what}`}>
      <button
        type="button"
        class={playing ? 'pace' : 'pace primary'}
        onClick={() => (playing ? trainer.pause() : trainer.play())}
      >
        {playing ? 'Pause' : 'Train'}
      </button>
      <button type="button" onClick={() => trainer.once()}>
        Step
      </button>
      <button
        type="button"
        onClick={reset}
        title="Back to the first weights; the same seed replays the same steps"
      >
        Reset
      </button>
      <span class="numbers muted">step {trainer.step.toLocaleString('en-US')}</span>
      <progress
        class="training-progress"
        aria-label={`${what}: steps trained`}
        max={trainer.limit}
        value={Math.min(trainer.step, trainer.limit)}
      />
    </section>
  );
}
