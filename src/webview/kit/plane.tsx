/** A plane with a point to drag, or to move with the arrow keys. */
import { Canvas, type Surface } from './canvas.tsx';
import { type Axis, clipped, drawAxes, type Frame, frameOf } from './plot.ts';
import { colour, palette } from './theme.ts';
import { useDrag } from './useDrag.ts';

export type Position = readonly [x: number, y: number];

interface Props {
  label: string;
  x: Axis;
  y: Axis;
  position: Position;
  onMove: (position: Position) => void;
  /** Draws what lies in the plane, below the point. */
  draw: (surface: Surface, frame: Frame) => void;
}

/** One press of an arrow key, as a share of the axis. */
const STEP = 1 / 60;
const directions: Record<string, Position> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

export function Plane({ label, x, y, position, onMove, draw }: Props) {
  const move = ([toX, toY]: Position) => onMove([clamp(toX, x), clamp(toY, y)]);
  const drag = useDrag((event, box) => {
    const frame = frameOf(box, x, y);
    move([frame.atX(event.clientX - box.left), frame.atY(event.clientY - box.top)]);
  });
  const key = (event: KeyboardEvent) => {
    const direction = directions[event.key];
    if (!direction) return;
    event.preventDefault();
    const size = event.shiftKey ? 5 * STEP : STEP;
    move([
      position[0] + direction[0] * size * (x.max - x.min),
      position[1] + direction[1] * size * (y.max - y.min),
    ]);
  };
  return (
    <div
      class="plane"
      role="slider"
      tabIndex={0}
      aria-label={`${label}. Arrow keys move the point.`}
      aria-valuenow={position[0]}
      aria-valuetext={`${x.label} ${position[0].toFixed(2)}, ${y.label} ${position[1].toFixed(2)}`}
      {...drag}
      onKeyDown={key}
    >
      <Canvas
        class="plane-canvas"
        draw={(surface) => {
          const frame = drawAxes(surface, x, y, palette());
          clipped(surface.context, frame, () => draw(surface, frame));
          drawPoint(surface, frame, position);
        }}
      />
    </div>
  );
}

/** A ring with a gap of background, seen on any picture below it. */
function drawPoint({ context }: Surface, frame: Frame, [x, y]: Position): void {
  const colours = palette();
  const rings = [
    [9, 5, colours.background],
    [9, 2.5, colour('focusBorder', 'charts-blue')],
    [2, 3, colours.foreground],
  ] as const;
  for (const [radius, width, stroke] of rings) {
    context.beginPath();
    context.arc(frame.x(x), frame.y(y), radius, 0, 2 * Math.PI);
    context.lineWidth = width;
    context.strokeStyle = stroke;
    context.stroke();
  }
}

function clamp(value: number, { min, max }: Axis): number {
  return Math.min(max, Math.max(min, value));
}
