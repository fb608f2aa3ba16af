/** Points of a noisy wave with curves through them; the points can be dragged up and down where that is wanted. */

import { useRef, useState } from 'preact/hooks';
import { Canvas, type Surface } from '../../../src/webview/kit/canvas.tsx';
import { Key } from '../../../src/webview/kit/key.tsx';
import {
  type Axis,
  clipped,
  disc,
  drawAxes,
  type Frame,
  frameOf,
  polyline,
} from '../../../src/webview/kit/plot.ts';
import { colour, palette } from '../../../src/webview/kit/theme.ts';
import { GRID, LIMIT, truth } from './waveSet.ts';

export interface Curve {
  name?: string;
  token: string;
  /** Its y at each x of GRID. */
  ys: ArrayLike<number>;
  faint?: boolean;
  dashed?: boolean;
}

interface Points {
  x: ArrayLike<number>;
  y: ArrayLike<number>;
}

interface Props {
  label: string;
  points: Points;
  curves: readonly Curve[];
  /** Drawn as empty circles, e.g. where points are moved to. */
  ghosts?: Points;
  onDrag?: (index: number, y: number) => void;
}

const xAxis: Axis = { label: 'x', min: -1, max: 1, ticks: [-1, -0.5, 0, 0.5, 1] };
const yAxis: Axis = { label: 'y', min: -LIMIT, max: LIMIT, ticks: [-2, -1, 0, 1, 2] };
const KEY_STEP = 0.1;

export function WavePlane(props: Props) {
  const named = props.curves.filter(({ name }) => name !== undefined);
  return (
    <div class="chart-box">
      <ul class="keys">
        <Key token="descriptionForeground" dashed>
          truth
        </Key>
        {named.map(({ name, token, dashed }) => (
          <Key key={name} token={token} dashed={dashed}>
            {name}
          </Key>
        ))}
        {props.onDrag && <li class="muted">drag the points</li>}
      </ul>
      {props.onDrag ? <Draggable {...props} onDrag={props.onDrag} /> : <Still {...props} />}
    </div>
  );
}

function Still(props: Props) {
  return <Canvas class="plane-canvas wave" label={props.label} draw={(to) => draw(to, props)} />;
}

function Draggable(props: Props & { onDrag: (index: number, y: number) => void }) {
  const { label, points, onDrag } = props;
  const [chosen, setChosen] = useState(0);
  const dragged = useRef<number | undefined>(undefined);
  const move = (index: number, y: number) =>
    onDrag(index, Math.min(LIMIT, Math.max(-LIMIT, Math.round(y * 100) / 100)));
  const place = (event: PointerEvent) => {
    const box = (event.currentTarget as Element).getBoundingClientRect();
    const frame = frameOf(box, xAxis, yAxis);
    return [frame.atX(event.clientX - box.left), frame.atY(event.clientY - box.top)] as const;
  };
  const down = (event: PointerEvent) => {
    if (!(event.currentTarget instanceof Element)) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const index = nearestPoint(points, place(event));
    setChosen(index);
    dragged.current = index;
  };
  const drag = (event: PointerEvent) => {
    if (dragged.current !== undefined) move(dragged.current, place(event)[1]);
  };
  const up = () => {
    dragged.current = undefined;
  };
  const key = (event: KeyboardEvent) => {
    const along = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    const upwards = { ArrowDown: -1, ArrowUp: 1 }[event.key];
    if (along === undefined && upwards === undefined) return;
    event.preventDefault();
    const last = points.x.length - 1;
    if (along !== undefined) setChosen(Math.min(last, Math.max(0, chosen + along)));
    if (upwards !== undefined) move(chosen, (points.y[chosen] ?? 0) + upwards * KEY_STEP);
  };
  const at = `x ${(points.x[chosen] ?? 0).toFixed(2)}, y ${(points.y[chosen] ?? 0).toFixed(2)}`;
  return (
    <div
      class="drag-y"
      role="slider"
      tabIndex={0}
      aria-label={`${label}. Left and right choose a point, up and down move it.`}
      aria-valuemin={-LIMIT}
      aria-valuemax={LIMIT}
      aria-valuenow={points.y[chosen] ?? 0}
      aria-valuetext={`point ${chosen + 1} of ${points.x.length}: ${at}`}
      onPointerDown={down}
      onPointerMove={drag}
      onPointerUp={up}
      onPointerCancel={up}
      onKeyDown={key}
    >
      <Canvas class="plane-canvas wave" draw={(to) => draw(to, props, chosen)} />
    </div>
  );
}

function nearestPoint({ x, y }: Points, [toX, toY]: readonly [number, number]): number {
  const distances = Array.from(x, (at, i) => Math.hypot(4 * (at - toX), (y[i] ?? 0) - toY));
  return distances.indexOf(Math.min(...distances));
}

function draw(surface: Surface, props: Props, chosen?: number): void {
  const { context } = surface;
  const { points, curves, ghosts } = props;
  const colours = palette();
  const frame = drawAxes(surface, xAxis, yAxis, colours);
  clipped(context, frame, () => {
    for (const curve of curves.filter(({ faint }) => faint)) drawCurve(surface, frame, curve);
    const behind = { token: 'descriptionForeground', ys: truth, dashed: true };
    drawCurve(surface, frame, behind);
    for (const curve of curves.filter(({ faint }) => !faint)) drawCurve(surface, frame, curve);
    context.fillStyle = colours.foreground;
    context.strokeStyle = colours.foreground;
    if (ghosts) each(ghosts, frame, (place) => circle(context, place, 3));
    each(points, frame, (place, i) => {
      disc(context, place, 4);
      if (i === chosen) circle(context, place, 8);
    });
  });
}

function drawCurve({ context }: Surface, frame: Frame, curve: Curve): void {
  context.strokeStyle = colour(curve.token);
  context.globalAlpha = curve.faint ? 0.35 : 1;
  context.lineWidth = curve.faint ? 1 : 2.5;
  context.setLineDash(curve.dashed ? [5, 4] : []);
  polyline(
    context,
    GRID.map((x, i) => [frame.x(x), frame.y(curve.ys[i] ?? 0)] as const),
  );
  context.setLineDash([]);
  context.globalAlpha = 1;
}

type Place = readonly [number, number];

function each({ x, y }: Points, frame: Frame, visit: (place: Place, index: number) => void): void {
  for (let i = 0; i < x.length; i++) visit([frame.x(x[i] ?? 0), frame.y(y[i] ?? 0)], i);
}

function circle(context: Surface['context'], [x, y]: Place, radius: number): void {
  context.lineWidth = 1.5;
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.stroke();
}
