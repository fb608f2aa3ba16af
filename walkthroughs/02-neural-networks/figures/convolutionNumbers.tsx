/** The sum under the kernel, product by product, and the feature map as a table. */
import type { Signal } from '@preact/signals';
import { DataTable } from '../../../src/webview/kit/dataTable.tsx';
import { Formula, type Term } from '../../../src/webview/kit/formula.tsx';
import { type Grid, KERNEL_SIDE, type Sliding, weightedSum } from './convolutionMaths.ts';

interface Props {
  kernel: readonly number[];
  /** The nine pixels below the kernel. */
  below: readonly number[];
  sums: Grid;
  sliding: Sliding;
  /** Of the picture, without its border. */
  side: number;
  active: Signal<string | undefined>;
}

const terms: readonly Term[] = [
  { name: 'x', symbol: 'x_i', meaning: 'the nine pixels in the window, 0 to 1' },
  { name: 'w', symbol: 'w_i', meaning: 'the nine weights of the kernel' },
  { name: 'y', symbol: 'y', meaning: 'their sum: one number of the feature map' },
  { name: 's', symbol: 's', meaning: 'stride: how far the window moves each time' },
  { name: 'p', symbol: 'p', meaning: 'padding: rings of zeros around the picture' },
  { name: 'm', symbol: 'm', meaning: 'side of the map, from a picture with side n' },
];

const products = (row: number) =>
  [0, 1, 2]
    .map((i) => `\\term{w}{\\val{w${3 * row + i}}}\\cdot\\term{x}{\\val{x${3 * row + i}}}`)
    .join(' & + & ');

const tex = String.raw`\begin{aligned}
\term{y}{y} &= \textstyle\sum_i \term{w}{w_i}\,\term{x}{x_i} \\
&= \begin{array}{rcrcr} ${products(0)} \\ + \; ${products(1)} \\ + \; ${products(2)} \end{array} \\
&= \term{y}{\val{sum}} \\
\term{m}{m} &= \Bigl\lfloor \tfrac{n + 2\term{p}{p} - 3}{\term{s}{s}} \Bigr\rfloor + 1 \\
&= \Bigl\lfloor \tfrac{\val{side} + 2 \cdot \term{p}{\val{padding}} - 3}{\term{s}{\val{stride}}} \Bigr\rfloor + 1 = \val{places}
\end{aligned}`;

export function ConvolutionNumbers(props: Props) {
  const { kernel, below, sums, sliding, side, active } = props;
  return (
    <>
      <Formula tex={tex} values={numbers(props)} terms={terms} active={active} />
      <DataTable
        caption={`Sums of the kernel, stride ${sliding.stride}, padding ${sliding.padding}, picture ${side} × ${side}; below the window now: ${below.map(short).join(' ')}; weights ${kernel.join(' ')}`}
        columns={['Row', ...Array.from({ length: sums.width }, (_, column) => String(column + 1))]}
        rows={() =>
          Array.from({ length: sums.height }, (_, row) => [
            row + 1,
            ...Array.from(sums.values.subarray(row * sums.width, (row + 1) * sums.width), short),
          ])
        }
      />
    </>
  );
}

function numbers({ kernel, below, sums, sliding, side }: Props): Record<string, string> {
  const values: Record<string, string> = {
    sum: short(weightedSum(kernel, below)),
    side: String(side),
    padding: String(sliding.padding),
    stride: String(sliding.stride),
    places: String(sums.width),
  };
  for (let i = 0; i < KERNEL_SIDE ** 2; i++) {
    const weight = kernel[i] ?? 0;
    values[`w${i}`] = weight < 0 ? `(${weight})` : String(weight);
    values[`x${i}`] = short(below[i] ?? 0);
  }
  return values;
}

/** Without a minus before nothing. */
function short(value: number): string {
  return value.toFixed(2).replace(/^-(0\.0+)$/, '$1');
}
