/** How far new ornaments are from the known ones, by the noise dial. */

import { Canvas, type Surface } from '../../../src/webview/kit/canvas.tsx';
import { Key } from '../../../src/webview/kit/key.tsx';
import { disc, drawAxes, line, polyline } from '../../../src/webview/kit/plot.ts';
import { colour, palette } from '../../../src/webview/kit/theme.ts';
import { LEVELS, MAX_DIAL } from './artLab.ts';

interface Props {
  curve: readonly number[];
  dial: number;
  /** Of real ornaments that the network has not seen. */
  unseen: number;
}

export function NoveltyChart(props: Props) {
  return (
    <div class="chart-box">
      <ul class="keys">
        <Key token="charts-blue">new ornaments</Key>
        <Key token="charts-green" dashed>
          unseen real ones
        </Key>
      </ul>
      <Canvas
        class="plot"
        label="Distance to the nearest known ornament, by the noise dial; the numbers are in the table below."
        draw={(surface) => draw(surface, props)}
      />
    </div>
  );
}

function draw(surface: Surface, { curve, dial, unseen }: Props): void {
  const { context } = surface;
  const frame = drawAxes(
    surface,
    { label: 'noise dial s', min: 0, max: MAX_DIAL },
    { label: 'distance to nearest', min: 0, max: 1.15 * Math.max(unseen, ...curve) },
    palette(),
  );
  context.strokeStyle = palette().foreground;
  context.lineWidth = 1;
  line(context, [frame.x(dial), frame.top], [frame.x(dial), frame.bottom]);
  context.lineWidth = 2;
  context.strokeStyle = colour('charts-green');
  context.setLineDash([5, 4]);
  line(context, [frame.left, frame.y(unseen)], [frame.right, frame.y(unseen)]);
  context.setLineDash([]);
  context.strokeStyle = colour('charts-blue');
  context.fillStyle = colour('charts-blue');
  const points = curve.map((value, i) => [frame.x(LEVELS[i] ?? 0), frame.y(value)] as const);
  polyline(context, points);
  for (const point of points) disc(context, point, 2.5);
}
