/** The trials as a table: sorted by a click on a column's head, looked at by a click on a row. */
import { useState } from 'preact/hooks';
import type { SweepRecord, TrialRecord } from '../../../protocol/record.ts';
import { hyperparameters } from './axes.ts';
import { resultText, short, statusOf } from './trialText.ts';

interface Props {
  trials: readonly TrialRecord[];
  sweep: SweepRecord;
  best: number | undefined;
  selected: number | undefined;
  isLive: boolean;
  onSelect: (trial: number) => void;
}

interface Column {
  name: string;
  text: (trial: TrialRecord) => string;
  /** What rows are sorted by. */
  key: (trial: TrialRecord) => string | number;
}

export function TrialTable({ trials, sweep, best, selected, isLive, onSelect }: Props) {
  const columns = toColumns(trials, sweep, isLive);
  const [order, setOrder] = useState({ column: 'trial', down: false });
  const sortBy = (column: string) =>
    setOrder((old) => ({ column, down: old.column === column && !old.down }));
  const column = columns.find(({ name }) => name === order.column);
  const rows = column ? sorted(trials, column.key, order.down) : trials;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section class="trial-rows" tabIndex={0} aria-label="Table of trials">
      <table class="numbers">
        <thead>
          <tr>
            {columns.map(({ name }) => (
              <th key={name} scope="col" aria-sort={sorting(name, order)}>
                <button type="button" class="link" onClick={() => sortBy(name)}>
                  {name}
                  <span aria-hidden="true">{arrow(name, order)}</span>
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((trial) => (
            <Row
              key={trial.trial}
              trial={trial}
              columns={columns}
              best={trial.trial === best}
              selected={trial.trial === selected}
              onSelect={onSelect}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface RowProps {
  trial: TrialRecord;
  columns: readonly Column[];
  best: boolean;
  selected: boolean;
  onSelect: (trial: number) => void;
}

function Row({ trial, columns, best, selected, onSelect }: RowProps) {
  const [, ...rest] = columns;
  const select = () => onSelect(trial.trial);
  return (
    <tr class={`${trial.status} ${selected ? 'selected' : ''}`} onClick={select}>
      <th scope="row">
        <button type="button" class="link" aria-pressed={selected} onClick={select}>
          {trial.trial}
        </button>
        {best && (
          <span class="best" title="The best so far">
            <span aria-hidden="true"> ★</span>
            <span class="spoken">, the best so far</span>
          </span>
        )}
      </th>
      {rest.map(({ name, text }) => (
        <td key={name}>{text(trial)}</td>
      ))}
    </tr>
  );
}

function toColumns(
  trials: readonly TrialRecord[],
  { measure }: SweepRecord,
  isLive: boolean,
): Column[] {
  return [
    { name: 'trial', text: ({ trial }) => String(trial), key: ({ trial }) => trial },
    {
      name: measure,
      // Where the view is narrow, the column of the status is out of sight.
      text: (trial) => (trial.result === undefined ? statusOf(trial, isLive) : resultText(trial)),
      key: ({ result }) => Number(result),
    },
    ...hyperparameters(trials).map((name) => ({
      name,
      text: ({ values }: TrialRecord) => short(values[name]),
      key: ({ values }: TrialRecord) => values[name] ?? '',
    })),
    {
      name: 'status',
      text: (trial) => statusOf(trial, isLive),
      key: (trial) => statusOf(trial, isLive),
    },
  ];
}

/** What has no number comes last, whichever way the rest is sorted. */
function sorted(trials: readonly TrialRecord[], key: Column['key'], down: boolean): TrialRecord[] {
  const sign = down ? -1 : 1;
  return [...trials].sort((a, b) => {
    const [first, second] = [key(a), key(b)];
    if (Number.isNaN(first) || Number.isNaN(second)) {
      return Number(Number.isNaN(first)) - Number(Number.isNaN(second));
    }
    return first < second ? -sign : first > second ? sign : a.trial - b.trial;
  });
}

type Order = { column: string; down: boolean };

function sorting(name: string, { column, down }: Order) {
  if (name !== column) return 'none';
  return down ? 'descending' : 'ascending';
}

function arrow(name: string, { column, down }: Order): string {
  if (name !== column) return '';
  return down ? ' ↓' : ' ↑';
}
