/** Names of a chart's lines with their last values. */
import type { ChartLine } from './chart.tsx';
import { type LineData, nearest } from './chartData.ts';
import { formatNumber } from './format.ts';
import { seriesColour } from './theme.ts';

interface Props {
  lines: ChartLine[];
  /** The lines as drawn (smoothed). */
  shown: LineData[];
}

export function Legend({ lines, shown }: Props) {
  return (
    <figcaption class="legend numbers">
      {lines.map((line, i) => (
        <span key={line.name} class="entry" title={line.name}>
          <span class="key">
            <Swatch line={line} />
            <span class="name">{line.name}</span>
            <span class="value">{valueText(shown[i], undefined)}</span>
          </span>
          {line.brokeAt !== undefined && (
            <span
              class="broke"
              title="From here on the value is not a number: the learning rate may be too high."
            >
              diverged at step {formatNumber(line.brokeAt)}
            </span>
          )}
        </span>
      ))}
    </figcaption>
  );
}

/** The value at x, or the last one. */
export function valueText(data: LineData | undefined, x: number | undefined): string {
  if (!data || data.xs.length === 0) return '–';
  const at = x === undefined ? data.xs.length - 1 : nearest(data.xs, x);
  const value = data.ys[at];
  return value == null ? '–' : formatNumber(value);
}

export function Swatch({ line }: { line: ChartLine }) {
  return (
    <svg class="swatch" viewBox="0 0 16 8" width="16" height="8" aria-hidden="true">
      <path
        d="M0 4h16"
        stroke={seriesColour(line.colour)}
        stroke-width="2"
        stroke-dasharray={line.dashed ? '4 2' : undefined}
      />
    </svg>
  );
}
