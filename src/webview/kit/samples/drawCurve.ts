import type { CurveRecord } from '../../../protocol/record.ts';
import type { Draw } from '../canvas.tsx';
import { palette, seriesColour } from '../theme.ts';
import { drawAxes, plainArea, rangeOf } from './plotArea.ts';

/** Lines over x, as a thumbnail or for a saved picture; the live views draw them with a chart. */
export function drawCurve({ x, lines }: CurveRecord, axes: boolean): Draw {
  return (surface) => {
    const xs = x.map(Number);
    const xRange = rangeOf(xs);
    const yRange = rangeOf(Object.values(lines).flat().map(Number));
    const area = axes
      ? drawAxes(surface, xRange, yRange, palette())
      : plainArea(surface, xRange, yRange);
    const { context } = surface;
    context.lineWidth = axes ? 2 : 1;
    Object.values(lines).forEach((line, index) => {
      context.strokeStyle = seriesColour(index);
      context.beginPath();
      line.forEach((value, i) => {
        const at = xs[i];
        const y = Number(value);
        if (at === undefined || !Number.isFinite(at) || !Number.isFinite(y)) return;
        context.lineTo(area.toX(at), area.toY(y));
      });
      context.stroke();
    });
  };
}
