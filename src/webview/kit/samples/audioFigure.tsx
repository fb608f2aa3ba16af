import { useEffect, useRef, useState } from 'preact/hooks';
import type { AudioRecord } from '../../../protocol/record.ts';
import { formatDuration } from '../format.ts';
import { Icon } from '../icons.tsx';

/** Only one sound at a time. */
let playing: HTMLAudioElement | undefined;

export function AudioFigure({ record, uri }: { record: AudioRecord; uri: string | undefined }) {
  const audio = useRef<HTMLAudioElement>(null);
  const [state, setState] = useState<'idle' | 'playing' | 'failed'>('idle');
  const [at, setAt] = useState(0);

  // Another sound starts from its beginning.
  useEffect(() => {
    setState('idle');
    setAt(0);
  }, [uri]);

  const toggle = () => {
    const element = audio.current;
    if (!element) return;
    if (!element.paused) return element.pause();
    playing?.pause();
    playing = element;
    element.play().catch(() => setState('failed'));
  };
  return (
    <div class="audio">
      {/* biome-ignore lint/a11y/useMediaCaption: sound made by a model has no words */}
      <audio
        ref={audio}
        src={uri}
        preload="none"
        onPlay={() => setState('playing')}
        onPause={() => setState('idle')}
        onEnded={() => setState('idle')}
        onTimeUpdate={(event) => setAt(event.currentTarget.currentTime)}
      />
      <button
        type="button"
        aria-label={`${state === 'playing' ? 'Pause' : 'Play'} ${record.name}, step ${record.step}`}
        onClick={toggle}
      >
        <Icon name={state === 'playing' ? 'pause' : 'play'} />
      </button>
      <input
        type="range"
        aria-label="Position in seconds"
        min={0}
        max={record.seconds}
        step={record.seconds / 200}
        value={at}
        onInput={(event) => {
          if (audio.current) audio.current.currentTime = event.currentTarget.valueAsNumber;
        }}
      />
      <span class="muted numbers">{formatDuration(record.seconds)}</span>
      {state === 'failed' && <p class="muted">This sound cannot be played here: {record.file}</p>}
    </div>
  );
}
