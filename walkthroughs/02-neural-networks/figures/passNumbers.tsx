/** What one neuron computes, forward and backward, with its numbers; and those of all the others in a table. */
import type { Signal } from '@preact/signals';
import { DataTable } from '../../../src/webview/kit/dataTable.tsx';
import { Formula, type Term } from '../../../src/webview/kit/formula.tsx';
import type { Dense } from '../../../src/webview/kit/network/dense.ts';
import type { Unit } from './networkDiagram.tsx';
import { type Trace, weight } from './trace.ts';

interface Props {
  layers: readonly Dense[];
  trace: Trace;
  selected: Unit;
  rate: number;
  active: Signal<string | undefined>;
}

const terms: readonly Term[] = [
  { name: 'x', symbol: 'x_i', meaning: 'what comes in from the layer before' },
  { name: 'w', symbol: 'w_i', meaning: 'weights: the widths of the edges (dashed: negative)' },
  { name: 'b', symbol: 'b', meaning: 'bias of the chosen neuron' },
  { name: 'phi', symbol: '\\varphi', meaning: 'activation function' },
  { name: 'delta', symbol: '\\delta', meaning: 'error: how the loss changes with the sum z' },
  { name: 'rate', symbol: '\\eta', meaning: 'learning rate: how far a step goes' },
];

const tex = String.raw`\begin{aligned}
z &= \textstyle\sum_i \term{w}{w_i}\,\term{x}{x_i} + \term{b}{b} = \val{sum} \\
a &= \term{phi}{\varphi}(z) = \val{output} \\
\frac{\partial \mathcal{L}}{\partial \term{w}{w_1}} &= \term{delta}{\delta}\,\term{x}{x_1} = \val{error} \cdot \val{input} = \val{gradient} \\
\term{w}{w_1} &\leftarrow \term{w}{w_1} - \term{rate}{\eta}\,\frac{\partial \mathcal{L}}{\partial w_1} \\
&= \val{weight} - \val{rate} \cdot \val{factor} = \val{next}
\end{aligned}`;

export function Numbers({ layers, trace, selected, rate, active }: Props) {
  const layer = layers[selected.layer];
  const traced = trace.layers[selected.layer];
  if (!layer || !traced) return null;
  const input = traced.inputs[0] ?? 0;
  const error = traced.errors[selected.unit] ?? 0;
  const w = weight(layer, 0, selected.unit);
  return (
    <>
      <p class="muted">
        The chosen neuron: {nameOf(selected, layers.length)}. Shown is a plain step of gradient
        descent; training here uses Adam, which also adapts the step to each weight.
      </p>
      <Formula
        tex={tex}
        values={{
          sum: (traced.sums[selected.unit] ?? 0).toFixed(3),
          output: (traced.outputs[selected.unit] ?? 0).toFixed(3),
          error: signed(error),
          input: signed(input),
          gradient: fixed(error * input),
          weight: w.toFixed(3),
          rate: String(Number(rate.toPrecision(3))),
          factor: signed(error * input),
          next: (w - rate * error * input).toFixed(4),
        }}
        terms={terms}
        active={active}
      />
      <DataTable
        caption="The ringed point on its way through the network"
        columns={['Neuron', 'Sum z', 'Activation a', 'Error δ', 'Bias', 'Weights']}
        rows={layers.flatMap((each, l) =>
          Array.from({ length: each.outputs }, (_, unit) => [
            nameOf({ layer: l, unit }, layers.length),
            ...[trace.layers[l]?.sums, trace.layers[l]?.outputs, trace.layers[l]?.errors].map(
              (values) => (values?.[unit] ?? 0).toFixed(3),
            ),
            (each.bias[unit] ?? 0).toFixed(3),
            Array.from({ length: each.inputs }, (_, i) => weight(each, i, unit).toFixed(2)).join(
              ', ',
            ),
          ]),
        )}
      />
    </>
  );
}

function nameOf({ layer, unit }: Unit, layers: number): string {
  return layer === layers - 1 ? 'output' : `hidden layer ${layer + 1}, neuron ${unit + 1}`;
}

/** A negative factor needs its parentheses. */
function signed(value: number): string {
  const text = fixed(value);
  return text.startsWith('-') ? `(${text})` : text;
}

/** Without a minus before nothing. */
function fixed(value: number): string {
  return value.toFixed(3).replace(/^-(0\.0+)$/, '$1');
}
