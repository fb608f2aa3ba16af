/** How much of the digits' variance the first k components explain. */
import { Canvas, type Surface } from '../../../src/webview/kit/canvas.tsx';
import { disc, drawAxes, polyline } from '../../../src/webview/kit/plot.ts';
import { colour, palette } from '../../../src/webview/kit/theme.ts';
import { MOST } from './componentsLab.ts';

interface Props {
  explained: readonly number[];
  k: number;
}

export function ExplainedChart({ explained, k }: Props) {
  const now = 100 * (explained[k] ?? 0);
  return (
    <Canvas
      class="plot"
      label={`Explained variance by number of components; ${k} explain ${now.toFixed(1)} %.`}
      draw={(surface) => draw(surface, explained, k)}
    />
  );
}

function draw(surface: Surface, explained: readonly number[], k: number): void {
  const { context } = surface;
  const frame = drawAxes(
    surface,
    { label: 'components k', min: 0, max: MOST },
    { label: 'explained variance, %', min: 0, max: 100 },
    palette(),
  );
  context.strokeStyle = colour('charts-blue');
  context.fillStyle = colour('charts-blue');
  context.lineWidth = 2;
  polyline(
    context,
    explained.map((share, i) => [frame.x(i), frame.y(100 * share)] as const),
  );
  disc(context, [frame.x(k), frame.y(100 * (explained[k] ?? 0))], 6);
}
