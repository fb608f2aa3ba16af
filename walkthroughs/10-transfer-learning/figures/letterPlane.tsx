/** Letters in a plane, each drawn as itself; one is chosen by a click or the arrow keys. */
import { Canvas, type Surface } from '../../../src/webview/kit/canvas.tsx';
import { type Axis, drawAxes, type Frame, frameOf, line } from '../../../src/webview/kit/plot.ts';
import { palette, seriesColour } from '../../../src/webview/kit/theme.ts';
import { useDrag } from '../../../src/webview/kit/useDrag.ts';

interface Props {
  points: readonly (readonly [x: number, y: number])[];
  names: readonly string[];
  /** Number of each point's colour. */
  kinds: readonly number[];
  at: number;
  /** Joined to the chosen one by lines. */
  near: readonly number[];
  onMove: (point: number) => void;
}

const presses: Record<string, number> = {
  ArrowLeft: -1,
  ArrowUp: -1,
  ArrowRight: 1,
  ArrowDown: 1,
  PageUp: -20,
  PageDown: 20,
};

export function LetterPlane(props: Props) {
  const { points, names, at, near, onMove } = props;
  const [x, y] = [axisOf(points, 0), axisOf(points, 1)];
  const drag = useDrag((event, box) => {
    const frame = frameOf(box, x, y);
    const [px, py] = [event.clientX - box.left, event.clientY - box.top];
    const away = points.map(([a, b]) => Math.hypot(frame.x(a) - px, frame.y(b) - py));
    onMove(away.indexOf(Math.min(...away)));
  });
  const key = (event: KeyboardEvent) => {
    const press = presses[event.key];
    if (press === undefined) return;
    event.preventDefault();
    onMove((at + press + points.length) % points.length);
  };
  return (
    <div
      class="plane letters"
      role="slider"
      tabIndex={0}
      aria-label="Letters by their features. Arrow keys choose a letter."
      aria-valuemin={0}
      aria-valuemax={points.length - 1}
      aria-valuenow={at}
      aria-valuetext={`a letter ${names[at]}; nearest: ${near.map((i) => names[i]).join(', ')}`}
      {...drag}
      onKeyDown={key}
    >
      <Canvas class="plane-canvas" draw={(surface) => draw(surface, x, y, props)} />
    </div>
  );
}

function draw(surface: Surface, x: Axis, y: Axis, props: Props): void {
  const { points, at, near } = props;
  const { context } = surface;
  const colours = palette();
  const frame = drawAxes(surface, x, y, colours);
  const place = (i: number) => {
    const [a, b] = points[i] ?? [0, 0];
    return [frame.x(a), frame.y(b)] as const;
  };
  context.strokeStyle = colours.foreground;
  context.lineWidth = 1.5;
  for (const i of near) line(context, place(at), place(i));
  drawNames(context, frame, props);
  context.lineWidth = 2;
  context.beginPath();
  context.arc(...place(at), 10, 0, 2 * Math.PI);
  context.stroke();
}

function drawNames(
  context: Surface['context'],
  frame: Frame,
  { points, names, kinds }: Props,
): void {
  const { font, background, foreground } = palette();
  context.font = `600 12px ${font}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  points.forEach(([px, py], i) => {
    context.lineWidth = 2.5;
    context.strokeStyle = background;
    context.strokeText(names[i] ?? '', frame.x(px), frame.y(py));
    context.fillStyle = seriesColour(kinds[i] ?? 0);
    context.fillText(names[i] ?? '', frame.x(px), frame.y(py));
  });
  context.strokeStyle = foreground;
}

function axisOf(points: Props['points'], which: 0 | 1): Axis {
  const values = points.map((point) => point[which]);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const room = 0.06 * (high - low) || 1;
  return { label: `component ${which + 1}`, min: low - room, max: high + room };
}
