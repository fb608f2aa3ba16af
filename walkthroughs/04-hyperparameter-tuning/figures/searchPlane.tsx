/** One search in the plane of two hyperparameters; the ring marks the valley and is dragged. */
import type { Surface } from '../../../src/webview/kit/canvas.tsx';
import { drawCells } from '../../../src/webview/kit/cells.ts';
import { Plane, type Position } from '../../../src/webview/kit/plane.tsx';
import { disc, type Frame, line } from '../../../src/webview/kit/plot.ts';
import { colour, palette } from '../../../src/webview/kit/theme.ts';
import { lossAt, type Place, type Valley } from './searchLab.ts';

interface Props {
  title: string;
  places: readonly Place[];
  valley: Valley;
  onMove: (to: Position) => void;
}

const x = { label: 'learning rate (share of its range)', min: 0, max: 1 };
const y = { label: 'L2 strength (share of its range)', min: 0, max: 1 };
/** Squares of the loss's picture along an axis. */
const CELLS = 36;

export function SearchPlane({ title, places, valley, onMove }: Props) {
  const best = Math.min(...places.map((place) => lossAt(valley, place)));
  return (
    <div class="plane-box search">
      <h3>
        {title}: <span class="muted numbers">best loss {best.toFixed(2)}</span>
      </h3>
      <Plane
        label={`${title}: ${places.length} trials; the ring marks the lowest loss`}
        x={x}
        y={y}
        position={valley.at}
        onMove={onMove}
        draw={(surface, frame) => draw(surface, frame, places, valley)}
      />
    </div>
  );
}

function draw({ context }: Surface, frame: Frame, places: readonly Place[], valley: Valley): void {
  drawValley(context, frame, valley);
  const losses = places.map((place) => lossAt(valley, place));
  const best = losses.indexOf(Math.min(...losses));
  const colours = palette();
  // Seen along the first axis alone: how many values of the important hyperparameter were tried.
  context.strokeStyle = colours.foreground;
  context.lineWidth = 1.5;
  for (const [px] of places)
    line(context, [frame.x(px), frame.bottom - 8], [frame.x(px), frame.bottom]);
  places.forEach(([px, py], i) => {
    const at = [frame.x(px), frame.y(py)] as const;
    context.fillStyle = colours.background;
    disc(context, at, i === best ? 8 : 5.5);
    context.fillStyle = i === best ? colour('charts-green') : colours.foreground;
    disc(context, at, i === best ? 6 : 3.5);
  });
}

/** The lower the loss, the stronger the colour. */
function drawValley(context: Surface['context'], frame: Frame, valley: Valley): void {
  const { left, top, right, bottom } = frame;
  const low = colour('charts-blue');
  drawCells(
    context,
    { columns: CELLS, rows: CELLS },
    [left, top, right - left, bottom - top],
    (i) => {
      const [column, row] = [i % CELLS, Math.floor(i / CELLS)];
      const loss = lossAt(valley, [(column + 0.5) / CELLS, 1 - (row + 0.5) / CELLS]);
      return [low, 0.55 * (1 - loss)];
    },
  );
}
