/** The scrubber and what plays: every frame is one position. */
import { useRef } from 'preact/hooks';
import { isLive } from '../../protocol/run.ts';
import { formatNumber } from '../kit/format.ts';
import { pause, play, seek } from './playhead.ts';
import { frames, loop, playhead, run, speed } from './store.ts';
import { Tool } from './toolbar.tsx';

export function seekTo(index: number): void {
  playhead.value = seek(playhead.value, index, frames.value.list.length);
}

export function togglePlay(): void {
  const { list } = frames.value;
  playhead.value = playhead.value.playing
    ? pause(playhead.value)
    : play(playhead.value, list.length);
}

/** One notch of a wheel is one frame; a touchpad's small moves add up to one. */
export function useWheelSeek(): (event: WheelEvent) => void {
  const moved = useRef(0);
  return (event) => {
    if (event.ctrlKey) return;
    event.preventDefault();
    const pixels = event.deltaMode === 0 ? event.deltaY + event.deltaX : event.deltaY * 40;
    moved.current += pixels;
    const whole = Math.trunc(moved.current / 40);
    if (whole === 0) return;
    moved.current -= whole * 40;
    seekTo(playhead.value.index + whole);
  };
}

export function Transport() {
  const { list } = frames.value;
  const { index, playing, following } = playhead.value;
  const last = list.length - 1;
  const step = list[index]?.step ?? 0;
  const where = `step ${formatNumber(step)}, frame ${index + 1} of ${list.length.toLocaleString('en-US')}`;
  const onWheel = useWheelSeek();
  return (
    <div class="transport">
      <Tool
        icon={playing ? 'pause' : 'play'}
        label={playing ? 'Pause (space)' : 'Play (space)'}
        disabled={last < 1}
        onClick={togglePlay}
      />
      <input
        type="range"
        class="scrubber"
        aria-label="Frame"
        aria-valuetext={where}
        min={0}
        max={Math.max(1, last)}
        step={1}
        value={index}
        disabled={last < 1}
        onInput={(event) => seekTo(event.currentTarget.valueAsNumber)}
        onWheel={onWheel}
      />
      <span class="where numbers">{where}</span>
      <span class="group">
        <Tool
          icon="loop"
          label="Begin again at the end"
          pressed={loop.value}
          onClick={() => {
            loop.value = !loop.value;
          }}
        />
        <SpeedSelect />
        {run.value && isLive(run.value) && !following && (
          <button type="button" onClick={() => seekTo(last)}>
            Follow the newest
          </button>
        )}
      </span>
    </div>
  );
}

const speeds = [1, 2, 5, 10, 20, 30, 60];

function SpeedSelect() {
  return (
    <select
      aria-label="Frames a second"
      title="Frames a second"
      value={speed.value}
      onChange={(event) => {
        speed.value = Number(event.currentTarget.value);
      }}
    >
      {speeds.map((one) => (
        <option key={one} value={one}>
          {one}/s
        </option>
      ))}
    </select>
  );
}
