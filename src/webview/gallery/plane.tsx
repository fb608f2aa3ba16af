/** Two numbers at once: drag the point, or move it with the arrow keys (Shift for large steps). */
import { useMemo, useRef } from 'preact/hooks';
import type { Explorer } from '../../protocol/runner.ts';
import type { Sample } from '../../protocol/views.ts';
import { Canvas, type Draw, type Surface } from '../kit/canvas.tsx';
import { formatNumber } from '../kit/format.ts';
import { drawMark } from '../kit/samples/drawPoints.ts';
import { drawAxes, type PlotArea } from '../kit/samples/plotArea.ts';
import { palette, seriesColour } from '../kit/theme.ts';
import { carpet, carpetSide } from './carpet.ts';
import { newestFrame } from './store.ts';

type Axis = Explorer['axes'][number];
type Point = readonly [number, number];

interface Props {
  name: string;
  x: Axis;
  y: Axis;
  value: Point;
  onChange: (value: Point) => void;
}

export function Plane({ name, x, y, value, onChange }: Props) {
  const [vx, vy] = value;
  // Points that the script showed under the same name are the training data's places on this very plane.
  const backdrop = newestFrame(name);
  const { name: drawn, pictures } = carpet.value;
  const cells = drawn === name ? pictures : [];
  const area = useRef<PlotArea | undefined>(undefined);
  const draw = useMemo(
    (): Draw => (surface) => {
      const plane = drawAxes(surface, x, y, palette());
      area.current = plane;
      clipTo(surface.context, plane, x, y);
      drawCarpet(surface.context, plane, x, y, cells);
      drawBackdrop(surface.context, plane, backdrop);
      drawCrosshair(surface, plane, [vx, vy]);
      surface.context.restore();
      drawHandle(surface.context, plane, [vx, vy]);
    },
    [x, y, vx, vy, backdrop, cells],
  );
  const move = (nx: number, ny: number) => onChange([clamp(nx, x), clamp(ny, y)]);

  const onPointer = (event: PointerEvent) => {
    const canvas = event.currentTarget as HTMLCanvasElement;
    if (event.type === 'pointerdown') canvas.setPointerCapture(event.pointerId);
    if (!area.current || !canvas.hasPointerCapture(event.pointerId)) return;
    move(area.current.fromX(event.offsetX), area.current.fromY(event.offsetY));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const way = ways[event.key];
    if (!way) return;
    event.preventDefault();
    const part = event.shiftKey ? 10 : 50;
    move(vx + (way[0] * (x.max - x.min)) / part, vy + (way[1] * (y.max - y.min)) / part);
  };
  return (
    <Canvas
      class="plane"
      draw={draw}
      role="slider"
      tabIndex={0}
      aria-label={`${name}: ${x.name} across, ${y.name} up`}
      aria-valuenow={vx}
      aria-valuemin={x.min}
      aria-valuemax={x.max}
      aria-valuetext={`${x.name} ${formatNumber(round(vx))}, ${y.name} ${formatNumber(round(vy))}`}
      aria-hidden={undefined}
      onPointerDown={onPointer}
      onPointerMove={onPointer}
      onKeyDown={onKeyDown}
    />
  );
}

const ways: Record<string, Point> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowDown: [0, -1],
  ArrowUp: [0, 1],
};

function clamp(value: number, { min, max }: Axis): number {
  return Math.min(max, Math.max(min, value));
}

function round(value: number): number {
  return Number(value.toFixed(3));
}

/** Paler than the picture beside it. */
function drawCarpet(
  context: CanvasRenderingContext2D,
  area: PlotArea,
  x: Axis,
  y: Axis,
  pictures: readonly OffscreenCanvas[],
): void {
  const [left, top] = [area.toX(x.min), area.toY(y.max)];
  const width = (area.toX(x.max) - left) / carpetSide;
  const height = (area.toY(y.min) - top) / carpetSide;
  context.globalAlpha = 0.6;
  context.imageSmoothingEnabled = false;
  pictures.forEach((picture, cell) => {
    const [column, row] = [cell % carpetSide, Math.floor(cell / carpetSide)];
    context.drawImage(picture, left + column * width, top + row * height, width, height);
  });
  context.globalAlpha = 1;
}

function drawBackdrop(
  context: CanvasRenderingContext2D,
  area: PlotArea,
  sample: Sample | undefined,
): void {
  if (sample?.type !== 'points') return;
  context.globalAlpha = 0.7;
  sample.points.forEach(([px, py], i) => {
    const group = sample.classes?.[i] ?? 0;
    context.fillStyle = seriesColour(group);
    drawMark(context, Math.floor(group / 6), area.toX(px), area.toY(py), 2.5);
  });
  context.globalAlpha = 1;
}

/** Points of the training data may lie outside the part of the plane that is on show. */
function clipTo(context: CanvasRenderingContext2D, area: PlotArea, x: Axis, y: Axis): void {
  const [left, top] = [area.toX(x.min), area.toY(y.max)];
  context.save();
  context.beginPath();
  context.rect(left, top, area.toX(x.max) - left, area.toY(y.min) - top);
  context.clip();
}

function drawCrosshair({ context, width, height }: Surface, area: PlotArea, [vx, vy]: Point): void {
  context.strokeStyle = palette().accent;
  context.lineWidth = 1;
  context.beginPath();
  context.moveTo(area.toX(vx), 0);
  context.lineTo(area.toX(vx), height);
  context.moveTo(0, area.toY(vy));
  context.lineTo(width, area.toY(vy));
  context.stroke();
}

/** A disc with a ring in the colour of the text: visible over any backdrop. */
function drawHandle(context: CanvasRenderingContext2D, area: PlotArea, [vx, vy]: Point): void {
  const { foreground, accent } = palette();
  context.beginPath();
  context.arc(area.toX(vx), area.toY(vy), 7, 0, 2 * Math.PI);
  context.fillStyle = accent;
  context.fill();
  context.strokeStyle = foreground;
  context.lineWidth = 2;
  context.stroke();
}
