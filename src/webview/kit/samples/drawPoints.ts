import type { PointsRecord } from '../../../protocol/record.ts';
import type { Draw } from '../canvas.tsx';
import { palette, seriesColour } from '../theme.ts';
import { drawAxes, plainArea, rangeOf } from './plotArea.ts';

/** A scatter plot. Beyond six classes the colours repeat with another mark, so no two classes look alike. */
export function drawPoints({ points, classes }: PointsRecord, axes: boolean): Draw {
  return (surface) => {
    const colours = palette();
    const x = rangeOf(points.map(([at]) => at));
    const y = rangeOf(points.map(([, at]) => at));
    const area = axes ? drawAxes(surface, x, y, colours) : plainArea(surface, x, y, 3);
    const { context } = surface;
    const size = markSize(points.length, surface.width);
    context.globalAlpha = points.length > 300 ? 0.6 : 0.85;
    points.forEach(([px, py], i) => {
      const group = classes?.[i] ?? 0;
      context.fillStyle = seriesColour(group);
      drawMark(context, Math.floor(group / 6), area.toX(px), area.toY(py), size);
    });
    context.globalAlpha = 1;
  };
}

function markSize(count: number, width: number): number {
  return Math.max(1, Math.min(width / 90, 3.5) * (count > 1000 ? 0.6 : 1));
}

export function drawMark(
  context: CanvasRenderingContext2D,
  shape: number,
  x: number,
  y: number,
  size: number,
): void {
  context.beginPath();
  if (shape % 3 === 0) context.arc(x, y, size, 0, 2 * Math.PI);
  else if (shape % 3 === 1) context.rect(x - size, y - size, 2 * size, 2 * size);
  else {
    context.moveTo(x, y - 1.3 * size);
    context.lineTo(x + 1.3 * size, y + size);
    context.lineTo(x - 1.3 * size, y + size);
  }
  context.fill();
}
