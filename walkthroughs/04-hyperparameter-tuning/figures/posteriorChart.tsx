/** What the process believes of the loss, and below it what it expects to gain; click or press Enter to evaluate. */
import './bayesian.css';
import { Canvas, type Surface } from '../../../src/webview/kit/canvas.tsx';
import type { Observation } from '../../../src/webview/kit/maths/gaussianProcess.ts';
import {
  type Axis,
  disc,
  drawAxes,
  type Frame,
  frameOf,
  line,
  polyline,
} from '../../../src/webview/kit/plot.ts';
import { colour, palette } from '../../../src/webview/kit/theme.ts';
import type { Guess } from './gaussianProcess.ts';

interface Props {
  trials: readonly Observation[];
  /** One a place of `PLACES`. */
  guesses: readonly Guess[];
  suggested: number;
  cursor: number;
  truth: boolean;
  onMove: (x: number) => void;
  onEvaluate: (x: number) => void;
}

export const PLACES: readonly number[] = Array.from({ length: 161 }, (_, i) => i / 160);

const ticks = [-4, -3, -2, -1, 0, 1];
const xAxis: Axis = { label: 'learning rate, exponent of ten', min: -4, max: 1, ticks };
const lossAxis: Axis = { label: 'validation loss', min: 0, max: 1.2, ticks: [0, 0.5, 1] };

/** The loss that is to be found: a shallow valley, and a narrower and deeper one. */
export function hiddenLoss(x: number): number {
  const dip = (at: number, width: number, depth: number) =>
    depth * Math.exp(-(((x - at) / width) ** 2) / 2);
  return 0.85 + 0.1 * x - dip(0.32, 0.1, 0.4) - dip(0.66, 0.07, 0.65) + 0.03 * Math.sin(17 * x);
}

export function PosteriorChart(props: Props) {
  const { guesses, cursor, onMove, onEvaluate } = props;
  const gain = gainAxis(guesses);
  const placeOf = (event: MouseEvent) => {
    const box = (event.currentTarget as Element).getBoundingClientRect();
    const exponent = frameOf(box, xAxis, lossAxis).atX(event.clientX - box.left);
    return Math.min(1, Math.max(0, (exponent + 4) / 5));
  };
  const key = (event: KeyboardEvent) => {
    const direction = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (direction)
      onMove(Math.min(1, Math.max(0, cursor + direction * (event.shiftKey ? 0.05 : 0.01))));
    else if (event.key === 'Enter') onEvaluate(cursor);
    else return;
    event.preventDefault();
  };
  const near = guesses[Math.round(cursor * 160)];
  return (
    <div
      class="posterior"
      role="slider"
      tabIndex={0}
      aria-label="Learning rate to evaluate. Arrow keys move the line, Enter runs the trial."
      aria-valuemin={-4}
      aria-valuemax={1}
      aria-valuenow={5 * cursor - 4}
      aria-valuetext={`exponent ${(5 * cursor - 4).toFixed(2)}: guess ${near?.mean.toFixed(2)} ± ${near?.deviation.toFixed(2)}`}
      onPointerMove={(event) => onMove(placeOf(event))}
      onClick={(event) => onEvaluate(placeOf(event))}
      onKeyDown={key}
    >
      <Canvas class="plot belief" draw={(surface) => drawBelief(surface, props)} />
      <Canvas class="plot gain" draw={(surface) => drawGain(surface, props, gain)} />
    </div>
  );
}

const exponent = (x: number) => 5 * x - 4;

function drawBelief(surface: Surface, props: Props): void {
  const { trials, guesses, truth, cursor } = props;
  const { context } = surface;
  const colours = palette();
  const frame = drawAxes(surface, xAxis, lossAxis, colours);
  const at = (i: number, y: number) => [frame.x(exponent(PLACES[i] ?? 0)), frame.y(y)] as const;
  clip(context, frame);
  // Two standard deviations up and down: about 95 % of what is believed possible.
  context.beginPath();
  guesses.forEach(({ mean, deviation }, i) => {
    context.lineTo(...at(i, mean + 2 * deviation));
  });
  for (const [i, { mean, deviation }] of [...guesses.entries()].reverse()) {
    context.lineTo(...at(i, mean - 2 * deviation));
  }
  context.fillStyle = colour('charts-blue');
  context.globalAlpha = 0.25;
  context.fill();
  context.globalAlpha = 1;
  context.lineWidth = 2;
  context.strokeStyle = colour('charts-blue');
  polyline(
    context,
    guesses.map(({ mean }, i) => at(i, mean)),
  );
  if (truth) {
    context.setLineDash([5, 4]);
    context.strokeStyle = colours.foreground;
    polyline(
      context,
      PLACES.map((x, i) => at(i, hiddenLoss(x))),
    );
    context.setLineDash([]);
  }
  drawCursor(context, frame, cursor);
  for (const { x, y } of trials) {
    context.fillStyle = colours.background;
    disc(context, [frame.x(exponent(x)), frame.y(y)], 6.5);
    context.fillStyle = colours.foreground;
    disc(context, [frame.x(exponent(x)), frame.y(y)], 4.5);
  }
  context.restore();
}

function drawGain(surface: Surface, { guesses, suggested, cursor }: Props, axis: Axis): void {
  const { context } = surface;
  const colours = palette();
  const frame = drawAxes(surface, xAxis, axis, colours);
  clip(context, frame);
  context.lineWidth = 2;
  context.strokeStyle = colour('charts-green');
  polyline(
    context,
    guesses.map(({ improvement }, i) => [frame.x(exponent(PLACES[i] ?? 0)), frame.y(improvement)]),
  );
  drawCursor(context, frame, cursor);
  context.fillStyle = colour('charts-green');
  disc(context, [frame.x(exponent(suggested)), frame.y(axis.max / 1.15)], 5);
  context.restore();
}

function drawCursor(context: Surface['context'], frame: Frame, cursor: number): void {
  context.strokeStyle = palette().foreground;
  context.lineWidth = 1;
  line(context, [frame.x(exponent(cursor)), frame.top], [frame.x(exponent(cursor)), frame.bottom]);
}

function clip(context: Surface['context'], frame: Frame): void {
  context.save();
  context.beginPath();
  context.rect(frame.left, frame.top, frame.right - frame.left, frame.bottom - frame.top);
  context.clip();
}

function gainAxis(guesses: readonly Guess[]): Axis {
  const max = Math.max(1e-6, ...guesses.map(({ improvement }) => improvement)) * 1.15;
  return {
    label: 'expected improvement',
    min: 0,
    max,
    ticks: [0, Number((max / 1.15).toPrecision(2))],
  };
}
