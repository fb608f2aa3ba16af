/** How many test images have which reconstruction error; the threshold is a line to drag. */
import { Canvas, type Surface } from '../../../src/webview/kit/canvas.tsx';
import { type Axis, drawAxes, type Frame, frameOf, line } from '../../../src/webview/kit/plot.ts';
import { colour, palette } from '../../../src/webview/kit/theme.ts';
import { useDrag } from '../../../src/webview/kit/useDrag.ts';

interface Props {
  normal: readonly number[];
  anomalous: readonly number[];
  threshold: number;
  onThreshold: (value: number) => void;
}

export const MAX_ERROR = 0.1;
const BINS = 30;
const xAxis: Axis = { label: 'reconstruction error (mean squared)', min: 0, max: MAX_ERROR };

export function ErrorHistogram({ normal, anomalous, threshold, onThreshold }: Props) {
  const drag = useDrag((event, box) => {
    const value = frameOf(box, xAxis, xAxis).atX(event.clientX - box.left);
    onThreshold(Math.min(MAX_ERROR, Math.max(0, value)));
  });
  return (
    <div class="chart-box">
      <ul class="keys">
        <li>
          <i class="key-box" style={{ '--key': 'var(--vscode-charts-blue)' }} /> normal
        </li>
        <li>
          <i class="key-box" style={{ '--key': 'var(--vscode-charts-yellow)' }} /> anomaly
        </li>
        <li class="muted">drag the line</li>
      </ul>
      <Canvas
        class="plot drag-x"
        label="Histogram of reconstruction errors; the slider below moves the threshold."
        draw={(surface) => draw(surface, normal, anomalous, threshold)}
        {...drag}
      />
    </div>
  );
}

function draw(
  surface: Surface,
  normal: readonly number[],
  anomalous: readonly number[],
  threshold: number,
): void {
  const { context } = surface;
  const colours = palette();
  const counts = [histogram(normal), histogram(anomalous)] as const;
  const most = Math.max(10, ...counts[0], ...counts[1]);
  const yAxis: Axis = { label: 'test images', min: 0, max: Math.ceil(most / 5) * 5 };
  const frame = drawAxes(surface, xAxis, yAxis, colours);
  bars(context, frame, counts[0], 'charts-blue');
  bars(context, frame, counts[1], 'charts-yellow');
  const x = frame.x(Math.min(MAX_ERROR, threshold));
  context.strokeStyle = colours.foreground;
  context.lineWidth = 2;
  line(context, [x, frame.top], [x, frame.bottom]);
  context.fillStyle = colours.foreground;
  context.textBaseline = 'top';
  const right = x < frame.right - 70;
  context.textAlign = right ? 'left' : 'right';
  context.fillText(right ? 'alarm →' : '← no alarm', x + (right ? 6 : -6), frame.top);
}

/** Errors beyond the axis count in the last bin. */
function histogram(errors: readonly number[]): number[] {
  const counts = new Array<number>(BINS).fill(0);
  for (const error of errors) {
    const bin = Math.min(BINS - 1, Math.floor((error / MAX_ERROR) * BINS));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return counts;
}

function bars(
  context: Surface['context'],
  frame: Frame,
  counts: readonly number[],
  token: string,
): void {
  const width = (frame.right - frame.left) / BINS;
  context.lineWidth = 1;
  context.fillStyle = colour(token);
  context.strokeStyle = colour(token);
  counts.forEach((count, i) => {
    if (count === 0) return;
    const box = [
      frame.left + i * width,
      frame.y(count),
      width,
      frame.bottom - frame.y(count),
    ] as const;
    context.globalAlpha = 0.4;
    context.fillRect(...box);
    context.globalAlpha = 1;
    context.strokeRect(...box);
  });
}
