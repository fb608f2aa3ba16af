/** The grid game: its rules, its best values by value iteration, and what a policy is worth. */

export type Kind = 'floor' | 'wall' | 'pit' | 'goal';

export interface Board {
  columns: number;
  rows: number;
  /** Row by row. */
  kinds: readonly Kind[];
  /** Where each episode begins. */
  start: number;
}

export interface Rules {
  goal: number;
  pit: number;
  /** For each move that does not end the game. */
  step: number;
  /** Probability that a move goes in a random direction instead. */
  slip: number;
  /** Discount γ of what comes a move later. */
  discount: number;
}

export const rules: Rules = { goal: 10, pit: -10, step: -0.2, slip: 0, discount: 0.95 };

/** Up, right, down, left. */
export const moves = [
  [0, -1],
  [1, 0],
  [0, 1],
  [-1, 0],
] as const;

/** # is a wall, X a pit, G the goal, S the start. */
export const FIRST_MAP = ['...#.G', '.#..X.', '.#.X..', '......', 'S.#.X.'];

const letters: Record<string, Kind> = { '#': 'wall', X: 'pit', G: 'goal' };

export function readBoard(map: readonly string[]): Board {
  const cells = map.join('');
  return {
    columns: map[0]?.length ?? 0,
    rows: map.length,
    kinds: Array.from(cells, (letter) => letters[letter] ?? 'floor'),
    start: Math.max(0, cells.indexOf('S')),
  };
}

export function isEnd(board: Board, cell: number): boolean {
  const kind = board.kinds[cell];
  return kind === 'goal' || kind === 'pit';
}

/** The cell that a move leads to: the same one where a wall or the edge is in the way. */
export function target({ columns, rows, kinds }: Board, cell: number, action: number): number {
  const [dx, dy] = moves[action] ?? [0, 0];
  const x = (cell % columns) + dx;
  const y = Math.floor(cell / columns) + dy;
  const inside = x >= 0 && y >= 0 && x < columns && y < rows;
  const next = y * columns + x;
  return inside && kinds[next] !== 'wall' ? next : cell;
}

export function rewardAt(board: Board, { goal, pit, step }: Rules, cell: number): number {
  const kind = board.kinds[cell];
  return kind === 'goal' ? goal : kind === 'pit' ? pit : step;
}

/** Expected return of an action, when `values` are the returns from each cell. */
export function actionValue(
  board: Board,
  given: Rules,
  values: ArrayLike<number>,
  cell: number,
  action: number,
): number {
  const after = (direction: number) => {
    const next = target(board, cell, direction);
    const later = isEnd(board, next) ? 0 : given.discount * (values[next] ?? 0);
    return rewardAt(board, given, next) + later;
  };
  const slipped = moves.reduce((sum, _, direction) => sum + after(direction), 0) / moves.length;
  return (1 - given.slip) * after(action) + given.slip * slipped;
}

/** Best expected return from each cell (value iteration, Bellman 1957). */
export function bestValues(board: Board, given: Rules): Float64Array {
  return iterate(board, (values, cell) =>
    Math.max(...moves.map((_, action) => actionValue(board, given, values, cell, action))),
  );
}

/** Expected return from each cell of who follows a policy, one action a cell. */
export function policyValues(board: Board, given: Rules, policy: readonly number[]): Float64Array {
  return iterate(board, (values, cell) =>
    actionValue(board, given, values, cell, policy[cell] ?? 0),
  );
}

/** Repeats an update of all cells until the largest change is negligible; γ < 1 makes it converge. */
function iterate(board: Board, update: (values: Float64Array, cell: number) => number) {
  let values = new Float64Array(board.kinds.length);
  for (let sweep = 0; sweep < 2000; sweep++) {
    const next = values.map((_, cell) =>
      isEnd(board, cell) || board.kinds[cell] === 'wall' ? 0 : update(values, cell),
    );
    const change = next.reduce(
      (most, value, i) => Math.max(most, Math.abs(value - (values[i] ?? 0))),
      0,
    );
    values = next;
    if (change < 1e-9) break;
  }
  return values;
}
