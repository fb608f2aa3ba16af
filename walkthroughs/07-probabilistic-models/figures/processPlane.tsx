/** Points to click in, the mean with its band, and functions drawn; or the probability of a class. */
import type { Surface } from '../../../src/webview/kit/canvas.tsx';
import { HandlePlane } from '../../../src/webview/kit/handlePlane.tsx';
import type { Position } from '../../../src/webview/kit/plane.tsx';
import { type Axis, disc, type Frame, polyline } from '../../../src/webview/kit/plot.ts';
import { colour, palette, seriesColour } from '../../../src/webview/kit/theme.ts';

interface Props {
  points: readonly Position[];
  chosen: number;
  /** Whether the points are of class 0 or 1, and the line is a probability. */
  classes: boolean;
  places: readonly number[];
  line: readonly number[];
  /** Edges of the band, two standard deviations below and above. */
  band: readonly (readonly [low: number, high: number])[];
  functions: readonly (readonly number[])[];
  onChoose: (index: number) => void;
  onMove: (index: number, position: Position) => void;
  onAdd: (position: Position) => void;
  onRemove: (index: number) => void;
}

const x: Axis = { label: 'x', min: 0, max: 2, ticks: [0, 0.5, 1, 1.5, 2] };
const values: Axis = { label: 'y', min: -3, max: 3, ticks: [-2, 0, 2] };
const odds: Axis = { label: 'P(class 1)', min: -0.1, max: 1.1, ticks: [0, 0.5, 1] };

export function ProcessPlane(props: Props) {
  const { points, classes } = props;
  return (
    <HandlePlane
      label={`${points.length} points${classes ? ' of two classes: the upper half is class 1' : ''}`}
      class="wave"
      x={x}
      y={classes ? odds : values}
      handles={points}
      chosen={props.chosen}
      onChoose={props.onChoose}
      onMove={props.onMove}
      onAdd={props.onAdd}
      onRemove={props.onRemove}
      draw={(surface, frame) => draw(surface, frame, props)}
    />
  );
}

function draw({ context }: Surface, frame: Frame, props: Props): void {
  const { places, line, band, functions, points, classes } = props;
  const at = (i: number, y: number) => [frame.x(places[i] ?? 0), frame.y(y)] as const;
  context.beginPath();
  band.forEach(([low], i) => {
    context.lineTo(...at(i, low));
  });
  for (const [i, [, high]] of [...band.entries()].reverse()) context.lineTo(...at(i, high));
  context.fillStyle = colour('charts-blue');
  context.globalAlpha = 0.22;
  context.fill();
  context.globalAlpha = 1;
  context.lineWidth = 1.5;
  functions.forEach((each, n) => {
    context.strokeStyle = seriesColour(n + 1);
    polyline(
      context,
      each.map((y, i) => at(i, y)),
    );
  });
  context.lineWidth = 3;
  context.strokeStyle = colour('charts-blue');
  polyline(
    context,
    line.map((y, i) => at(i, y)),
  );
  for (const [px, py] of points) {
    const place = [frame.x(px), frame.y(py)] as const;
    context.fillStyle = palette().background;
    disc(context, place, 7);
    context.fillStyle = classes && py > 0.5 ? colour('charts-yellow') : palette().foreground;
    disc(context, place, 5);
  }
}
