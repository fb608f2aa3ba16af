/** The length asked for and the length built, of many levels. */

import { Canvas, type Surface } from '../../../src/webview/kit/canvas.tsx';
import { Key } from '../../../src/webview/kit/key.tsx';
import { disc, drawAxes, line } from '../../../src/webview/kit/plot.ts';
import { colour, palette } from '../../../src/webview/kit/theme.ts';
import { type Dug, HARDEST } from './maze.ts';

interface Props {
  levels: readonly Dug[];
  /** The slider's. */
  target: number;
}

/** Some levels come out longer than any that is asked for. */
const MOST = 48;

export function LevelChart(props: Props) {
  return (
    <div class="chart-box">
      <ul class="keys">
        <Key token="charts-blue">levels</Key>
        <Key token="charts-green" dashed>
          as asked
        </Key>
      </ul>
      <Canvas
        class="plot"
        label="Length of the way out, asked and built; the numbers are in the table below."
        draw={(surface) => draw(surface, props)}
      />
    </div>
  );
}

function draw(surface: Surface, { levels, target }: Props): void {
  const { context } = surface;
  const frame = drawAxes(
    surface,
    { label: 'steps asked for', min: 8, max: 40 },
    { label: 'steps built', min: 8, max: MOST },
    palette(),
  );
  context.strokeStyle = palette().foreground;
  context.lineWidth = 1;
  line(context, [frame.x(target), frame.top], [frame.x(target), frame.bottom]);
  context.strokeStyle = colour('charts-green');
  context.lineWidth = 2;
  context.setLineDash([5, 4]);
  line(context, [frame.x(8), frame.y(8)], [frame.x(HARDEST + 4), frame.y(HARDEST + 4)]);
  context.setLineDash([]);
  context.fillStyle = colour('charts-blue');
  context.globalAlpha = 0.6;
  for (const { target, way, isSolvable } of levels) {
    if (isSolvable) disc(context, [frame.x(target), frame.y(way.length - 1)], 4);
  }
  context.globalAlpha = 1;
}
