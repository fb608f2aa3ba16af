/** The numbers behind a figure, for screen readers and for anyone who wants to read them. */
import { useState } from 'preact/hooks';

type Rows = readonly (readonly (string | number)[])[];

interface Props {
  caption: string;
  columns: readonly string[];
  /** Where there are many, a function, called while the table is open. */
  rows: Rows | (() => Rows);
  /** What opens it. */
  summary?: string;
}

export function DataTable({
  caption,
  columns,
  rows,
  summary = 'Numbers behind this figure',
}: Props) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details class="data" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{summary}</summary>
      {/* Closed, nobody reads it, and a figure that is dragged has better things to do. */}
      {isOpen && <Table caption={caption} columns={columns} rows={rows} />}
    </details>
  );
}

function Table({ caption, columns, rows }: Omit<Props, 'summary'>) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section class="scroll" tabIndex={0} aria-label={caption}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {(typeof rows === 'function' ? rows() : rows).map((row, i) => (
            <Row key={i} cells={row} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({ cells: [head, ...rest] }: { cells: readonly (string | number)[] }) {
  return (
    <tr>
      <th scope="row">{head}</th>
      {rest.map((cell, i) => (
        <td key={i}>{cell}</td>
      ))}
    </tr>
  );
}
