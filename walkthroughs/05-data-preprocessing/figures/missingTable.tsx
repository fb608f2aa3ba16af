/** A table of houses whose cells can be hidden; what was filled in stands in their place. */
import { COLUMNS, columns, fill, type Hidden, type Method, ROWS, truth } from './missingLab.ts';

interface Props {
  hidden: Hidden;
  method: Method;
  k: number;
  /** The hidden cell on show in the formula, and the rows it is filled from. */
  selected: number;
  near: readonly number[];
  onToggle: (cell: number) => void;
}

export function MissingTable(props: Props) {
  return (
    <section class="scroll-x" aria-label="Houses; click a cell to hide or show it">
      <table class="cells">
        <thead>
          <tr>
            <th scope="col">house</th>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: ROWS }, (_, row) => (
            <HouseRow key={row} row={row} {...props} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function HouseRow({ row, ...props }: Props & { row: number }) {
  const cells = columns.map((_, column) => row * COLUMNS + column);
  const isDropped = props.method === 'drop' && cells.some((cell) => props.hidden.has(cell));
  const isNear = props.near.includes(row);
  return (
    <tr class={isDropped ? 'dropped' : isNear ? 'near' : ''}>
      <th scope="row">
        {row + 1}
        {isDropped && <span class="note"> dropped</span>}
        {isNear && <span class="note"> near</span>}
      </th>
      {cells.map((cell) => (
        <Cell key={cell} cell={cell} {...props} />
      ))}
    </tr>
  );
}

function Cell({ cell, hidden, method, k, selected, onToggle }: Props & { cell: number }) {
  const isHidden = hidden.has(cell);
  const filled = isHidden ? fill(method, hidden, cell, k) : undefined;
  const place = `House ${Math.floor(cell / COLUMNS) + 1}, ${columns[cell % COLUMNS]}`;
  const value = truth[cell] ?? 0;
  const state = isHidden
    ? `hidden, truly ${shown(value)}, ${filled === undefined ? 'not filled' : `filled with ${shown(filled)}`}`
    : shown(value);
  return (
    <td>
      <button
        type="button"
        class={`cell ${isHidden ? 'hidden-cell' : ''} ${isHidden && cell === selected ? 'selected' : ''}`}
        aria-pressed={isHidden}
        aria-label={`${place}: ${state}`}
        title={isHidden ? `hidden: ${shown(value)}` : 'click to hide'}
        onClick={() => onToggle(cell)}
      >
        {isHidden ? (filled === undefined ? '–' : shown(filled)) : shown(value)}
      </button>
    </td>
  );
}

// Made once: to make one takes longer than to use it.
const tenths = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 });
const wholes = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });

function shown(value: number): string {
  return (value < 20 ? tenths : wholes).format(value);
}
