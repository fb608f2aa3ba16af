/** What each order is worth: how well it predicts texts held out, and how much it copies. */
import { MarkedChart } from '../../../src/webview/kit/markedChart.tsx';
import { MOST_ORDER, type Worth } from './chainLab.ts';

interface Props {
  /** By order. */
  worth: readonly Worth[];
  order: number;
  onOrder: (order: number) => void;
}

const x = { label: 'order n', min: 0, max: MOST_ORDER, ticks: [0, 1, 2, 3, 4, 5, 6] };

export function OrderCharts({ worth, order, onOrder }: Props) {
  const line = (value: (worth: Worth) => number) =>
    worth.map((each, i) => [i, value(each)] as const);
  const most = Math.max(...worth.flatMap(({ trained, heldOut }) => [trained, heldOut]));
  const here = worth[order];
  return (
    <div class="beside">
      <MarkedChart
        label="Perplexity by order"
        x={x}
        y={{ label: 'perplexity (lower is better)', min: 0, max: 1.08 * most }}
        lines={[
          { name: 'counted in', token: 'charts-blue', dots: true, points: line((w) => w.trained) },
          {
            name: 'held out',
            token: 'charts-yellow',
            dashed: true,
            dots: true,
            points: line((w) => w.heldOut),
          },
        ]}
        at={order}
        reading={`order ${order}: ${here?.trained.toFixed(1)} counted in, ${here?.heldOut.toFixed(1)} held out`}
        step={1}
        onMove={onOrder}
      />
      <MarkedChart
        label="Copies by order"
        x={x}
        y={{ label: 'copies, % of texts written', min: 0, max: 104, ticks: [0, 25, 50, 75, 100] }}
        lines={[
          {
            name: 'copied whole',
            token: 'charts-red',
            dots: true,
            points: line((w) => 100 * w.copied),
          },
        ]}
        at={order}
        reading={`order ${order}: ${Math.round(100 * (here?.copied ?? 0))} % copies`}
        step={1}
        onMove={onOrder}
      />
    </div>
  );
}
