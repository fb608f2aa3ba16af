/** What the agent earned in each game, smoothed, and what the best policy would earn. */

import { Canvas, type Surface } from '../../../src/webview/kit/canvas.tsx';
import { Key } from '../../../src/webview/kit/key.tsx';
import { type Axis, drawAxes, line, polyline } from '../../../src/webview/kit/plot.ts';
import { colour, palette } from '../../../src/webview/kit/theme.ts';

interface Props {
  returns: readonly number[];
  optimum: number;
  version: number;
}

/** Games on the axis, at least. */
const LEAST = 50;
/** Points drawn, each the mean of as many games as it takes. */
const MOST_POINTS = 60;

export function ReturnChart({ returns, optimum }: Props) {
  const recent = mean(returns.slice(-20));
  return (
    <div class="chart-box">
      <ul class="keys">
        <Key token="charts-blue">return of a game, averaged</Key>
        <Key token="charts-green" dashed>
          best possible
        </Key>
      </ul>
      <Canvas
        class="plot"
        label={`Return of a game: ${recent.toFixed(1)} over the last games; ${optimum.toFixed(1)} is the best possible.`}
        draw={(surface) => draw(surface, returns, optimum)}
      />
    </div>
  );
}

function draw(surface: Surface, returns: readonly number[], optimum: number): void {
  const { context } = surface;
  const points = averages(returns);
  const ys = [...points.map(([, y]) => y), optimum, 0];
  const xAxis: Axis = { label: 'games played', min: 0, max: Math.max(LEAST, returns.length) };
  const yAxis: Axis = { label: 'return', min: Math.min(...ys) - 1, max: Math.max(...ys) + 1 };
  const frame = drawAxes(surface, xAxis, yAxis, palette());
  context.lineWidth = 2;
  context.strokeStyle = colour('charts-green');
  context.setLineDash([5, 4]);
  line(context, [frame.left, frame.y(optimum)], [frame.right, frame.y(optimum)]);
  context.setLineDash([]);
  context.strokeStyle = colour('charts-blue');
  polyline(
    context,
    points.map(([x, y]) => [frame.x(x), frame.y(y)] as const),
  );
}

/** Means of neighbours, at most MOST_POINTS of them, at the game in their middle. */
export function averages(returns: readonly number[]): [number, number][] {
  const size = Math.max(5, Math.ceil(returns.length / MOST_POINTS));
  return Array.from({ length: Math.ceil(returns.length / size) }, (_, i) => {
    const part = returns.slice(i * size, (i + 1) * size);
    return [i * size + part.length / 2, mean(part)];
  });
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
