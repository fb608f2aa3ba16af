/** Points in the colour of the Gaussian that has the largest share in them, the density as shade, and ellipses to drag. */
import type { Surface } from '../../../src/webview/kit/canvas.tsx';
import { HandlePlane } from '../../../src/webview/kit/handlePlane.tsx';
import type { Position } from '../../../src/webview/kit/plane.tsx';
import { type Axis, clipped, disc, type Frame, line } from '../../../src/webview/kit/plot.ts';
import { colour, palette, seriesColour } from '../../../src/webview/kit/theme.ts';
import { type Gaussian, likelihood, type Mixture, type Point } from './mixtureLab.ts';

interface Props {
  points: readonly Point[];
  mixture: Mixture;
  /** Shares of the components in each point, once the E step has been taken. */
  shares: readonly number[][] | undefined;
  /** Points drawn from the mixture. */
  drawn: readonly Point[];
  /** The least likely point. */
  ringed: Point;
  chosen: number;
  shade: boolean;
  onChoose: (component: number) => void;
  onMove: (component: number, mean: Position) => void;
}

const x: Axis = { label: 'x₁', min: -1.6, max: 1.6, ticks: [-1, 0, 1] };
const y: Axis = { label: 'x₂', min: -1.3, max: 1.3, ticks: [-1, 0, 1] };
/** CSS pixels of one patch of shade. */
const PATCH = 8;

export function MixturePlane(props: Props) {
  const { mixture, chosen, onChoose, onMove } = props;
  return (
    <HandlePlane
      label={`${mixture.length} Gaussians among ${props.points.length} points`}
      class="mixture"
      x={x}
      y={y}
      handles={mixture.map(({ mean }) => mean)}
      chosen={chosen}
      onChoose={onChoose}
      onMove={onMove}
      draw={(surface, frame) => draw(surface, frame, props)}
    />
  );
}

function draw(surface: Surface, frame: Frame, props: Props): void {
  const { context } = surface;
  if (props.shade) drawDensity(context, frame, props.mixture);
  props.points.forEach((point, i) => {
    const share = props.shares?.[i];
    const own = share ? share.indexOf(Math.max(...share)) : -1;
    context.fillStyle = own < 0 ? palette().muted : seriesColour(own);
    context.globalAlpha = share ? 0.25 + 0.75 * Math.max(...share) : 0.8;
    disc(context, place(frame, point), 3);
  });
  context.globalAlpha = 1;
  context.strokeStyle = palette().foreground;
  context.lineWidth = 1;
  for (const point of props.drawn) plus(context, place(frame, point));
  circle(context, place(frame, props.ringed), 7);
  props.mixture.forEach((gaussian, i) => {
    drawGaussian(context, frame, gaussian, i, i === props.chosen);
  });
}

/** The bluer, the denser, by the square root of the density: its tails are seen too. */
function drawDensity(context: Surface['context'], frame: Frame, mixture: Mixture): void {
  const columns = Math.ceil((frame.right - frame.left) / PATCH);
  const rows = Math.ceil((frame.bottom - frame.top) / PATCH);
  const shade = new OffscreenCanvas(columns, rows);
  const pixels = new ImageData(columns, rows);
  for (let i = 0; i < columns * rows; i++) {
    const [px, py] = [
      frame.left + PATCH * (i % columns),
      frame.top + PATCH * Math.floor(i / columns),
    ];
    const at: Point = [frame.atX(px + PATCH / 2), frame.atY(py + PATCH / 2)];
    pixels.data[4 * i + 3] = 255 * Math.min(0.5, 0.35 * Math.sqrt(likelihood(at, mixture)));
  }
  const patches = shade.getContext('2d');
  if (!patches) return;
  patches.putImageData(pixels, 0, 0);
  patches.globalCompositeOperation = 'source-in'; // keeps how opaque each patch is
  patches.fillStyle = colour('charts-blue');
  patches.fillRect(0, 0, columns, rows);
  clipped(context, frame, () => {
    context.drawImage(shade, frame.left, frame.top, PATCH * columns, PATCH * rows);
  });
}

/** Ellipses at one and two standard deviations, and a cross to drag at the mean. */
function drawGaussian(
  context: Surface['context'],
  frame: Frame,
  gaussian: Gaussian,
  index: number,
  chosen: boolean,
): void {
  context.strokeStyle = seriesColour(index);
  for (const deviations of [1, 2]) {
    context.lineWidth = chosen ? 3 : 1.5;
    context.setLineDash(deviations === 2 ? [4, 4] : []);
    ellipse(context, frame, gaussian, deviations);
  }
  context.setLineDash([]);
  const [px, py] = place(frame, gaussian.mean);
  for (const [stroke, size] of [
    [palette().background, 7],
    [seriesColour(index), 4],
  ] as const) {
    context.strokeStyle = stroke;
    context.lineWidth = size;
    line(context, [px - 7, py - 7], [px + 7, py + 7]);
    line(context, [px - 7, py + 7], [px + 7, py - 7]);
  }
}

/** All points mean + r·L·(cos t, sin t): a circle, stretched as the Gaussian is. */
function ellipse(
  context: Surface['context'],
  frame: Frame,
  { mean, covariance: [xx, xy, yy] }: Gaussian,
  deviations: number,
): void {
  const stretch = Math.sqrt(xx);
  const shear = xy / stretch;
  const rest = Math.sqrt(Math.max(0, yy - shear * shear));
  context.beginPath();
  for (let i = 0; i <= 48; i++) {
    const [a, b] = [Math.cos((i * Math.PI) / 24), Math.sin((i * Math.PI) / 24)];
    const point: Point = [
      mean[0] + deviations * stretch * a,
      mean[1] + deviations * (shear * a + rest * b),
    ];
    context.lineTo(...place(frame, point));
  }
  context.stroke();
}

function plus(context: Surface['context'], [px, py]: Point): void {
  line(context, [px - 3, py], [px + 3, py]);
  line(context, [px, py - 3], [px, py + 3]);
}

function circle(context: Surface['context'], [px, py]: Point, radius: number): void {
  context.beginPath();
  context.arc(px, py, radius, 0, 2 * Math.PI);
  context.stroke();
}

function place(frame: Frame, [px, py]: Point): Point {
  return [frame.x(px), frame.y(py)];
}
