/** A plane with several handles to drag, or to choose and move with the keyboard; some planes take new ones by a click. */
import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { Canvas, type Surface } from './canvas.tsx';
import { type Axis, clipped, drawAxes, type Frame, frameOf } from './plot.ts';
import { inside, type Position, steered } from './steer.ts';
import { colour, palette } from './theme.ts';
import { useDrag } from './useDrag.ts';

interface Props {
  /** What the handles are; how to work them by keyboard is added. */
  label: string;
  class?: string;
  x: Axis;
  y: Axis;
  handles: readonly Position[];
  chosen: number;
  onChoose: (index: number) => void;
  onMove: (index: number, position: Position) => void;
  /** Where a click on an empty place makes a new handle. */
  onAdd?: (position: Position) => void;
  /** Where Delete takes the chosen handle away. */
  onRemove?: (index: number) => void;
  /** Draws the handles too; the ring around the chosen one is drawn on top. */
  draw: (surface: Surface, frame: Frame) => void;
}

/** In CSS pixels: as near as a pointer must come to take a handle. */
const REACH = 18;

export function HandlePlane(props: Props) {
  const { label, x, y, handles, chosen, onAdd, onRemove } = props;
  const held = useRef<number | undefined>(undefined);
  const focused = useSignal(false);

  const drag = useDrag((event, box) => {
    const { position, nearest } = place(event, box, props);
    if (event.type === 'pointerdown') {
      held.current = nearest;
      if (nearest !== undefined) props.onChoose(nearest);
      else onAdd?.(position);
      return;
    }
    if (held.current !== undefined) props.onMove(held.current, position);
  });
  const key = (event: KeyboardEvent) => {
    if (!press(event)) return;
    event.preventDefault();
  };
  const press = (event: KeyboardEvent): boolean => {
    const { key } = event;
    const at = handles[chosen];
    const count = handles.length;
    const to = at && steered(event, at, x, y);
    if (to) props.onMove(chosen, to);
    else if (key === 'PageDown' && count > 0) props.onChoose((chosen + 1) % count);
    else if (key === 'PageUp' && count > 0) props.onChoose((chosen + count - 1) % count);
    else if (key === 'Enter' && onAdd) onAdd([(x.min + x.max) / 2, (y.min + y.max) / 2]);
    else if ((key === 'Delete' || key === 'Backspace') && onRemove && at) onRemove(chosen);
    else return false;
    return true;
  };
  const keys = [
    'Page Up and Page Down choose one, the arrow keys move it',
    ...(onAdd ? ['Enter adds one in the middle'] : []),
    ...(onRemove ? ['Delete removes it'] : []),
  ].join(', ');
  const marked = focused.value ? handles[chosen] : undefined;
  return (
    <div
      class="plane"
      role="application"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: its handles are moved with the keyboard too
      tabIndex={0}
      aria-label={`${label}. ${keys}.`}
      {...drag}
      onKeyDown={key}
      onFocus={(event) => {
        focused.value = event.currentTarget.matches(':focus-visible');
      }}
      onBlur={() => {
        focused.value = false;
      }}
    >
      <Canvas
        class={`plane-canvas ${props.class ?? ''}`}
        draw={(surface) => {
          const frame = drawAxes(surface, x, y, palette());
          clipped(surface.context, frame, () => props.draw(surface, frame));
          if (marked) ring(surface, frame, marked);
        }}
      />
    </div>
  );
}

function place(event: PointerEvent, box: DOMRect, { x, y, handles }: Props) {
  const frame = frameOf(box, x, y);
  const [px, py] = [event.clientX - box.left, event.clientY - box.top];
  const distances = handles.map(([hx, hy]) => Math.hypot(frame.x(hx) - px, frame.y(hy) - py));
  const least = Math.min(...distances);
  const position = inside([frame.atX(px), frame.atY(py)], x, y);
  return { position, nearest: least <= REACH ? distances.indexOf(least) : undefined };
}

function ring({ context }: Surface, frame: Frame, [x, y]: Position): void {
  context.strokeStyle = colour('focusBorder', 'charts-blue');
  context.lineWidth = 2;
  context.beginPath();
  context.arc(frame.x(x), frame.y(y), 12, 0, 2 * Math.PI);
  context.stroke();
}
