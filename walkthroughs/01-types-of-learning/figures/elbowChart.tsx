/** The lowest inertia for each number of clusters; where the line bends, more clusters stop paying. */

import { Canvas, type Surface } from '../../../src/webview/kit/canvas.tsx';
import { Key } from '../../../src/webview/kit/key.tsx';
import { type Axis, disc, drawAxes, polyline } from '../../../src/webview/kit/plot.ts';
import { colour, palette } from '../../../src/webview/kit/theme.ts';
import { MOST_CLUSTERS } from './clusterLab.ts';

interface Props {
  curve: readonly number[];
  k: number;
  /** Of the clustering on show. */
  inertia: number;
}

const ticks = Array.from({ length: MOST_CLUSTERS }, (_, i) => i + 1);
const xAxis: Axis = { label: 'clusters k', min: 0.5, max: MOST_CLUSTERS + 0.5, ticks };

export function ElbowChart(props: Props) {
  return (
    <div class="chart-box">
      <ul class="keys">
        <Key token="charts-blue">best found for each k</Key>
        <li>
          <i class="key-box" style={{ '--key': 'var(--vscode-charts-yellow)' }} /> yours, now
        </li>
      </ul>
      <Canvas
        class="plot"
        label={`Elbow plot: inertia falls with k, to ${props.curve[props.k - 1]?.toFixed(1)} at k = ${props.k}.`}
        draw={(surface) => draw(surface, props)}
      />
    </div>
  );
}

function draw(surface: Surface, { curve, k, inertia }: Props): void {
  const { context } = surface;
  const most = Math.max(1, ...curve, inertia);
  const yAxis: Axis = { label: 'inertia J', min: 0, max: most * 1.05 };
  const frame = drawAxes(surface, xAxis, yAxis, palette());
  const points = curve.map((value, i) => [frame.x(i + 1), frame.y(value)] as const);
  context.strokeStyle = colour('charts-blue');
  context.fillStyle = colour('charts-blue');
  context.lineWidth = 2;
  polyline(context, points);
  for (const point of points) disc(context, point, 3);
  context.fillStyle = colour('charts-yellow');
  context.strokeStyle = palette().foreground;
  context.lineWidth = 1;
  const half = 5;
  context.fillRect(frame.x(k) - half, frame.y(inertia) - half, 2 * half, 2 * half);
  context.strokeRect(frame.x(k) - half, frame.y(inertia) - half, 2 * half, 2 * half);
}
