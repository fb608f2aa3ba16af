/** The formula of the memory and of the temperature, and every step as a table. */
import type { Signal } from '@preact/signals';
import { DataTable } from '../../../src/webview/kit/dataTable.tsx';
import { Formula, type Term } from '../../../src/webview/kit/formula.tsx';
import { ALPHABET, probabilities, type ReadStep } from './nameModel.ts';
import { likeliest } from './probabilityBars.tsx';

interface Props {
  steps: readonly ReadStep[];
  selected: number;
  temperature: number;
  active: Signal<string | undefined>;
}

const terms: readonly Term[] = [
  { name: 'h', symbol: 'h_t', meaning: 'the memory (hidden state) after letter t' },
  { name: 'z', symbol: 'z', meaning: 'update gate: 1 keeps the old memory, 0 replaces it' },
  { name: 'c', symbol: 'c', meaning: 'candidate: what letter t would write into the memory' },
  {
    name: 'l',
    symbol: '\\ell',
    meaning: 'one logit for each letter, a weighted sum of the memory',
  },
  { name: 'T', symbol: 'T', meaning: 'temperature: low is safe, high is daring' },
];

const tex = String.raw`\begin{aligned}
\term{h}{h_t} &= \term{z}{z} \circ \term{h}{h_{t-1}} + (1 - \term{z}{z}) \circ \term{c}{c} \qquad \text{mean } \term{z}{z} = \val{keep} \\
p(\text{\val{letter}}) &= \frac{e^{\term{l}{\ell_{\text{\val{letter}}}} / \term{T}{T}}}{\sum_k e^{\term{l}{\ell_k} / \term{T}{T}}} = \frac{e^{\val{logit} / \val{temperature}}}{\val{sum}} = \val{odds}
\end{aligned}`;

export function RecurrentNumbers({ steps, selected, temperature, active }: Props) {
  const step = steps[selected];
  if (!step) return null;
  const odds = probabilities(step.logits, temperature);
  const best = odds.indexOf(Math.max(...odds));
  const logit = step.logits[best] ?? 0;
  const sum = step.logits.reduce((all, each) => all + Math.exp(each / temperature), 0);
  return (
    <>
      <Formula
        tex={tex}
        values={{
          keep: mean(step.keep).toFixed(2),
          letter: ALPHABET[best] === '.' ? 'end' : (ALPHABET[best] ?? ''),
          logit: logit.toFixed(2),
          temperature: temperature.toFixed(2),
          sum:
            sum < 1e6
              ? sum.toFixed(1)
              : sum.toExponential(2).replace(/e\+(\d+)/, ' \\cdot 10^{$1}'),
          odds: (odds[best] ?? 0).toFixed(3),
        }}
        terms={terms}
        active={active}
      />
      <DataTable
        caption={`Every step, at temperature ${temperature.toFixed(2)}`}
        columns={['Step', 'Letter', 'Likeliest next', 'Mean update gate', 'Memory']}
        rows={() =>
          steps.map((each, i) => [
            i + 1,
            each.letter,
            likeliest(ALPHABET, probabilities(each.logits, temperature), 3).join(', '),
            mean(each.keep).toFixed(2),
            Array.from(each.memory, (value) => value.toFixed(1)).join(' '),
          ])
        }
      />
    </>
  );
}

function mean(values: Float32Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
