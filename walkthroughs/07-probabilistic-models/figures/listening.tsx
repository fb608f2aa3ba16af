/** Plays a tune: listen, stop, volume. */
import { useEffect, useRef } from 'preact/hooks';
import { MelodyPlayer } from '../../../src/webview/kit/melodyPlayer.ts';
import { Slider } from '../../../src/webview/kit/slider.tsx';
import type { Token } from './chainLab.ts';
import { noteOf, placeOf } from './tokenText.ts';

interface Props {
  /** What Listen plays. */
  tune: readonly Token[];
  /** Name of it, for example 'tune 3'. */
  what: string;
  volume: number;
  sounding: boolean;
  onVolume: (volume: number) => void;
  /** The place of the graph that sounds; undefined when the tune has ended. */
  onSound: (place: string | undefined) => void;
}

/** 150 beats a minute. */
const SECONDS_PER_BEAT = 0.4;

export function Listening({ tune, what, volume, sounding, onVolume, onSound }: Props) {
  const player = useRef<MelodyPlayer | undefined>(undefined);
  player.current ??= new MelodyPlayer();
  useEffect(() => () => player.current?.stop(), []);
  const stop = () => {
    player.current?.stop();
    onSound(undefined);
  };
  const listen = () => {
    if (!player.current) return;
    player.current.volume = volume;
    player.current.play(tune.map(noteOf), SECONDS_PER_BEAT, (index) => {
      const token = index === undefined ? undefined : tune[index];
      onSound(token && placeOf(token));
    });
  };
  return (
    <section class="listening" aria-label="Listening">
      <button type="button" class="primary" disabled={tune.length === 0} onClick={listen}>
        ▶ Listen to {what}
      </button>
      <button type="button" disabled={!sounding} onClick={stop}>
        Stop
      </button>
      <Slider
        label="Volume"
        min={0}
        max={1}
        value={volume}
        onInput={(next) => {
          if (player.current) player.current.volume = next;
          onVolume(next);
        }}
      />
    </section>
  );
}
