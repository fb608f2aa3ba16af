/** Turn temperature and top-k, and draw from what is left. */
import { useSignal } from '@preact/signals';
import { Random } from '../../../src/data/random.ts';
import { DataTable } from '../../../src/webview/kit/dataTable.tsx';
import { change, useSaved } from '../../../src/webview/kit/figureHost.ts';
import { Formula, type Term, Touch } from '../../../src/webview/kit/formula.tsx';
import { Slider } from '../../../src/webview/kit/slider.tsx';
import { OddsBars } from './oddsBars.tsx';
import { alphabet, drawn, followers, sharpened, spoken, visible } from './verseCounts.ts';

const terms: readonly Term[] = [
  {
    name: 'l',
    symbol: '\\ell_i',
    meaning: 'logit of character i: here the logarithm of its count',
  },
  { name: 'T', symbol: 'T', meaning: 'temperature: below 1 sharpens, above 1 flattens' },
  { name: 'k', symbol: 'k', meaning: 'top-k: only the k likeliest may be drawn' },
];
const tex = String.raw`\begin{aligned}
p_{\text{\val{best}}} &= \frac{e^{\term{l}{\ell} / \term{T}{T}}}{\sum_{i \in \text{top } \term{k}{k}} e^{\term{l}{\ell_i} / \term{T}{T}}} = \val{odds} \\
\term{T}{T} &= \val{T}, \quad \term{k}{k} = \val{k}
\end{aligned}`;
const DRAWS = 100;
/** Characters that the counts remember. */
const MEMORY = 3;
const MOST = 200;

export function Sampling() {
  const saved = useSaved('sampling', { written: 'the ', temperature: 1, topK: 31, seed: 1 });
  const active = useSignal<string | undefined>(undefined);
  const { written, temperature, topK, seed } = saved.value;
  const odds = oddsAfter(written, temperature, topK);
  const random = new Random(seed);
  const draws = [...alphabet].map(() => 0);
  for (let i = 0; i < DRAWS; i++) {
    const at = drawn(odds, random);
    draws[at] = (draws[at] ?? 0) + 1;
  }
  const best = odds.indexOf(Math.max(...odds));
  const write = (count: number) => {
    const chance = new Random(seed);
    let longer = written;
    for (let i = 0; i < count; i++) {
      longer += alphabet[drawn(oddsAfter(longer, temperature, topK), chance)] ?? '';
    }
    change(saved, { written: longer.slice(-MOST), seed: seed + 1 });
  };
  return (
    <>
      <div class="bar">
        <Touch term="T" active={active} class="grow">
          <Slider
            label="Temperature T"
            min={0.1}
            max={3}
            value={temperature}
            onInput={(value) => change(saved, { temperature: value })}
          />
        </Touch>
        <Touch term="k" active={active} class="grow">
          <Slider
            label="Top-k"
            min={1}
            max={31}
            integer
            value={topK}
            onInput={(value) => change(saved, { topK: value })}
          />
        </Touch>
      </div>
      <div class="bar">
        <button type="button" class="primary" onClick={() => write(1)}>
          Draw a character
        </button>
        <button type="button" onClick={() => write(40)}>
          Draw 40
        </button>
        <button type="button" onClick={() => change(saved, { seed: seed + 1 })}>
          Draw 100 again
        </button>
        <button type="button" onClick={() => change(saved, { written: 'the ', seed: 1 })}>
          Reset
        </button>
      </div>
      <pre class="written-text" aria-live="polite">
        {written}
      </pre>
      <p class="reading">
        What may come next, from counts after the last {MEMORY} characters, and how often each comes
        up in {DRAWS} draws:
      </p>
      <Touch term="l" active={active}>
        <OddsBars
          names={alphabet}
          odds={odds}
          draws={draws}
          label="What may come next"
          onTake={(character) => change(saved, { written: (written + character).slice(-MOST) })}
        />
      </Touch>
      <Formula
        tex={tex}
        values={{
          best: spoken(alphabet[best] ?? ''),
          odds: (odds[best] ?? 0).toFixed(3),
          T: temperature.toFixed(2),
          k: String(topK),
        }}
        terms={terms}
        active={active}
      />
      <DataTable
        caption={`What may come next, at temperature ${temperature.toFixed(2)} and top-${topK}`}
        columns={['Character', 'Probability', `Of ${DRAWS} draws`]}
        rows={[...alphabet].map((name, i) => [
          visible(name),
          (odds[i] ?? 0).toFixed(3),
          draws[i] ?? 0,
        ])}
      />
    </>
  );
}

/** From the longest memory that the verses know; where none is, from all characters. */
function oddsAfter(written: string, temperature: number, topK: number): Float32Array {
  for (let length = MEMORY; length > 0; length--) {
    const counts = followers(written.slice(-length));
    if (counts.some((count) => count > 0)) {
      return sharpened(counts.map(Math.log), temperature, topK);
    }
  }
  return sharpened(new Float32Array(alphabet.length), temperature, topK);
}
