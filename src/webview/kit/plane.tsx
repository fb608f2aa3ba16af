/** A plane with a point to drag, or to move with the arrow keys. */
import { useMemo } from 'preact/hooks';
import { Canvas, type Surface } from './canvas.tsx';
import { Layer } from './layer.ts';
import { type Axis, clipped, drawAxes, type Frame, frameOf } from './plot.ts';
import { inside, type Position, steered } from './steer.ts';
import { colour, palette } from './theme.ts';
import { useDrag } from './useDrag.ts';

export type { Position } from './steer.ts';

interface Props {
  label: string;
  x: Axis;
  y: Axis;
  position: Position;
  onMove: (position: Position) => void;
  /** Draws what lies in the plane, below the point. */
  draw: (surface: Surface, frame: Frame) => void;
  /** All that `draw` draws from, where that takes long and stays while the point moves. */
  still?: readonly unknown[];
}

export function Plane({ label, x, y, position, onMove, draw, still }: Props) {
  const layer = useMemo(() => new Layer(), []);
  const drag = useDrag((event, box) => {
    const frame = frameOf(box, x, y);
    const to = [frame.atX(event.clientX - box.left), frame.atY(event.clientY - box.top)] as const;
    onMove(inside(to, x, y));
  });
  const key = (event: KeyboardEvent) => {
    const to = steered(event, position, x, y);
    if (!to) return;
    event.preventDefault();
    onMove(to);
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
          const below = (to: Surface) => {
            const frame = drawAxes(to, x, y, palette());
            clipped(to.context, frame, () => draw(to, frame));
          };
          if (still) layer.draw(surface, [x, y, ...still], below);
          else below(surface);
          drawPoint(surface, frameOf(surface, x, y), position);
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
