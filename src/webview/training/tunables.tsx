/** Live sliders for the script's `tune` values. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { isLive, type RunView } from '../../protocol/run.ts';
import type { Tunable } from '../../protocol/runner.ts';
import { Slider } from '../kit/slider.tsx';
import { post } from './store.ts';

export function Tunables({ run }: { run: RunView }) {
  if (run.tunables.length === 0) return null;
  const live = isLive(run) && run.status !== 'exploring';
  return (
    <section class="tunables" aria-label="Tune">
      <h2>{live ? 'Tune while it trains' : 'Tuned values'}</h2>
      {run.tunables.map((tunable) => (
        <TunableSlider key={tunable.name} runId={run.runId} tunable={tunable} live={live} />
      ))}
    </section>
  );
}

interface Props {
  runId: string;
  tunable: Tunable;
  live: boolean;
}

/**
 * While the learner drags, the slider shows what the hand does; what the host reports is a moment older.
 * At most one message a frame.
 */
function TunableSlider({ runId, tunable, live }: Props) {
  const { name, value, min, max, log, integer } = tunable;
  const [held, setHeld] = useState<number>();
  const unsent = useRef<number | undefined>(undefined);

  useEffect(() => {
    if (held === undefined) return;
    const timer = setTimeout(() => setHeld(undefined), 1000);
    return () => clearTimeout(timer);
  }, [held]);

  const send = () => {
    if (unsent.current !== undefined) post({ type: 'tune', runId, name, value: unsent.current });
    unsent.current = undefined;
  };
  const onInput = (next: number) => {
    setHeld(next);
    if (unsent.current === undefined) requestAnimationFrame(send);
    unsent.current = next;
  };
  return (
    <Slider
      label={name}
      value={held ?? value}
      min={min}
      max={max}
      log={log}
      integer={integer}
      disabled={!live}
      onInput={onInput}
    />
  );
}
