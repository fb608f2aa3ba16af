/** PSNR against the strength of the noise, before and after cleaning. */

import { Canvas, type Surface } from '../../../src/webview/kit/canvas.tsx';
import { Key } from '../../../src/webview/kit/key.tsx';
import { disc, drawAxes, line, polyline } from '../../../src/webview/kit/plot.ts';
import { colour, palette } from '../../../src/webview/kit/theme.ts';
import { LEVELS, MAX_NOISE } from './denoisingLab.ts';

interface Props {
  curve: readonly { noisy: number; cleaned: number }[];
  noise: number;
}

const LOWEST = 4;
const HIGHEST = 28;

export function NoiseChart({ curve, noise }: Props) {
  return (
    <div class="chart-box">
      <ul class="keys">
        <Key token="charts-blue">cleaned</Key>
        <Key token="charts-yellow" dashed>
          noisy
        </Key>
      </ul>
      <Canvas
        class="plot"
        label="PSNR by strength of the noise, of noisy and of cleaned digits; the numbers are in the table below."
        draw={(surface) => draw(surface, curve, noise)}
      />
    </div>
  );
}

function draw(surface: Surface, curve: Props['curve'], noise: number): void {
  const { context } = surface;
  const colours = palette();
  const frame = drawAxes(
    surface,
    { label: 'noise σ (white is 1)', min: 0, max: MAX_NOISE },
    { label: 'PSNR, dB (16 test digits)', min: LOWEST, max: HIGHEST },
    colours,
  );
  const inside = (value: number) => frame.y(Math.min(HIGHEST, Math.max(LOWEST, value)));
  context.strokeStyle = colours.foreground;
  context.lineWidth = 1;
  line(context, [frame.x(noise), frame.top], [frame.x(noise), frame.bottom]);
  context.lineWidth = 2;
  for (const [token, key] of [
    ['charts-yellow', 'noisy'],
    ['charts-blue', 'cleaned'],
  ] as const) {
    context.strokeStyle = colour(token);
    context.fillStyle = colour(token);
    context.setLineDash(key === 'noisy' ? [5, 4] : []);
    const points = curve.map((point, i) => [frame.x(LEVELS[i] ?? 0), inside(point[key])] as const);
    polyline(context, points);
    context.setLineDash([]);
    for (const point of points) disc(context, point, 2.5);
  }
}
