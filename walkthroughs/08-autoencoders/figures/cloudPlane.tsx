/** The latent plane of the variational autoencoder with one digit's cloud, the prior and a way across. */
import { Canvas, type Surface } from '../../../src/webview/kit/canvas.tsx';
import { similarTestDigits } from '../../../src/webview/kit/digitSet.ts';
import { disc, drawAxes, type Frame, line } from '../../../src/webview/kit/plot.ts';
import { colour, palette } from '../../../src/webview/kit/theme.ts';
import { drawCodes } from './planeLayers.ts';

interface Props {
  /** Means of the test digits. */
  codes: Float32Array;
  mean: Float32Array;
  spread: Float32Array;
  /** Points rolled from the cloud, the newest first. */
  rolls: readonly Float32Array[];
  path: readonly [Float32Array, Float32Array];
  /** Where on the path, 0 to 1. */
  at: number;
}

const LIMIT = 3.4;

export function CloudPlane(props: Props) {
  const { mean, spread } = props;
  const text = (values: Float32Array) => Array.from(values, (v) => v.toFixed(2)).join(' and ');
  return (
    <Canvas
      class="plane-canvas"
      label={`Latent plane. Cloud of the chosen digit: mean ${text(mean)}, spread ${text(spread)}.`}
      draw={(surface) => draw(surface, props)}
    />
  );
}

function draw(surface: Surface, { codes, mean, spread, rolls, path, at }: Props): void {
  const { context } = surface;
  const colours = palette();
  const axis = { min: -LIMIT, max: LIMIT, ticks: [-3, -2, -1, 0, 1, 2, 3] };
  const frame = drawAxes(surface, { label: 'z₁', ...axis }, { label: 'z₂', ...axis }, colours);
  context.save();
  context.beginPath();
  context.rect(frame.left, frame.top, frame.right - frame.left, frame.bottom - frame.top);
  context.clip();
  context.globalAlpha = 0.45;
  drawCodes(surface, frame, codes, similarTestDigits().labels);
  context.globalAlpha = 1;
  context.strokeStyle = colours.foreground;
  context.lineWidth = 1.5;
  context.setLineDash([4, 4]);
  ellipse(surface, frame, [0, 0], [1, 1]);
  context.setLineDash([]);
  drawPath(surface, frame, path, at);
  drawCloud(surface, frame, mean, spread);
  drawRolls(surface, frame, mean, rolls);
  context.restore();
  context.fillStyle = colours.foreground;
  context.font = `11px ${colours.font}`;
  context.textAlign = 'center';
  context.textBaseline = 'bottom';
  context.strokeStyle = colours.background;
  context.lineWidth = 4;
  context.strokeText('prior', frame.x(0), frame.y(1.02));
  context.fillText('prior', frame.x(0), frame.y(1.02));
}

function drawCloud(surface: Surface, frame: Frame, mean: Float32Array, spread: Float32Array): void {
  const { context } = surface;
  const centre = [mean[0] ?? 0, mean[1] ?? 0] as const;
  context.strokeStyle = colour('charts-yellow');
  context.fillStyle = colour('charts-yellow');
  for (const times of [1, 2]) {
    context.lineWidth = times === 1 ? 2.5 : 1;
    ellipse(surface, frame, centre, [times * (spread[0] ?? 0), times * (spread[1] ?? 0)], 0.14);
  }
  context.font = `600 13px ${palette().font}`;
  context.textAlign = 'right';
  context.textBaseline = 'bottom';
  context.fillText('μ', frame.x(centre[0]) - 5, frame.y(centre[1]) - 2);
  disc(context, [frame.x(centre[0]), frame.y(centre[1])], 3);
}

/** The newest roll is z, with an arrow from μ: the σ·ε of the formula. */
function drawRolls(
  { context }: Surface,
  frame: Frame,
  mean: Float32Array,
  rolls: readonly Float32Array[],
): void {
  const place = (point: Float32Array) => [frame.x(point[0] ?? 0), frame.y(point[1] ?? 0)] as const;
  context.fillStyle = palette().foreground;
  context.strokeStyle = palette().foreground;
  rolls.forEach((roll, i) => {
    context.globalAlpha = i === 0 ? 1 : 0.45;
    disc(context, place(roll), i === 0 ? 4.5 : 2.5);
  });
  context.globalAlpha = 1;
  const newest = rolls[0];
  if (!newest) return;
  context.lineWidth = 1.5;
  line(context, place(mean), place(newest));
  context.font = `600 13px ${palette().font}`;
  context.textAlign = 'left';
  context.textBaseline = 'top';
  context.fillText('z', place(newest)[0] + 6, place(newest)[1]);
}

function drawPath({ context }: Surface, frame: Frame, [from, to]: Props['path'], at: number): void {
  const [x0 = 0, y0 = 0] = from;
  const [x1 = 0, y1 = 0] = to;
  context.strokeStyle = colour('charts-blue');
  context.fillStyle = colour('charts-blue');
  context.lineWidth = 2;
  line(context, [frame.x(x0), frame.y(y0)], [frame.x(x1), frame.y(y1)]);
  disc(context, [frame.x(x0 + at * (x1 - x0)), frame.y(y0 + at * (y1 - y0))], 6);
}

type Pair = readonly [number, number];

function ellipse(
  { context }: Surface,
  frame: Frame,
  [x, y]: Pair,
  [halfX, halfY]: Pair,
  filled = 0,
): void {
  const radiusX = frame.x(x + halfX) - frame.x(x);
  const radiusY = frame.y(y) - frame.y(y + halfY);
  context.beginPath();
  context.ellipse(frame.x(x), frame.y(y), Math.abs(radiusX), Math.abs(radiusY), 0, 0, 2 * Math.PI);
  context.globalAlpha = filled;
  if (filled) context.fill();
  context.globalAlpha = 1;
  context.stroke();
}
