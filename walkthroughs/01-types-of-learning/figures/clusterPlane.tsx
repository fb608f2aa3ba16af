/** Points to drag, in the colour and shape of their cluster, with the centroids as crosses. */
import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { Canvas, type Surface } from '../../../src/webview/kit/canvas.tsx';
import { type Axis, drawAxes, type Frame, frameOf, line } from '../../../src/webview/kit/plot.ts';
import { colour, palette, seriesColour } from '../../../src/webview/kit/theme.ts';
import type { Clustering, Point } from './clusterLab.ts';
import { drawMark } from './marks.ts';

interface Props {
  points: readonly Point[];
  clustering: Clustering;
  onMove: (points: readonly Point[]) => void;
}

const xAxis: Axis = { label: 'feature 1', min: 0, max: 10 };
const yAxis: Axis = { label: 'feature 2', min: 0, max: 10 };
/** In CSS pixels: as near as a pointer must come to take a point. */
const REACH = 16;
const MOST_POINTS = 120;
const STEP = 0.15;
const directions: Record<string, Point> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

export function ClusterPlane({ points, clustering, onMove }: Props) {
  const chosen = useSignal(0);
  const focused = useSignal(false);
  const dragging = useRef(false);
  const put = (index: number, [x, y]: Point) =>
    onMove(points.map((point, i) => (i === index ? [clamp(x), clamp(y)] : point)));

  const down = (event: PointerEvent) => {
    if (!(event.currentTarget instanceof Element)) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const place = at(event, event.currentTarget);
    dragging.current = true;
    if (place.near >= 0) chosen.value = place.near;
    else if (points.length < MOST_POINTS) {
      chosen.value = points.length;
      onMove([...points, place.point]);
    }
  };
  const drag = (event: PointerEvent) => {
    if (!dragging.current || !(event.currentTarget instanceof Element)) return;
    put(chosen.value, at(event, event.currentTarget).point);
  };
  const up = () => {
    dragging.current = false;
  };
  const at = (event: PointerEvent, element: Element) => {
    const box = element.getBoundingClientRect();
    const frame = frameOf(box, xAxis, yAxis);
    const [px, py] = [event.clientX - box.left, event.clientY - box.top];
    const distances = points.map(([x, y]) => Math.hypot(frame.x(x) - px, frame.y(y) - py));
    const least = Math.min(...distances);
    const point: Point = [clamp(frame.atX(px)), clamp(frame.atY(py))];
    return { point, near: least <= REACH ? distances.indexOf(least) : -1 };
  };
  const key = (event: KeyboardEvent) => {
    const direction = directions[event.key];
    const [x, y] = points[chosen.value] ?? [5, 5];
    if (direction) put(chosen.value, [x + direction[0] * STEP, y + direction[1] * STEP]);
    else if (event.key === 'PageDown') chosen.value = (chosen.value + 1) % points.length;
    else if (event.key === 'PageUp') {
      chosen.value = (chosen.value + points.length - 1) % points.length;
    } else return;
    event.preventDefault();
  };
  const marked = focused.value ? chosen.value : -1;
  return (
    <div>
      <p class="muted">Drag a point; click an empty place for a new one.</p>
      <div
        class="plane"
        role="application"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: its points are moved with the keyboard too
        tabIndex={0}
        aria-label={`${points.length} points in the plane. Page Up and Page Down choose a point, the arrow keys move it.`}
        onPointerDown={down}
        onPointerMove={drag}
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
        <Canvas
          class="plane-canvas"
          draw={(surface) => draw(surface, points, clustering, marked)}
        />
      </div>
    </div>
  );
}

function draw(
  surface: Surface,
  points: readonly Point[],
  { centroids, clusters }: Clustering,
  marked: number,
): void {
  const { context } = surface;
  const frame = drawAxes(surface, xAxis, yAxis, palette());
  points.forEach((point, i) => {
    const cluster = clusters[i] ?? -1;
    const centroid = centroids[cluster];
    if (centroid) connect(surface, frame, point, centroid, cluster);
  });
  points.forEach(([x, y], i) => {
    const cluster = clusters[i] ?? -1;
    context.fillStyle = cluster < 0 ? palette().muted : seriesColour(cluster);
    drawMark(context, [frame.x(x), frame.y(y)], 4.5, cluster);
    if (i !== marked) return;
    context.strokeStyle = colour('focusBorder', 'charts-blue');
    context.lineWidth = 2;
    context.beginPath();
    context.arc(frame.x(x), frame.y(y), 9, 0, 2 * Math.PI);
    context.stroke();
  });
  centroids.forEach((centroid, cluster) => {
    drawCross(surface, frame, centroid, cluster);
  });
}

function connect(
  { context }: Surface,
  frame: Frame,
  [x, y]: Point,
  [cx, cy]: Point,
  cluster: number,
): void {
  context.globalAlpha = 0.25;
  context.strokeStyle = seriesColour(cluster);
  context.lineWidth = 1;
  line(context, [frame.x(x), frame.y(y)], [frame.x(cx), frame.y(cy)]);
  context.globalAlpha = 1;
}

/** A cross with a rim of background, seen on any point below it. */
function drawCross({ context }: Surface, frame: Frame, [x, y]: Point, cluster: number): void {
  const strokes = [
    [palette().background, 7],
    [seriesColour(cluster), 4],
  ] as const;
  const [px, py] = [frame.x(x), frame.y(y)];
  for (const [stroke, width] of strokes) {
    context.strokeStyle = stroke;
    context.lineWidth = width;
    line(context, [px - 7, py - 7], [px + 7, py + 7]);
    line(context, [px - 7, py + 7], [px + 7, py - 7]);
  }
}

function clamp(value: number): number {
  return Math.min(10, Math.max(0, value));
}
