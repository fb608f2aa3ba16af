/** All frames in a row; only those in sight are drawn. The scrubber is its keyboard. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Sample } from '../../protocol/views.ts';
import { useSize } from '../kit/useSize.ts';
import { frames, pins, playhead } from './store.ts';
import { Thumbnail } from './thumbnail.tsx';
import { seekTo, useWheelSeek } from './transport.tsx';
import { itemsInSight, scrollTo } from './virtual.ts';

/** CSS pixels from one frame to the next. */
const pitch = 76;

export function Filmstrip() {
  const [ref, { width }] = useSize();
  const [scroll, setScroll] = useState(0);
  const { list } = frames.value;
  const { index } = playhead.value;
  const { first, end } = itemsInSight(scroll, width, pitch, list.length);
  useFollow(ref.current, index, list.length, width);
  useNonPassiveWheel(ref.current, useWheelSeek());
  return (
    <div
      ref={ref}
      class="filmstrip"
      aria-hidden="true"
      onScroll={(event) => setScroll(event.currentTarget.scrollLeft)}
    >
      <div class="film" style={{ width: `${list.length * pitch}px` }}>
        {list.slice(first, end).map((sample, i) => (
          <Frame key={first + i} sample={sample} index={first + i} current={index} />
        ))}
      </div>
    </div>
  );
}

/** Keeps the current frame in sight as it moves, and leaves the strip alone while the learner scrolls it. */
function useFollow(strip: HTMLElement | null, index: number, count: number, width: number): void {
  useEffect(() => {
    if (!strip || width === 0) return;
    strip.scrollLeft = scrollTo(index, strip.scrollLeft, width, pitch, count);
  }, [strip, index, count, width]);
}

/** Preact's handlers are passive for wheels in some places; this one keeps the page from scrolling. */
function useNonPassiveWheel(
  element: HTMLElement | null,
  onWheel: (event: WheelEvent) => void,
): void {
  const latest = useRef(onWheel);
  latest.current = onWheel;
  useEffect(() => {
    if (!element) return;
    const listener = (event: WheelEvent) => latest.current(event);
    element.addEventListener('wheel', listener, { passive: false });
    return () => element.removeEventListener('wheel', listener);
  }, [element]);
}

function Frame({ sample, index, current }: { sample: Sample; index: number; current: number }) {
  const pinned = pins.value.includes(index);
  const state = `${index === current ? 'current' : ''} ${pinned ? 'pinned' : ''}`;
  return (
    <button
      type="button"
      class={`frame ${state}`}
      tabIndex={-1}
      style={{ left: `${index * pitch}px` }}
      title={`Step ${sample.step}`}
      onClick={() => seekTo(index)}
    >
      <Thumbnail sample={sample} />
      <span class="numbers">{sample.step}</span>
    </button>
  );
}
