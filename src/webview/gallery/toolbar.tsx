/** Zoom, pin and save, for the frame on show. */
import { useState } from 'preact/hooks';
import { Icon, type IconName } from '../kit/icons.tsx';
import { saveFrames } from './savePng.ts';
import { frames, pins, playhead, post, run, zoom } from './store.ts';
import { fitted, zoomAbout } from './zoom.ts';

const mostPins = 3;

export function Toolbar() {
  const { index } = playhead.value;
  const sample = frames.value.list[index];
  const pinned = pins.value.includes(index);
  return (
    <div class="toolbar" role="toolbar" aria-label="Frame">
      <Tool
        icon="pin"
        label={pinned ? 'Unpin this frame' : 'Pin this frame, to compare others with it (P)'}
        text={pinned ? 'Unpin' : 'Pin'}
        pressed={pinned}
        disabled={!pinned && pins.value.length >= mostPins}
        onClick={togglePin}
      />
      {sample?.type === 'images' && <ZoomTools />}
      <SaveTool disabled={sample === undefined || sample.type === 'audio'} />
    </div>
  );
}

export function togglePin(): void {
  const { index } = playhead.value;
  if (pins.value.includes(index)) pins.value = pins.value.filter((pin) => pin !== index);
  else if (pins.value.length < mostPins) pins.value = [...pins.value, index];
}

export function zoomBy(times: number): void {
  zoom.value = zoomAbout(zoom.value, times, { width: 1, height: 1 });
}

function ZoomTools() {
  const { factor } = zoom.value;
  return (
    <span class="group">
      <Tool
        icon="zoomOut"
        label="Zoom out (−)"
        disabled={factor <= 1}
        onClick={() => zoomBy(0.5)}
      />
      <button
        type="button"
        class="bare zoom-level numbers"
        title="Fit into the view (0)"
        onClick={() => {
          zoom.value = fitted;
        }}
      >
        {factor === 1 ? 'Fit' : `${Math.round(factor * 100)} %`}
      </button>
      <Tool icon="zoomIn" label="Zoom in (+)" onClick={() => zoomBy(2)} />
    </span>
  );
}

const scales = [1, 2, 4, 8, 16];

function SaveTool({ disabled }: { disabled: boolean }) {
  const [scale, setScale] = useState(4);
  const [problem, setProblem] = useState('');
  const save = async () => {
    const { list } = frames.value;
    const shown = [...pins.value, playhead.value.index].flatMap((index) => list[index] ?? []);
    try {
      post({ type: 'savePng', ...(await saveFrames(shown, scale, run.value?.title ?? 'run')) });
      setProblem('');
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <span class="group">
      <Tool
        icon="save"
        label={
          pins.value.length > 0
            ? 'Save the frames side by side as PNG (S)'
            : 'Save this frame as PNG (S)'
        }
        text="Save PNG"
        disabled={disabled}
        onClick={() => void save()}
      />
      <select
        aria-label="Size of the saved picture"
        title="Size of the saved picture"
        value={scale}
        onChange={(event) => setScale(Number(event.currentTarget.value))}
      >
        {scales.map((one) => (
          <option key={one} value={one}>
            {one}×
          </option>
        ))}
      </select>
      {problem && <span role="alert">{problem}</span>}
    </span>
  );
}

interface ToolProps {
  icon: IconName;
  label: string;
  text?: string;
  pressed?: boolean;
  disabled?: boolean;
  onClick: () => void;
}

export function Tool({ icon, label, text, pressed, disabled, onClick }: ToolProps) {
  return (
    <button
      type="button"
      class="bare tool"
      aria-label={label}
      aria-pressed={pressed}
      title={label}
      disabled={disabled}
      onClick={onClick}
    >
      <Icon name={icon} />
      {text}
    </button>
  );
}
