/** Drag queries and keys; scores, softmax and mix follow. */

import { useSignal } from '@preact/signals';
import { DataTable } from '../../../src/webview/kit/dataTable.tsx';
import { change, useSaved } from '../../../src/webview/kit/figureHost.ts';
import { Formula, type Term, Touch } from '../../../src/webview/kit/formula.tsx';
import { Key } from '../../../src/webview/kit/key.tsx';
import type { Position } from '../../../src/webview/kit/plane.tsx';
import { Slider } from '../../../src/webview/kit/slider.tsx';
import { Switch } from '../../../src/webview/kit/switch.tsx';
import { attend, NUMBERS, words } from './attentionMaths.ts';
import { AttentionPlane } from './attentionPlane.tsx';
import { Mix } from './mix.tsx';

/** For each token: query x and y, key x and y, value. */
const START = [1, -1.5, -1, 2.5, 0, -1.5, 1, 3, 0.5, 1, 1.5, 1, -1, -2, 2, 2, -1, 1.5, 2, 3];
const QUERY = 0;
const KEY = 2;
const VALUE = 4;
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
  const saved = useSaved('attention', { numbers: START, place: 3, masked: true, chosen: 0 });
  const active = useSignal<string | undefined>(undefined);
  const { numbers, masked } = saved.value;
  const place = Math.min(words.length - 1, Math.max(0, Math.trunc(saved.value.place)));
  const attended = attend(numbers, place, masked);
  const { scores, weights, mixed } = attended;
  const best = weights.indexOf(Math.max(...weights));
  const isMasked = (token: number) => masked && token > place;
  const vector = (token: number, which: number): Position => [
    numbers[NUMBERS * token + which] ?? 0,
    numbers[NUMBERS * token + which + 1] ?? 0,
  ];
  const move = (handle: number, [x, y]: Position) => {
    const at = handle === 0 ? NUMBERS * place + QUERY : NUMBERS * (handle - 1) + KEY;
    change(saved, { numbers: numbers.with(at, x).with(at + 1, y) });
  };
  return (
    <>
      <div class="bar">
        <Switch
          label="Who looks"
          options={words.map((word, i) => [String(i), word] as const)}
          value={String(place)}
          onChoose={(value) => change(saved, { place: Number(value), chosen: 0 })}
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
        <button type="button" onClick={() => change(saved, { numbers: START, chosen: 0 })}>
          Reset
        </button>
      </div>
      <div class="beside attention">
        <div>
          <ul class="keys">
            <Key token="charts-yellow">query</Key>
            <Key token="charts-blue">keys, as thick as their weight</Key>
            <Key token="foreground" dashed>
              score 0
            </Key>
          </ul>
          <Touch term="k" active={active}>
            <AttentionPlane
              place={place}
              query={vector(place, QUERY)}
              keys={words.map((_, token) => vector(token, KEY))}
              weights={weights}
              isMasked={isMasked}
              chosen={saved.value.chosen}
              onChoose={(chosen) => change(saved, { chosen })}
              onMove={move}
            />
          </Touch>
        </div>
        <div>
          <Touch term="a" active={active}>
            <Mix
              place={place}
              attended={attended}
              values={words.map((_, token) => numbers[NUMBERS * token + VALUE] ?? 0)}
              isMasked={isMasked}
            />
          </Touch>
          <Touch term="v" active={active} class="token-values">
            {words.map((word, token) => (
              <Slider
                key={word}
                label={`Value of “${word}”`}
                min={-4}
                max={4}
                value={numbers[NUMBERS * token + VALUE] ?? 0}
                onInput={(value) =>
                  change(saved, { numbers: numbers.with(NUMBERS * token + VALUE, value) })
                }
              />
            ))}
          </Touch>
        </div>
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
        columns={['Token', 'Key', 'Score', 'Weight', 'Value']}
        rows={words.map((word, i) => [
          word,
          vector(i, KEY)
            .map((number) => number.toFixed(2))
            .join(', '),
          Number.isFinite(scores[i]) ? (scores[i] ?? 0).toFixed(2) : 'masked',
          (weights[i] ?? 0).toFixed(3),
          (numbers[NUMBERS * i + VALUE] ?? 0).toFixed(2),
        ])}
      />
    </>
  );
}
