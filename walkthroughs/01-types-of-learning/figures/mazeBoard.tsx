/** A level to be played: the arrow keys walk from room to room. */
import { useMemo } from 'preact/hooks';
import { Canvas, type Surface } from '../../../src/webview/kit/canvas.tsx';
import { disc, line, polyline } from '../../../src/webview/kit/plot.ts';
import { colour, palette } from '../../../src/webview/kit/theme.ts';
import { EXIT, isOpen, type Level, rooms, SIDE, START } from './maze.ts';

interface Props {
  level: Level;
  /** Rooms walked through so far; the last one is where the player stands. */
  walk: readonly number[];
  showsWay: boolean;
  onWalk: (room: number) => void;
}

const directions: Record<string, number> = {
  ArrowUp: -SIDE,
  ArrowRight: 1,
  ArrowDown: SIDE,
  ArrowLeft: -1,
};

export function MazeBoard({ level, walk, showsWay, onWalk }: Props) {
  const here = walk.at(-1) ?? START;
  const go = (to: number) => {
    if (here !== EXIT && isOpen(level, here, to)) onWalk(to);
  };
  const key = (event: KeyboardEvent) => {
    const direction = directions[event.key];
    if (direction === undefined) return;
    event.preventDefault();
    go(here + direction);
  };
  const down = (event: PointerEvent) => {
    if (!(event.currentTarget instanceof Element)) return;
    const box = event.currentTarget.getBoundingClientRect();
    const column = Math.floor(((event.clientX - box.left) / box.width) * SIDE);
    go(Math.floor(((event.clientY - box.top) / box.height) * SIDE) * SIDE + column);
  };
  const draw = useMemo(
    () => (surface: Surface) => drawMaze(surface, level, walk, showsWay),
    [level, walk, showsWay],
  );
  return (
    <div
      class="grid-board maze"
      role="application"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it is played with the keyboard
      tabIndex={0}
      aria-label={`Maze of ${SIDE} by ${SIDE} rooms. Arrow keys walk. You are in row ${Math.floor(here / SIDE) + 1}, column ${(here % SIDE) + 1}; open: ${open(level, here)}.`}
      style={{ '--ratio': '1 / 1' }}
      onPointerDown={down}
      onKeyDown={key}
    >
      <Canvas class="board-canvas" draw={draw} />
    </div>
  );
}

function open(level: Level, here: number): string {
  const names = Object.entries(directions).filter(([, way]) => isOpen(level, here, here + way));
  return names.map(([name]) => name.slice(5).toLowerCase()).join(', ') || 'nowhere';
}

function drawMaze(surface: Surface, level: Level, walk: readonly number[], showsWay: boolean) {
  const { context, width } = surface;
  const size = (width - 4) / SIDE;
  const corner = (room: number) =>
    [2 + (room % SIDE) * size, 2 + Math.floor(room / SIDE) * size] as const;
  const middle = (room: number) => {
    const [x, y] = corner(room);
    return [x + size / 2, y + size / 2] as const;
  };
  context.fillStyle = colour('charts-green');
  context.globalAlpha = 0.55;
  const [exitX, exitY] = corner(EXIT);
  context.fillRect(exitX + size * 0.18, exitY + size * 0.18, size * 0.64, size * 0.64);
  context.globalAlpha = 1;
  if (showsWay) {
    context.strokeStyle = colour('charts-orange');
    context.lineWidth = Math.max(2, size * 0.12);
    polyline(context, level.way.map(middle));
  }
  context.strokeStyle = colour('charts-blue');
  context.lineWidth = Math.max(2, size * 0.08);
  polyline(context, walk.map(middle));
  drawWalls(surface, level, size, corner);
  context.fillStyle = colour('charts-blue');
  disc(context, middle(walk.at(-1) ?? START), size * 0.24);
}

function drawWalls(
  { context }: Surface,
  level: Level,
  size: number,
  corner: (room: number) => readonly [number, number],
): void {
  context.strokeStyle = palette().foreground;
  context.lineWidth = 2;
  context.strokeRect(2, 2, size * SIDE, size * SIDE);
  for (const room of rooms) {
    const [x, y] = corner(room);
    const isLast = room % SIDE === SIDE - 1;
    if (!isLast && !isOpen(level, room, room + 1)) {
      line(context, [x + size, y], [x + size, y + size]);
    }
    if (room + SIDE <= EXIT && !isOpen(level, room, room + SIDE)) {
      line(context, [x, y + size], [x + size, y + size]);
    }
  }
}
