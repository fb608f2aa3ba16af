/** Where two networks have their weights: a histogram of each. */
import { Canvas, type Surface } from '../../../src/webview/kit/canvas.tsx';
import { clipped, drawAxes, type Frame } from '../../../src/webview/kit/plot.ts';
import { colour, palette } from '../../../src/webview/kit/theme.ts';
import { BINS, WIDEST } from './heldLab.ts';

interface Props {
  free: readonly number[];
  held: readonly number[];
  method: string;
}

export function WeightsChart(props: Props) {
  return (
    <div class="chart-box">
      <ul class="keys">
        <li>
          <i class="key-line dashed" style={{ '--key': 'var(--vscode-charts-yellow)' }} /> free
        </li>
        <li>
          <i class="key-box" style={{ '--key': 'var(--vscode-charts-blue)' }} /> {props.method}
        </li>
      </ul>
      <Canvas
        class="plot"
        label={`Histogram of the weights between the hidden layers, free and with ${props.method}; the numbers are in the table below.`}
        draw={(surface) => draw(surface, props)}
      />
    </div>
  );
}

function draw(surface: Surface, { free, held }: Props): void {
  const { context } = surface;
  const frame = drawAxes(
    surface,
    { label: 'weight', min: -WIDEST, max: WIDEST, ticks: [-0.6, -0.4, -0.2, 0, 0.2, 0.4, 0.6] },
    { label: 'share of the weights', min: 0, max: 0.5 },
    palette(),
  );
  clipped(context, frame, () => {
    context.fillStyle = colour('charts-blue');
    context.globalAlpha = 0.5;
    held.forEach((share, i) => {
      const [left, right] = [edge(frame, i), edge(frame, i + 1)];
      context.fillRect(left + 0.5, frame.y(share), right - left - 1, frame.bottom - frame.y(share));
    });
    context.globalAlpha = 1;
    context.strokeStyle = colour('charts-yellow');
    context.lineWidth = 2;
    context.setLineDash([5, 4]);
    context.beginPath();
    free.forEach((share, i) => {
      context.lineTo(edge(frame, i), frame.y(share));
      context.lineTo(edge(frame, i + 1), frame.y(share));
    });
    context.stroke();
    context.setLineDash([]);
  });
}

function edge(frame: Frame, bin: number): number {
  return frame.x((2 * WIDEST * bin) / BINS - WIDEST);
}
