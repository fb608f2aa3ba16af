/** The grid game's board: values as heat, the policy as arrows, the agent on top; cells can be changed. */
import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { Canvas, type Surface } from '../../../src/webview/kit/canvas.tsx';
import { disc, line } from '../../../src/webview/kit/plot.ts';
import { colour, palette } from '../../../src/webview/kit/theme.ts';
import { type Board, moves } from './gridGame.ts';
import type { QLearner } from './qLearner.ts';

interface Props {
  board: Board;
  learner: QLearner;
  /** Rises with every redraw worth doing. */
  version: number;
  onPaint: (cell: number) => void;
}

export const arrows = [{ name: 'up' }, { name: 'right' }, { name: 'down' }, { name: 'left' }];
const directions: Record<string, readonly [number, number]> = {
  ArrowUp: [0, -1],
  ArrowRight: [1, 0],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
};

export function GridBoard({ board, learner, version, onPaint }: Props) {
  const cursor = useSignal(board.start);
  const focused = useSignal(false);
  const { columns, rows } = board;
  const down = (event: PointerEvent) => {
    if (!(event.currentTarget instanceof Element)) return;
    const box = event.currentTarget.getBoundingClientRect();
    const x = Math.floor(((event.clientX - box.left) / box.width) * columns);
    const y = Math.floor(((event.clientY - box.top) / box.height) * rows);
    cursor.value = y * columns + x;
    onPaint(cursor.value);
  };
  const key = (event: KeyboardEvent) => {
    const direction = directions[event.key];
    if (direction) {
      const x = (cursor.value % columns) + direction[0];
      const y = Math.floor(cursor.value / columns) + direction[1];
      if (x >= 0 && y >= 0 && x < columns && y < rows) cursor.value = y * columns + x;
    } else if (event.key === ' ' || event.key === 'Enter') onPaint(cursor.value);
    else return;
    event.preventDefault();
  };
  const marked = focused.value ? cursor.value : -1;
  const draw = useMemo(
    () => (surface: Surface) => drawBoard(surface, board, learner, marked),
    [board, learner, version, marked],
  );
  return (
    <div
      class="grid-board"
      role="application"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: its cells are changed with the keyboard too
      tabIndex={0}
      aria-label={`Board of ${columns} by ${rows} cells. Arrow keys choose a cell, the space bar changes it. Chosen: ${nameOf(board, cursor.value)}.`}
      style={{ '--ratio': `${columns} / ${rows}` }}
      onPointerDown={down}
      onKeyDown={key}
      onFocus={(event) => {
        focused.value = event.currentTarget.matches(':focus-visible');
      }}
      onBlur={() => {
        focused.value = false;
      }}
    >
      <Canvas class="board-canvas" draw={draw} />
    </div>
  );
}

function nameOf({ columns, kinds, start }: Board, cell: number): string {
  const place = `row ${Math.floor(cell / columns) + 1}, column ${(cell % columns) + 1}`;
  return `${place}, ${cell === start ? 'start' : kinds[cell]}`;
}

function drawBoard(surface: Surface, board: Board, learner: QLearner, marked: number): void {
  const { context, width } = surface;
  const size = width / board.columns;
  const values = board.kinds.map((kind, cell) => (kind === 'floor' ? learner.value(cell) : 0));
  const most = Math.max(1, ...values.map(Math.abs));
  board.kinds.forEach((_, cell) => {
    drawCell(surface, board, cell, size, (values[cell] ?? 0) / most);
    drawPolicy(surface, board, learner, cell, size);
  });
  const [x, y] = corner(board, learner.cell, size);
  context.fillStyle = palette().background;
  disc(context, [x + size / 2, y + size / 2], size * 0.24);
  context.fillStyle = colour('charts-blue');
  disc(context, [x + size / 2, y + size / 2], size * 0.2);
  if (marked >= 0) outline(surface, corner(board, marked, size), size);
}

function corner({ columns }: Board, cell: number, size: number): [number, number] {
  return [(cell % columns) * size, Math.floor(cell / columns) * size];
}

function drawCell(
  { context }: Surface,
  board: Board,
  cell: number,
  size: number,
  /** −1 to 1. */
  value: number,
): void {
  const [x, y] = corner(board, cell, size);
  const kind = board.kinds[cell];
  context.fillStyle = colour(value < 0 ? 'charts-red' : 'charts-green');
  context.globalAlpha = 0.45 * Math.abs(value);
  context.fillRect(x, y, size, size);
  context.globalAlpha = 1;
  if (kind === 'wall') {
    context.fillStyle = palette().muted;
    context.fillRect(x, y, size, size);
  }
  context.strokeStyle = palette().grid;
  context.lineWidth = 1;
  context.strokeRect(x + 0.5, y + 0.5, size - 1, size - 1);
  if (kind === 'pit' || kind === 'goal') drawEnd(context, kind, x, y, size);
  if (cell === board.start) label(context, 'start', x + size / 2, y + size * 0.14, size);
}

function drawEnd(
  context: Surface['context'],
  kind: 'pit' | 'goal',
  x: number,
  y: number,
  size: number,
): void {
  context.fillStyle = colour(kind === 'pit' ? 'charts-red' : 'charts-green');
  context.globalAlpha = 0.75;
  if (kind === 'pit') disc(context, [x + size / 2, y + size / 2], size * 0.36);
  else context.fillRect(x + size * 0.14, y + size * 0.14, size * 0.72, size * 0.72);
  context.globalAlpha = 1;
  context.fillStyle = palette().background;
  context.font = `600 ${Math.round(size * 0.22)}px ${palette().font}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(kind, x + size / 2, y + size / 2);
}

function label(context: Surface['context'], text: string, x: number, y: number, size: number) {
  context.fillStyle = palette().foreground;
  context.font = `${Math.max(9, Math.round(size * 0.17))}px ${palette().font}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(text, x, y);
}

function drawPolicy(
  { context }: Surface,
  board: Board,
  learner: QLearner,
  cell: number,
  size: number,
): void {
  const action = learner.greedy(cell);
  if (board.kinds[cell] !== 'floor' || action === undefined) return;
  const [x, y] = corner(board, cell, size);
  const [dx, dy] = moves[action] ?? [0, 0];
  const [mx, my] = [x + size / 2, y + size * 0.47]; // the value stands below
  const tip = [mx + dx * size * 0.26, my + dy * size * 0.26] as const;
  const wing = size * 0.1;
  context.strokeStyle = palette().foreground;
  context.lineWidth = Math.max(1.5, size / 28);
  line(context, [mx - dx * size * 0.18, my - dy * size * 0.18], tip);
  for (const side of [-1, 1]) {
    line(context, tip, [
      tip[0] - dx * wing + side * dy * wing,
      tip[1] - dy * wing + side * dx * wing,
    ]);
  }
  label(context, oneDecimal(learner.value(cell)), mx, y + size * 0.88, size);
}

/** Without “-0.0”. */
function oneDecimal(value: number): string {
  return (Math.round(value * 10) / 10 + 0).toFixed(1);
}

function outline({ context }: Surface, [x, y]: readonly [number, number], size: number): void {
  context.strokeStyle = colour('focusBorder', 'charts-blue');
  context.lineWidth = 2;
  context.strokeRect(x + 2, y + 2, size - 4, size - 4);
}
