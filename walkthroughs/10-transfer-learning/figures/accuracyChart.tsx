/** Accuracy on the letters learned from and on new ones, over the steps of training. */

import { Canvas } from '../../../src/webview/kit/canvas.tsx';
import { Key } from '../../../src/webview/kit/key.tsx';
import { drawAxes, polyline } from '../../../src/webview/kit/plot.ts';
import { colour, palette } from '../../../src/webview/kit/theme.ts';
import type { Accuracies } from './locksLab.ts';

interface Props {
  history: readonly Accuracies[];
  limit: number;
}

const lines = [
  { key: 'training', name: 'letters learned from', token: 'charts-yellow', dash: [5, 4] },
  { key: 'test', name: 'new letters', token: 'charts-blue', dash: [] },
] as const;

export function AccuracyChart({ history, limit }: Props) {
  const most = Math.max(limit, history.at(-1)?.step ?? 0);
  return (
    <div class="chart-box">
      <ul class="keys">
        {lines.map(({ key, name, token, dash }) => (
          <Key key={key} token={token} dashed={dash.length > 0}>
            {name}
          </Key>
        ))}
      </ul>
      <Canvas
        class="plot"
        label="Accuracy over the steps of training; the newest values are in the text below."
        draw={(surface) => {
          const { context } = surface;
          const frame = drawAxes(
            surface,
            { label: 'step', min: 0, max: most },
            { label: 'named right, %', min: 0, max: 100 },
            palette(),
          );
          context.lineWidth = 2;
          for (const { key, token, dash } of lines) {
            context.strokeStyle = colour(token);
            context.setLineDash([...dash]);
            polyline(
              context,
              history.map((point) => [frame.x(point.step), frame.y(100 * point[key])] as const),
            );
          }
          context.setLineDash([]);
        }}
      />
    </div>
  );
}
