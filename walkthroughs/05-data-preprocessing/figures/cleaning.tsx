/** Click the bad cells of a dirty table; each answer comes with its reason. */
import { useSignal } from '@preact/signals';
import { DataTable } from '../../../src/webview/kit/dataTable.tsx';
import { change, useSaved } from '../../../src/webview/kit/figureHost.ts';
import { formatNumber } from '../../../src/webview/kit/format.ts';
import { Formula, type Term, Touch } from '../../../src/webview/kit/formula.tsx';
import {
  allFaults,
  areasLeft,
  COLUMNS,
  columns,
  FAULTS,
  judge,
  rows,
  summary,
} from './cleaningLab.ts';

const terms: readonly Term[] = [
  { name: 'value', symbol: 'x', meaning: 'the area of row 3: 9,500' },
  { name: 'mean', symbol: '\\mu,\\ \\sigma', meaning: 'mean and standard deviation of the areas' },
  { name: 'median', symbol: 'm', meaning: 'their median' },
  { name: 'spread', symbol: 's', meaning: '1.4826 × the median of |x − m|' },
];

const tex = String.raw`\begin{aligned}
z &= \frac{\term{value}{x} - \term{mean}{\mu}}{\term{mean}{\sigma}} = \frac{9500 - \val{mean}}{\val{deviation}} = \val{z} \\
z_{\text{robust}} &= \frac{\term{value}{x} - \term{median}{m}}{\term{spread}{s}} = \frac{9500 - \val{median}}{\val{spread}} = \val{robust}
\end{aligned}`;

const none: readonly number[] = [];

export function Cleaning() {
  const saved = useSaved('cleaning', { clicked: none, last: -1 });
  const active = useSignal<string | undefined>(undefined);
  const clicked = saved.value.clicked.filter((cell) => cell >= 0 && cell < rows.length * COLUMNS);
  const found = new Set(clicked.filter((cell) => judge(cell).kind));
  const wrong = new Set(clicked.filter((cell) => !judge(cell).kind));
  const click = (cell: number) => {
    const { cell: at } = judge(cell);
    change(saved, { clicked: [...new Set([...clicked, at])], last: at });
  };
  const { mean, deviation, median, spread } = summary(areasLeft(found));
  return (
    <>
      <div class="bar">
        <p class="score numbers" role="status">
          <strong>
            {found.size} of {FAULTS}
          </strong>{' '}
          faults found{wrong.size > 0 && `, ${wrong.size} false alarms`}
        </p>
        <button
          type="button"
          onClick={() => change(saved, { clicked: [...clicked, ...allFaults], last: -1 })}
        >
          Show the rest
        </button>
        <button type="button" onClick={() => change(saved, { clicked: none, last: -1 })}>
          Start again
        </button>
      </div>
      <div class="beside">
        <DirtyTable found={found} wrong={wrong} last={saved.value.last} onClick={click} />
        <div>
          <p class="reading" role="status">
            {saved.value.last < 0 ? 'Click every cell that is wrong.' : verdict(saved.value.last)}
          </p>
          <Touch term="mean" active={active}>
            <p class="reading numbers">
              Mean of the areas that can be read: <strong>{formatNumber(mean)}</strong> m²
            </p>
          </Touch>
          <Touch term="median" active={active}>
            <p class="reading numbers">
              Their median: <strong>{formatNumber(median)}</strong> m²
            </p>
          </Touch>
          <ol class="found">
            {[...found].map((cell) => (
              <li key={cell}>{verdict(cell)}</li>
            ))}
          </ol>
        </div>
      </div>
      <Formula
        tex={tex}
        values={{
          mean: mean.toFixed(0),
          deviation: deviation.toFixed(0),
          z: ((9500 - mean) / deviation).toFixed(1),
          median: median.toFixed(0),
          spread: spread.toFixed(0),
          robust: ((9500 - median) / spread).toFixed(1),
        }}
        terms={terms}
        active={active}
      />
      <DataTable
        caption="The table as it was handed over, and what was found so far"
        columns={['Row', ...columns, 'Found']}
        rows={rows.map((cells, row) => [row + 1, ...cells, foundIn(found, row)])}
      />
    </>
  );
}

interface TableProps {
  found: ReadonlySet<number>;
  wrong: ReadonlySet<number>;
  last: number;
  onClick: (cell: number) => void;
}

function DirtyTable({ found, wrong, last, onClick }: TableProps) {
  const lookOf = (cell: number) => {
    const at = judge(cell).cell;
    const mark = found.has(at) ? 'found-cell' : wrong.has(cell) ? 'fine-cell' : '';
    return `cell ${mark} ${at === last ? 'selected' : ''}`;
  };
  return (
    <section class="scroll-x" aria-label="Click the cells that are wrong">
      <table class="cells">
        <thead>
          <tr>
            <th scope="col">row</th>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, row) => (
            <tr key={row}>
              <th scope="row">{row + 1}</th>
              {cells.map((text, column) => {
                const cell = row * COLUMNS + column;
                const name = `Row ${row + 1}, ${columns[column]}: ${text || 'empty'}`;
                const isKnown = found.has(judge(cell).cell) || wrong.has(cell);
                return (
                  <td key={column}>
                    <button
                      type="button"
                      class={lookOf(cell)}
                      aria-pressed={isKnown}
                      aria-label={isKnown ? `${name}. ${judge(cell).reason}` : name}
                      onClick={() => onClick(cell)}
                    >
                      {text || ' '}
                    </button>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function verdict(cell: number) {
  const { kind, reason } = judge(cell);
  return (
    <>
      Row {Math.floor(cell / COLUMNS) + 1}, <strong>{kind ?? 'no fault'}</strong>: {reason}
    </>
  );
}

function foundIn(found: ReadonlySet<number>, row: number): string {
  const kinds = [...found].filter((cell) => Math.floor(cell / COLUMNS) === row);
  return kinds.map((cell) => judge(cell).kind ?? '').join(', ') || '–';
}
