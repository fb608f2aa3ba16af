/** Draw text from counts of pairs, and watch pairs merge into longer tokens. */
import { useSignal } from '@preact/signals';
import { Random } from '../../../src/data/random.ts';
import { DataTable } from '../../../src/webview/kit/dataTable.tsx';
import { change, useSaved } from '../../../src/webview/kit/figureHost.ts';
import { Formula, type Term, Touch } from '../../../src/webview/kit/formula.tsx';
import { Slider } from '../../../src/webview/kit/slider.tsx';
import { OddsBars } from './oddsBars.tsx';
import { PairMap } from './pairMap.tsx';
import { mergePairs } from './pairMerging.ts';
import { alphabet, drawn, followers, shares, spoken, visible } from './verseCounts.ts';

const terms: readonly Term[] = [
  { name: 'p', symbol: 'p(b \\mid a)', meaning: 'probability that b comes after a' },
  { name: 'n', symbol: 'n_{ab}', meaning: 'how often b came after a in the verses' },
  { name: 'P', symbol: '\\text{PP}', meaning: 'perplexity of the text written so far' },
];
const tex = String.raw`\begin{aligned}
\term{p}{p(\text{\val{next}} \mid \text{\val{last}})} &= \frac{\term{n}{n_{ab}}}{\sum_c n_{ac}} = \frac{\val{count}}{\val{total}} = \val{share} \\
\term{P}{\text{PP}} &= e^{-\frac{1}{n} \sum \ln p} = \val{perplexity}
\end{aligned}`;
const MOST = 160;

export function Tokens() {
  const saved = useSaved('next-token', {
    written: 'the ',
    seed: 1,
    text: 'the shell by the shore, the ship on the sea',
    merges: 3,
    pair: '',
  });
  const active = useSignal<string | undefined>(undefined);
  const { written, seed, text, merges, pair } = saved.value;
  const last = written.at(-1) ?? '\n';
  const counts = followers(last);
  const odds = shares(counts);
  const likeliest = alphabet.charAt(odds.indexOf(Math.max(...odds)));
  const shown = isPair(pair) ? pair : last + likeliest;
  const [before, next] = [shown.charAt(0), shown.charAt(1)];
  const take = (character: string) =>
    change(saved, { written: (written + character).slice(-MOST), pair: '' });
  const draw = (count: number) => {
    const random = new Random(seed);
    let longer = written;
    for (let i = 0; i < count; i++) {
      longer += alphabet[drawn(shares(followers(longer.at(-1) ?? '\n')), random)] ?? '';
    }
    change(saved, { written: longer.slice(-MOST), seed: seed + 1, pair: '' });
  };
  const made = mergePairs(text, merges);
  return (
    <>
      <h3>What follows “{visible(last)}”?</h3>
      <div class="bar">
        <button type="button" class="primary" onClick={() => draw(1)}>
          Draw a character
        </button>
        <button type="button" onClick={() => draw(20)}>
          Draw 20
        </button>
        <button type="button" onClick={() => change(saved, { written: 'the ', seed: 1, pair: '' })}>
          Reset
        </button>
      </div>
      <pre class="written-text" aria-live="polite">
        {written}
      </pre>
      <div class="beside pairs">
        <Touch term="p" active={active}>
          <OddsBars names={alphabet} odds={odds} label="What may come next" onTake={take} />
        </Touch>
        <Touch term="n" active={active}>
          <p class="map-caption">
            Row: last character. Column: next. The bluer, the more probable; choose a pair to read
            it in the formula.
          </p>
          <PairMap
            pair={shown}
            last={last}
            onChoose={(chosen) => change(saved, { pair: chosen })}
          />
        </Touch>
      </div>
      <Formula
        tex={tex}
        values={{
          next: spoken(next),
          last: spoken(before),
          ...countsOf(before, next),
          perplexity: perplexity(written).toFixed(2),
        }}
        terms={terms}
        active={active}
      />
      <DataTable
        caption={`What follows ${visible(last)} in the verses`}
        columns={['Next', 'Count', 'Probability']}
        rows={[...alphabet].map((name, i) => [
          visible(name),
          counts[i] ?? 0,
          (odds[i] ?? 0).toFixed(3),
        ])}
      />
      <h3>From characters to longer tokens</h3>
      <label class="own-text">
        Your text
        <input
          type="text"
          maxLength={80}
          value={text}
          onInput={(event) => change(saved, { text: event.currentTarget.value })}
        />
      </label>
      <Slider
        label="Merges"
        min={0}
        max={20}
        integer
        value={merges}
        onInput={(value) => change(saved, { merges: value })}
      />
      <p class="token-row">
        {made.tokens.map((token, i) => (
          <span key={i}>{token.replaceAll(' ', '␣')}</span>
        ))}
      </p>
      <p class="reading">
        {made.tokens.length} tokens instead of {[...text].length} characters.{' '}
        {made.merges.map(({ pair }) => `${pair.join('+').replaceAll(' ', '␣')}`).join(', ')}
        {made.merges.length < merges && ' — no pair stands twice any more'}
      </p>
    </>
  );
}

function isPair(pair: string): boolean {
  return pair.length === 2 && [...pair].every((character) => alphabet.includes(character));
}

/** A pair's count and share, as the formula says them. */
function countsOf(before: string, next: string) {
  const counts = followers(before);
  const at = alphabet.indexOf(next);
  return {
    count: String(counts[at] ?? 0),
    total: String(counts.reduce((sum, count) => sum + count, 0)),
    share: (shares(counts)[at] ?? 0).toFixed(3),
  };
}

/** Of what the counts expect, over the characters after the first. */
function perplexity(text: string): number {
  if (text.length < 2) return Number.NaN;
  const surprises = [...text.slice(1)].map((next, i) => {
    const counts = followers(text.charAt(i)).map((count) => count + 1);
    return -Math.log(shares(counts)[alphabet.indexOf(next)] ?? 1);
  });
  return Math.exp(surprises.reduce((sum, each) => sum + each, 0) / surprises.length);
}
