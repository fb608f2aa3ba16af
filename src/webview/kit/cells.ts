/** Grids of cells: drawn as one small picture, enlarged. A rectangle for each of a thousand takes more than a frame. */
import type { Surface } from './canvas.tsx';

interface Grid {
  columns: number;
  rows: number;
}

type Box = readonly [left: number, top: number, width: number, height: number];

/** Of a cell: a CSS colour, and 0 (nothing) to 1 (all of it). */
export type CellPaint = readonly [colour: string, opacity: number];

/** @param paint of the cell with this index, counted row by row from the upper left one */
export function drawCells(
  context: Surface['context'],
  grid: Grid,
  box: Box,
  paint: (index: number) => CellPaint,
): void {
  const smoothed = context.imageSmoothingEnabled;
  context.imageSmoothingEnabled = false;
  context.drawImage(paintCells(scratchOf(grid), paint), ...box);
  context.imageSmoothingEnabled = smoothed;
}

/** One pixel a cell. */
export function cellPicture(grid: Grid, paint: (index: number) => CellPaint): OffscreenCanvas {
  return paintCells(new OffscreenCanvas(grid.columns, grid.rows), paint);
}

const scratches = new Map<string, OffscreenCanvas>();

function scratchOf({ columns, rows }: Grid): OffscreenCanvas {
  const size = `${columns} × ${rows}`;
  const scratch = scratches.get(size) ?? new OffscreenCanvas(columns, rows);
  scratches.set(size, scratch);
  return scratch;
}

function paintCells(
  picture: OffscreenCanvas,
  paint: (index: number) => CellPaint,
): OffscreenCanvas {
  const image = new ImageData(picture.width, picture.height);
  const { data } = image;
  for (let i = 0; 4 * i < data.length; i++) {
    const [colour, opacity] = paint(i);
    const [red = 0, green = 0, blue = 0, alpha = 0] = channels(colour);
    data[4 * i] = red;
    data[4 * i + 1] = green;
    data[4 * i + 2] = blue;
    data[4 * i + 3] = alpha * opacity;
  }
  picture.getContext('2d')?.putImageData(image, 0, 0);
  return picture;
}

const known = new Map<string, Uint8ClampedArray>();

/** Red, green, blue and alpha of any CSS colour, 0 to 255, as the browser draws it. */
function channels(colour: string): Uint8ClampedArray {
  const found = known.get(colour);
  if (found) return found;
  const context = new OffscreenCanvas(1, 1).getContext('2d');
  if (!context) throw new Error('This browser draws on no canvas.');
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  const { data } = context.getImageData(0, 0, 1, 1);
  known.set(colour, data);
  return data;
}
