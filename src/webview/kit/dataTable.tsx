/** The numbers behind a figure, for screen readers and for anyone who wants to read them. */
interface Props {
  caption: string;
  columns: readonly string[];
  rows: readonly (readonly (string | number)[])[];
  /** What opens it. */
  summary?: string;
}

export function DataTable({
  caption,
  columns,
  rows,
  summary = 'Numbers behind this figure',
}: Props) {
  return (
    <details class="data">
      <summary>{summary}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
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
            {rows.map((row, i) => (
              <Row key={i} cells={row} />
            ))}
          </tbody>
        </table>
      </section>
    </details>
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
