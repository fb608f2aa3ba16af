/** Where two networks have their weights: a histogram of each. */

import { Canvas, type Surface } from '../../../src/webview/kit/canvas.tsx';
import { Key } from '../../../src/webview/kit/key.tsx';
import { clipped, drawAxes, type Frame } from '../../../src/webview/kit/plot.ts';
import { colour, palette } from '../../../src/webview/kit/theme.ts';
import { BINS, WIDEST } from './heldLab.ts';

/** Logarithm of a count too small to be one: the bottom of the plot. */
const LOWEST = -0.5;

interface Props {
  free: readonly number[];
  held: readonly number[];
  method: string;
}

export function WeightsChart(props: Props) {
  return (
    <div class="chart-box">
      <ul class="keys">
        <Key token="charts-yellow">free</Key>
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
    {
      label: 'weights (of 2,304), log scale',
      min: LOWEST,
      max: 3.5,
      ticks: [0, 1, 2, 3],
      tickText: (tick) => String(10 ** tick),
    },
    palette(),
  );
  clipped(context, frame, () => {
    context.fillStyle = colour('charts-blue');
    context.globalAlpha = 0.5;
    held.forEach((count, i) => {
      const [left, right] = [edge(frame, i), edge(frame, i + 1)];
      context.fillRect(
        left + 0.5,
        height(frame, count),
        right - left - 1,
        frame.bottom - height(frame, count),
      );
    });
    context.globalAlpha = 1;
    context.strokeStyle = colour('charts-yellow');
    context.lineWidth = 2;
    context.beginPath();
    free.forEach((count, i) => {
      context.lineTo(edge(frame, i), height(frame, count));
      context.lineTo(edge(frame, i + 1), height(frame, count));
    });
    context.stroke();
  });
}

function height(frame: Frame, count: number): number {
  return frame.y(count === 0 ? LOWEST : Math.log10(count));
}

function edge(frame: Frame, bin: number): number {
  return frame.x((2 * WIDEST * bin) / BINS - WIDEST);
}
