/** How good copies are for each size of the bottleneck: the network so far, and the linear optimum. */

import { useMemo, useRef } from 'preact/hooks';
import { decibels } from '../../../src/metrics/psnr.ts';
import { Canvas, type Surface } from '../../../src/webview/kit/canvas.tsx';
import { Key } from '../../../src/webview/kit/key.tsx';
import { disc, drawAxes, polyline } from '../../../src/webview/kit/plot.ts';
import { colour, palette } from '../../../src/webview/kit/theme.ts';
import { type BottleneckLab, MAX_CODE } from './bottleneckLab.ts';

/** dB; a network that has not learned yet is a little above. */
const WORST = 5;

export function SizeChart({ lab }: { lab: BottleneckLab }) {
  const best = useRef(new Map<number, number>());
  const version = lab.trainer.version.value;
  const now = useMemo(() => decibels(lab.testError()), [lab, lab.code, version]);
  best.current.set(lab.code, Math.max(now, best.current.get(lab.code) ?? 0));
  const linear = decibels(lab.linearErrors[lab.code] ?? 1);
  const label = `PSNR on test digits by size of the bottleneck. ${lab.code} numbers: autoencoder ${now.toFixed(1)} dB, principal components ${linear.toFixed(1)} dB.`;
  return (
    <div class="chart-box">
      <ul class="keys">
        <Key token="charts-blue">
          autoencoder <b class="numbers">{now.toFixed(1)} dB</b>
        </Key>
        <Key token="charts-yellow" dashed>
          principal components <b class="numbers">{linear.toFixed(1)} dB</b>
        </Key>
      </ul>
      <Canvas
        class="plot"
        label={label}
        draw={(surface) => draw(surface, lab, best.current, now)}
      />
    </div>
  );
}

function draw(
  surface: Surface,
  lab: BottleneckLab,
  best: ReadonlyMap<number, number>,
  now: number,
): void {
  const { context } = surface;
  const frame = drawAxes(
    surface,
    { label: 'numbers in the bottleneck', min: 0, max: MAX_CODE, ticks: [1, 8, 16, 24, 32] },
    { label: 'PSNR, dB (test digits)', min: WORST, max: 26 },
    palette(),
  );
  context.lineWidth = 2;
  context.strokeStyle = colour('charts-yellow');
  context.setLineDash([5, 4]);
  polyline(
    context,
    lab.linearErrors.slice(1).map((mse, k) => [frame.x(k + 1), frame.y(decibels(mse))] as const),
  );
  context.setLineDash([]);
  context.fillStyle = colour('charts-blue');
  context.strokeStyle = colour('charts-blue');
  context.globalAlpha = 0.6;
  const tried = [...best].sort(([a], [b]) => a - b);
  polyline(
    context,
    tried.map(([k, value]) => [frame.x(k), frame.y(value)] as const),
  );
  for (const [k, value] of tried) disc(context, [frame.x(k), frame.y(value)], 3);
  context.globalAlpha = 1;
  disc(context, [frame.x(lab.code), frame.y(Math.max(WORST, now))], 6);
}
