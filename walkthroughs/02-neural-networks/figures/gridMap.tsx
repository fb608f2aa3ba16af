/** A grid of numbers as cells, with a window that can be moved over it by pointer and by arrow keys. */
import { Canvas, type Surface } from '../../../src/webview/kit/canvas.tsx';
import { drawCells } from '../../../src/webview/kit/cells.ts';
import { colour, isHighContrast, palette } from '../../../src/webview/kit/theme.ts';
import { useDrag } from '../../../src/webview/kit/useDrag.ts';
import type { Grid } from './convolutionMaths.ts';

export type Cell = readonly [column: number, row: number];

/** Cells, the upper left one first. */
export interface Box {
  column: number;
  row: number;
  size: number;
}

interface Props {
  label: string;
  grid: Grid;
  /** Pixels are grey; numbers of a map have a sign, blue above zero and yellow below. */
  kind: 'pixels' | 'numbers';
  box: Box;
  /** Cells of the border, drawn apart. */
  border?: number;
  /** What is said of the window's place. */
  text: string;
  /** The cell pointed at. */
  onPoint: (cell: Cell) => void;
  /** An arrow key. */
  onStep: (step: Cell) => void;
}

const steps: Record<string, Cell> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

export function GridMap({ label, grid, kind, box, border = 0, text, onPoint, onStep }: Props) {
  const point = useDrag((event, area) => {
    const at = (share: number, cells: number) =>
      Math.min(cells - 1, Math.max(0, Math.floor(share * cells)));
    onPoint([
      at((event.clientX - area.left) / area.width, grid.width),
      at((event.clientY - area.top) / area.height, grid.height),
    ]);
  });
  return (
    <div
      class="grid-map"
      role="slider"
      tabIndex={0}
      aria-label={`${label}. Arrow keys move the window.`}
      aria-valuenow={box.row * grid.width + box.column}
      aria-valuemin={0}
      aria-valuemax={grid.values.length - 1}
      aria-valuetext={text}
      {...point}
      onKeyDown={(event) => {
        const step = steps[event.key];
        if (!step) return;
        event.preventDefault();
        onStep(step);
      }}
    >
      <Canvas class="tile" draw={(surface) => draw(surface, grid, kind, box, border)} />
    </div>
  );
}

function draw(surface: Surface, grid: Grid, kind: Props['kind'], box: Box, border: number): void {
  const { context, width, height } = surface;
  const x = (column: number) => Math.round((column / grid.width) * width);
  const y = (row: number) => Math.round((row / grid.height) * height);
  const largest = grid.values.reduce((most, value) => Math.max(most, Math.abs(value)), 1);
  context.fillStyle = kind === 'pixels' ? '#000' : palette().background;
  context.fillRect(0, 0, width, height);
  const [above, below] = [colour('charts-blue'), colour('charts-yellow')];
  drawCells(context, { columns: grid.width, rows: grid.height }, [0, 0, width, height], (i) => {
    const value = grid.values[i] ?? 0;
    if (kind === 'pixels') return ['#fff', value];
    return [value >= 0 ? above : below, Math.abs(value) / largest];
  });
  if (border > 0) drawBorder(context, [x(border), y(border)], [width, height]);
  context.strokeStyle = isHighContrast()
    ? palette().foreground
    : colour('focusBorder', 'charts-blue');
  for (const [lineWidth, stroke] of [
    [4, kind === 'pixels' ? '#000' : palette().background],
    [2, kind === 'pixels' ? '#ffd23f' : palette().foreground],
  ] as const) {
    context.lineWidth = lineWidth;
    context.strokeStyle = stroke;
    const [left, top] = [x(box.column), y(box.row)];
    context.strokeRect(left, top, x(box.column + box.size) - left, y(box.row + box.size) - top);
  }
}

/** Dashes between the picture and its border of zeros. */
function drawBorder(context: Surface['context'], [left, top]: Cell, [width, height]: Cell): void {
  context.strokeStyle = '#888';
  context.lineWidth = 1;
  context.setLineDash([4, 3]);
  context.strokeRect(left + 0.5, top + 0.5, width - 2 * left - 1, height - 2 * top - 1);
  context.setLineDash([]);
}
