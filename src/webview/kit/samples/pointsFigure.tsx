import { useMemo } from 'preact/hooks';
import type { PointsRecord } from '../../../protocol/record.ts';
import { Canvas } from '../canvas.tsx';
import { plural } from '../format.ts';
import { seriesColour } from '../theme.ts';
import { drawMark, drawPoints } from './drawPoints.ts';

export function PointsFigure({ record, height }: { record: PointsRecord; height: number }) {
  const draw = useMemo(() => drawPoints(record, true), [record]);
  const classes = useMemo(() => [...new Set(record.classes)].sort((a, b) => a - b), [record]);
  return (
    <>
      <Canvas
        class="plot-canvas"
        draw={draw}
        label={`${record.name}, step ${record.step}, ${plural(record.points.length, 'point')}`}
        style={{ width: '100%', height: `${height}px` }}
      />
      {classes.length > 1 && classes.length <= 12 && (
        <ul class="classes" aria-label="Classes">
          {classes.map((one) => (
            <li key={one}>
              <Mark group={one} />
              {one}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Mark({ group }: { group: number }) {
  const draw = useMemo(
    () =>
      ({ context }: { context: CanvasRenderingContext2D }) => {
        context.fillStyle = seriesColour(group);
        drawMark(context, Math.floor(group / 6), 5, 5, 3.5);
      },
    [group],
  );
  return <Canvas draw={draw} style={{ width: '10px', height: '10px' }} />;
}
