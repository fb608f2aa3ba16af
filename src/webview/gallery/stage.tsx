/** The pinned frames and the current one, side by side. */

import type { Sample } from '../../protocol/views.ts';
import { formatNumber } from '../kit/format.ts';
import { SampleFigure } from '../kit/samples/sampleFigure.tsx';
import { useSize } from '../kit/useSize.ts';
import { ImagesPane } from './imagesPane.tsx';
import { frames, pins, playhead, zoom } from './store.ts';
import { Tool, togglePin, zoomBy } from './toolbar.tsx';
import { seekTo, togglePlay } from './transport.tsx';
import { fitted } from './zoom.ts';

export function Stage() {
  const { list } = frames.value;
  const { index } = playhead.value;
  const current = list[index];
  return (
    <section
      class="stage"
      aria-label="Frames"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys, space, +, −, 0 and P work here
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      {pins.value.map((pin) => {
        const sample = list[pin];
        return sample && <Pane key={`pin-${pin}`} sample={sample} index={pin} pinned />;
      })}
      {current && <Pane key="current" sample={current} index={index} />}
    </section>
  );
}

function Pane({
  sample,
  index,
  pinned = false,
}: {
  sample: Sample;
  index: number;
  pinned?: boolean;
}) {
  const [ref, { width, height }] = useSize();
  const unpin = () => {
    pins.value = pins.value.filter((pin) => pin !== index);
  };
  return (
    <figure class="pane">
      <figcaption class="numbers">
        {pinned ? 'Pinned, ' : ''}step {formatNumber(sample.step)}
        {pinned && <Tool icon="close" label={`Unpin step ${sample.step}`} onClick={unpin} />}
      </figcaption>
      <div class={`pane-body of-${sample.type}`} ref={ref}>
        {width > 0 && height > 0 && <PaneBody sample={sample} width={width} height={height} />}
      </div>
    </figure>
  );
}

function PaneBody({ sample, width, height }: { sample: Sample; width: number; height: number }) {
  if (sample.type === 'images')
    return <ImagesPane record={sample} uri={sample.uri} pane={{ width, height }} />;
  // The legend, axis and reading around a drawing need some room.
  return <SampleFigure sample={sample} width={width} maxHeight={Math.max(80, height - 50)} />;
}

const keys: Record<string, () => void> = {
  ArrowLeft: () => seekTo(playhead.value.index - 1),
  ArrowRight: () => seekTo(playhead.value.index + 1),
  Home: () => seekTo(0),
  End: () => seekTo(frames.value.list.length - 1),
  ' ': togglePlay,
  '+': () => zoomBy(2),
  '=': () => zoomBy(2),
  '-': () => zoomBy(0.5),
  '0': () => {
    zoom.value = fitted;
  },
  p: togglePin,
};

function onKeyDown(event: KeyboardEvent): void {
  if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey)
    return;
  const act = keys[event.key];
  if (!act) return;
  event.preventDefault();
  act();
}
