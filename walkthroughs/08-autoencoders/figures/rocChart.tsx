/** What every threshold would give; the one in use is the point. */
import { falseAlarmRateOf, type Rates, recallOf } from '../../../src/metrics/thresholds.ts';
import { Canvas, type Surface } from '../../../src/webview/kit/canvas.tsx';
import { disc, drawAxes, line, polyline } from '../../../src/webview/kit/plot.ts';
import { colour, palette } from '../../../src/webview/kit/theme.ts';

interface Props {
  curve: readonly (readonly [number, number])[];
  detection: Rates;
  area: number;
}

export function RocChart({ curve, detection, area }: Props) {
  const point = [falseAlarmRateOf(detection), recallOf(detection)] as const;
  return (
    <div class="chart-box">
      <p class="keys numbers">
        ROC AUC <b>{area.toFixed(3)}</b>
      </p>
      <Canvas
        class="plot"
        label={`ROC curve. At this threshold: false alarm rate ${point[0].toFixed(2)}, recall ${point[1].toFixed(2)}.`}
        draw={(surface) => draw(surface, curve, point)}
      />
    </div>
  );
}

function draw(surface: Surface, curve: Props['curve'], point: readonly [number, number]): void {
  const { context } = surface;
  const colours = palette();
  const share = { min: 0, max: 1, ticks: [0, 0.5, 1] };
  const frame = drawAxes(
    surface,
    { label: 'false alarm rate', ...share },
    { label: 'recall', ...share },
    colours,
  );
  context.strokeStyle = colours.muted;
  context.setLineDash([2, 4]);
  line(context, [frame.x(0), frame.y(0)], [frame.x(1), frame.y(1)]);
  context.setLineDash([]);
  context.strokeStyle = colour('charts-blue');
  context.lineWidth = 2;
  polyline(
    context,
    curve.map(([x, y]) => [frame.x(x), frame.y(y)] as const),
  );
  context.fillStyle = colours.foreground;
  disc(context, [frame.x(point[0]), frame.y(point[1])], 5);
}
