/** Set queries, keys and values by hand; scores, softmax and mix follow. */
import { useSignal } from '@preact/signals';
import { DataTable } from '../../../src/webview/kit/dataTable.tsx';
import { change, useSaved } from '../../../src/webview/kit/figureHost.ts';
import { Formula, type Term, Touch } from '../../../src/webview/kit/formula.tsx';
import { Slider } from '../../../src/webview/kit/slider.tsx';
import { Switch } from '../../../src/webview/kit/switch.tsx';
import { attend, NUMBERS, words } from './attentionMaths.ts';

const START = [1, 0, 0, 1, 0, 0, 1, 3, 0, 1, 1, 1, 0, -1, 2, 3, 0, 0, 1, 3];
const controls = [
  ['q', 'Query x'],
  ['q', 'Query y'],
  ['k', 'Key x'],
  ['k', 'Key y'],
  ['v', 'Value'],
] as const;
const terms: readonly Term[] = [
  { name: 'q', symbol: 'q', meaning: 'query: what the token that looks is looking for' },
  { name: 'k', symbol: 'k_j', meaning: 'key: what token j offers to be found by' },
  {
    name: 'a',
    symbol: 'a_j',
    meaning: 'weight: how much it looks at token j; the weights sum to 1',
  },
  { name: 'v', symbol: 'v_j', meaning: 'value: what token j hands over' },
];
const tex = String.raw`\begin{aligned}
\term{a}{a_j} &= \frac{e^{\term{q}{q} \cdot \term{k}{k_j} / \sqrt{2}}}{\sum_i e^{\term{q}{q} \cdot k_i / \sqrt{2}}}, \quad \term{a}{a_{\text{\val{best}}}} = \val{weight} \\
\text{out} &= \sum_j \term{a}{a_j} \term{v}{v_j} = \val{mixed}
\end{aligned}`;

export function Attention() {
  const saved = useSaved('attention', {
    numbers: START,
    place: 3,
    masked: true,
    edited: 3,
  });
  const active = useSignal<string | undefined>(undefined);
  const { numbers, masked } = saved.value;
  const place = within(saved.value.place);
  const edited = within(saved.value.edited);
  const { scores, weights, mixed } = attend(numbers, place, masked);
  const best = weights.indexOf(Math.max(...weights));
  const options = words.map((word, i) => [String(i), word] as const);
  return (
    <>
      <div class="bar">
        <Switch
          label="Who looks"
          options={options}
          value={String(place)}
          onChoose={(value) => change(saved, { place: Number(value) })}
        />
        <Switch
          label="Causal mask"
          options={[
            ['on', 'On'],
            ['off', 'Off'],
          ]}
          value={masked ? 'on' : 'off'}
          onChoose={(value) => change(saved, { masked: value === 'on' })}
        />
        <button type="button" onClick={() => change(saved, { numbers: START })}>
          Reset
        </button>
      </div>
      <Touch term="a" active={active}>
        <ul class="looks" aria-label={`Where ${words[place]} looks`}>
          {words.map((word, i) => (
            <li key={word} class={masked && i > place ? 'hidden-token' : ''}>
              <b>{word}</b>
              <meter min={0} max={1} value={weights[i] ?? 0} />
              <span class="numbers">
                {masked && i > place
                  ? 'masked: later'
                  : `score ${(scores[i] ?? 0).toFixed(2)}, weight ${(100 * (weights[i] ?? 0)).toFixed(0)} %`}
              </span>
            </li>
          ))}
        </ul>
      </Touch>
      <div class="bar">
        <Switch
          label="Numbers of"
          options={options}
          value={String(edited)}
          onChoose={(value) => change(saved, { edited: Number(value) })}
        />
      </div>
      <div class="token-numbers">
        {controls.map(([term, label], i) => (
          <Touch key={label} term={term} active={active}>
            <Slider
              label={`${label} of “${words[edited]}”`}
              min={-4}
              max={4}
              value={numbers[NUMBERS * edited + i] ?? 0}
              onInput={(value) =>
                change(saved, { numbers: numbers.with(NUMBERS * edited + i, value) })
              }
            />
          </Touch>
        ))}
      </div>
      <Formula
        tex={tex}
        values={{
          best: words[best] ?? '',
          weight: (weights[best] ?? 0).toFixed(3),
          mixed: mixed.toFixed(3),
        }}
        terms={terms}
        active={active}
      />
      <DataTable
        caption={`What “${words[place]}” sees`}
        columns={['Token', 'Score', 'Weight', 'Value']}
        rows={words.map((word, i) => [
          word,
          Number.isFinite(scores[i]) ? (scores[i] ?? 0).toFixed(2) : 'masked',
          (weights[i] ?? 0).toFixed(3),
          (numbers[NUMBERS * i + 4] ?? 0).toFixed(2),
        ])}
      />
    </>
  );
}

function within(place: number): number {
  return Math.min(words.length - 1, Math.max(0, Math.trunc(place)));
}
