/** A small picture to draw in, with the pointer or with the arrow keys and the space bar. */
import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { Canvas, type Surface } from './canvas.tsx';
import { colour, palette } from './theme.ts';
import { drawPixels } from './tile.tsx';

interface Props {
  /** size × size brightnesses, 0 to 1. */
  pixels: Float32Array;
  size: number;
  label: string;
  onDraw: (pixels: Float32Array) => void;
}

type Cell = readonly [x: number, y: number];

const steps: Record<string, Cell> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

export function DrawPad({ pixels, size, label, onDraw }: Props) {
  const last = useRef<Cell | undefined>(undefined);
  const cursor = useSignal<Cell>([size / 2, size / 2]);
  const focused = useSignal(false);

  const at = (event: PointerEvent): Cell => {
    const box = (event.currentTarget as Element).getBoundingClientRect();
    return [
      ((event.clientX - box.left) / box.width) * size,
      ((event.clientY - box.top) / box.height) * size,
    ];
  };
  const down = (event: PointerEvent) => {
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
    last.current = at(event);
    onDraw(stroke(pixels, size, last.current, last.current));
  };
  const move = (event: PointerEvent) => {
    if (!last.current) return;
    const next = at(event);
    onDraw(stroke(pixels, size, last.current, next));
    last.current = next;
  };
  const up = () => {
    last.current = undefined;
  };
  const key = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (step) {
      const [x, y] = cursor.value;
      cursor.value = [clamp(x + step[0], size), clamp(y + step[1], size)];
    } else if (event.key !== ' ') return;
    event.preventDefault();
    if (event.key === ' ' || event.shiftKey) {
      onDraw(stroke(pixels, size, cursor.value, cursor.value));
    }
  };
  const shown = focused.value ? cursor.value : undefined;
  return (
    <div
      class="draw-pad"
      role="application"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it is drawn in with the keyboard too
      tabIndex={0}
      aria-label={`${label}. Arrow keys move the pen, the space bar draws, Shift with an arrow draws on.`}
      onPointerDown={down}
      onPointerMove={move}
      onPointerUp={up}
      onPointerCancel={up}
      onKeyDown={key}
      onFocus={(event) => {
        focused.value = event.currentTarget.matches(':focus-visible');
      }}
      onBlur={() => {
        focused.value = false;
      }}
    >
      <Canvas class="tile" draw={(surface) => paint(surface, pixels, size, shown)} />
    </div>
  );
}

function paint(
  surface: Surface,
  pixels: Float32Array,
  size: number,
  cursor: Cell | undefined,
): void {
  const { context, width, height } = surface;
  drawPixels(context, pixels, size, [0, 0, width, height]);
  if (!cursor && pixels.every((value) => value === 0)) invite(surface);
  if (!cursor) return;
  context.strokeStyle = colour('focusBorder', 'charts-blue');
  context.lineWidth = 2;
  context.beginPath();
  context.arc((cursor[0] / size) * width, (cursor[1] / size) * height, width / size, 0, 7);
  context.stroke();
}

/** In white on the black paper, as the strokes will be. */
function invite({ context, width, height }: Surface): void {
  context.font = `13px ${palette().font}`;
  context.fillStyle = '#fffb';
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText('draw a digit here', width / 2, height / 2);
}

/** Adds a round stroke about as thick as those of the data, soft at its edge. */
export function stroke(pixels: Float32Array, size: number, from: Cell, to: Cell): Float32Array {
  const radius = size / 18;
  return pixels.map((value, i) => {
    const centre: Cell = [(i % size) + 0.5, Math.floor(i / size) + 0.5];
    const ink = 1 - Math.max(0, distance(centre, from, to) - radius) / (size / 16);
    return Math.max(value, Math.min(1, ink));
  });
}

/** From a point to a line segment. */
function distance([px, py]: Cell, [ax, ay]: Cell, [bx, by]: Cell): number {
  const dx = bx - ax;
  const dy = by - ay;
  const length = dx * dx + dy * dy;
  const t = length === 0 ? 0 : Math.min(1, Math.max(0, ((px - ax) * dx + (py - ay) * dy) / length));
  return Math.hypot(px - ax - t * dx, py - ay - t * dy);
}

function clamp(value: number, size: number): number {
  return Math.min(size - 0.5, Math.max(0.5, value));
}
