/** The plane as the network sees it: its answer at every place, the points it learns from, and one to follow. */
import type { LabelledPoints } from '../../../src/data/points.ts';
import type { Surface } from '../../../src/webview/kit/canvas.tsx';
import { cellPicture } from '../../../src/webview/kit/cells.ts';
import { Plane, type Position } from '../../../src/webview/kit/plane.tsx';
import { disc, type Frame } from '../../../src/webview/kit/plot.ts';
import { colour, palette, themeVersion } from '../../../src/webview/kit/theme.ts';
import { MAP_SIDE, REACH } from './perceptronModel.ts';

interface Props {
  /** [MAP_SIDE · MAP_SIDE], probability of class 1. */
  map: Float32Array;
  points: LabelledPoints;
  position: Position;
  onMove: (position: Position) => void;
}

const axis = { min: -REACH, max: REACH, ticks: [-1, 0, 1] };
const axes = { x: { label: 'x₁', ...axis }, y: { label: 'x₂', ...axis } };
/** Of the learned points, so that the map stays in sight. */
const SHOWN = 200;

export function classColour(label: number): string {
  return colour(label === 0 ? 'charts-blue' : 'charts-yellow');
}

export function DecisionPlane({ map, points, position, onMove }: Props) {
  return (
    <Plane
      label="Decision map: background and line show the answer, discs are class 0, squares class 1"
      {...axes}
      position={position}
      onMove={onMove}
      still={[map, points]}
      draw={(surface, frame) => {
        drawMap(surface, frame, map);
        drawBorder(surface, frame, map);
        drawPoints(surface, frame, points);
      }}
    />
  );
}

function drawMap({ context }: Surface, frame: Frame, map: Float32Array): void {
  context.imageSmoothingEnabled = false;
  context.drawImage(
    pictureOf(map),
    frame.left,
    frame.top,
    frame.right - frame.left,
    frame.bottom - frame.top,
  );
}

/** The newest map as a picture of a pixel a place: it stays while a point is dragged over it. */
let painted: { map: Float32Array; theme: number; picture: OffscreenCanvas } | undefined;

function pictureOf(map: Float32Array): OffscreenCanvas {
  const theme = themeVersion.peek();
  if (painted?.map === map && painted.theme === theme) return painted.picture;
  const colours = [classColour(0), classColour(1)] as const;
  const picture = cellPicture({ columns: MAP_SIDE, rows: MAP_SIDE }, (i) => {
    const answer = map[i] ?? 0;
    return [colours[answer > 0.5 ? 1 : 0], 0.06 + 0.7 * Math.abs(answer - 0.5)];
  });
  painted = { map, theme, picture };
  return picture;
}

/** Where the answer changes sides: p = 0.5. */
function drawBorder({ context }: Surface, frame: Frame, map: Float32Array): void {
  const x = (column: number) => frame.left + (column / MAP_SIDE) * (frame.right - frame.left);
  const y = (row: number) => frame.top + (row / MAP_SIDE) * (frame.bottom - frame.top);
  const side = (row: number, column: number) => (map[row * MAP_SIDE + column] ?? 0) > 0.5;
  context.strokeStyle = palette().foreground;
  context.lineWidth = 1.5;
  context.beginPath();
  const line = (from: readonly [number, number], to: readonly [number, number]) => {
    context.moveTo(...from);
    context.lineTo(...to);
  };
  for (let row = 0; row < MAP_SIDE; row++) {
    for (let column = 0; column < MAP_SIDE; column++) {
      const here = side(row, column);
      if (column + 1 < MAP_SIDE && side(row, column + 1) !== here)
        line([x(column + 1), y(row)], [x(column + 1), y(row + 1)]);
      if (row + 1 < MAP_SIDE && side(row + 1, column) !== here)
        line([x(column), y(row + 1)], [x(column + 1), y(row + 1)]);
    }
  }
  context.stroke();
}

/** Colour and shape: discs are class 0, squares class 1. */
function drawPoints({ context }: Surface, frame: Frame, { points, labels }: LabelledPoints): void {
  context.strokeStyle = palette().background;
  context.lineWidth = 1;
  for (let i = 0; i < SHOWN; i++) {
    const [x, y] = [frame.x(points[2 * i] ?? 0), frame.y(points[2 * i + 1] ?? 0)];
    const label = labels[i] ?? 0;
    context.fillStyle = classColour(label);
    if (label === 0) disc(context, [x, y], 3);
    else context.fillRect(x - 2.5, y - 2.5, 5, 5);
    context.stroke();
  }
}
