import type { ChartLine } from './chart.tsx';
import { formatNumber, plural } from './format.ts';

/** A chart's numbers for people who do not see it. */
export function ChartTable({ label, lines }: { label: string; lines: ChartLine[] }) {
  return (
    <div class="spoken">
      <table>
        <caption>{label}</caption>
        <thead>
          <tr>
            <th>Line</th>
            <th>Points</th>
            <th>First</th>
            <th>Lowest</th>
            <th>Highest</th>
            <th>Last</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ name, data: { xs, ys } }) => {
            const values = ys.filter((value) => value !== null);
            const extreme = (pick: (a: number, b: number) => number) =>
              values.length > 0 ? formatNumber(values.reduce((a, b) => pick(a, b))) : '–';
            return (
              <tr key={name}>
                <th>{name}</th>
                <td>{plural(xs.length, 'point')}</td>
                <td>{values[0] === undefined ? '–' : formatNumber(values[0])}</td>
                <td>{extreme(Math.min)}</td>
                <td>{extreme(Math.max)}</td>
                <td>{values.length > 0 ? formatNumber(values.at(-1) ?? 0) : '–'}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
