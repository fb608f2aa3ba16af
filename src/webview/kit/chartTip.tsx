/** What the lines say at the crosshair, beside it. */
import type { ChartLine } from './chart.tsx';
import type { LineData } from './chartData.ts';
import { formatNumber } from './format.ts';
import { Swatch, valueText } from './legend.tsx';

interface Props {
  lines: ChartLine[];
  /** The lines as drawn (smoothed). */
  shown: LineData[];
  x: number;
  xName: string;
  /** Where the crosshair is, and how wide the chart. */
  left: number;
  width: number;
}

export function ChartTip({ lines, shown, x, xName, left, width }: Props) {
  const side = left > width / 2 ? 'before' : 'after';
  return (
    <div class={`chart-tip numbers ${side}`} style={{ left: `${left}px` }} aria-hidden="true">
      <div class="muted">
        {xName} {formatNumber(x)}
      </div>
      {lines.map((line, i) => (
        <div key={line.name} class="row">
          <Swatch line={line} /> {valueText(shown[i], x)}
        </div>
      ))}
    </div>
  );
}
