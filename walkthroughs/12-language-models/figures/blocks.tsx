/** Read a text with two blocks whose weights are set by hand: where each place looks, and what it expects next. */
import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { DataTable } from '../../../src/webview/kit/dataTable.tsx';
import { change, useSaved } from '../../../src/webview/kit/figureHost.ts';
import { Formula, type Term, Touch } from '../../../src/webview/kit/formula.tsx';
import { Slider } from '../../../src/webview/kit/slider.tsx';
import { Switch } from '../../../src/webview/kit/switch.tsx';
import { OddsBars } from './oddsBars.tsx';
import { PlaceMap } from './placeMap.tsx';
import { guess, type Reading, read } from './twoBlocks.ts';
import { spoken, visible } from './verseCounts.ts';

const terms: readonly Term[] = [
  { name: 'x', symbol: 'x_t', meaning: 'vector of place t: each block only adds to it' },
  { name: 'a', symbol: 'a_{tj}', meaning: 'how much place t looks at place j' },
  { name: 'v', symbol: 'v_j', meaning: 'what place j hands over: its character' },
  { name: 'p', symbol: 'p', meaning: 'probability of the likeliest next character' },
];
const tex = String.raw`\begin{aligned}
\term{x}{x_t} &\leftarrow \term{x}{x_t} + \sum_{j \le t} \term{a}{a_{tj}} \term{v}{v_j}, \quad \term{a}{a_{\val{t},\val{j}}} = \val{weight} \\
\term{p}{p_{\text{\val{best}}}} &= \val{odds}
\end{aligned}`;
const START = { text: 'tick tack tick t', place: 16, block: 2, sharpness: 12, positions: true };
const MOST = 24;

export function Blocks() {
  const saved = useSaved('tiny-gpt', START);
  const active = useSignal<string | undefined>(undefined);
  const { text, sharpness, positions } = saved.value;
  const reading = useMemo(() => read(text, { sharpness, positions }), [text, sharpness, positions]);
  const { tokens, letters, odds } = reading;
  const place = Math.min(tokens.length - 1, Math.max(0, Math.trunc(saved.value.place)));
  const block = saved.value.block === 1 ? 1 : 2;
  const map = reading.maps[block - 1] ?? [];
  const looks = map[place] ?? [];
  const most = looks.indexOf(Math.max(...looks));
  const here = odds[place] ?? new Float32Array();
  const best = here.indexOf(Math.max(...here));
  const write = (next: string) => change(saved, { text: next, place: next.length });
  return (
    <>
      <div class="bar">
        <Touch term="x" active={active}>
          <Switch
            label="Position vectors"
            options={[
              ['on', 'On'],
              ['off', 'Off'],
            ]}
            value={positions ? 'on' : 'off'}
            onChoose={(value) => change(saved, { positions: value === 'on' })}
          />
        </Touch>
        <Switch
          label="Attention of"
          options={[
            ['1', 'Block 1'],
            ['2', 'Block 2'],
          ]}
          value={String(block)}
          onChoose={(value) => change(saved, { block: Number(value) })}
        />
        <Touch term="a" active={active} class="grow">
          <Slider
            label="Sharpness of queries"
            min={0}
            max={20}
            value={sharpness}
            onInput={(value) => change(saved, { sharpness: value })}
          />
        </Touch>
        <button type="button" onClick={() => change(saved, START)}>
          Reset
        </button>
      </div>
      <label class="own-text">
        Your text
        <input
          type="text"
          maxLength={MOST}
          value={text}
          onInput={(event) => write(event.currentTarget.value)}
        />
      </label>
      <Places reading={reading} place={place} onChoose={(next) => change(saved, { place: next })} />
      <p class="reading" aria-live="polite">
        {describe(reading, block, place, most)}
      </p>
      <div class="beside pairs">
        <Touch term="p" active={active}>
          <OddsBars
            names={letters.join('')}
            odds={here}
            label="What may come next"
            onTake={(character) =>
              write((tokens.slice(1, place + 1).join('') + character).slice(-MOST))
            }
          />
        </Touch>
        <Touch term="a" active={active}>
          <p class="map-caption">
            Row: a place that looks. Column: where. The bluer, the more; choose a row. Nothing is
            right of the diagonal: that would be to look ahead.
          </p>
          <PlaceMap
            tokens={tokens}
            map={map}
            place={place}
            onChoose={(next) => change(saved, { place: next })}
          />
        </Touch>
      </div>
      <Formula
        tex={tex}
        values={{
          t: String(place),
          j: String(most),
          weight: (looks[most] ?? 0).toFixed(3),
          best: spoken(letters[best] ?? ''),
          odds: (here[best] ?? 0).toFixed(3),
        }}
        terms={terms}
        active={active}
      />
      <DataTable
        caption="What each place looks at most, and what it expects next"
        columns={['Place', 'Character', 'Block 1 looks at', 'Block 2 looks at', 'Expects', 'Next']}
        rows={tokens.map((token, i) => [
          i,
          visible(token),
          ...reading.maps.map((each) => each[i]?.indexOf(Math.max(...(each[i] ?? []))) ?? 0),
          visible(guess(reading, i) ?? 'undecided'),
          visible(tokens[i + 1] ?? ''),
        ])}
      />
    </>
  );
}

interface PlacesProps {
  reading: Reading;
  place: number;
  onChoose: (place: number) => void;
}

/** Every place at once: its character, and below what it expects next. */
function Places({ reading, place, onChoose }: PlacesProps) {
  return (
    <div class="token-row places">
      {reading.tokens.map((token, i) => {
        const expected = guess(reading, i);
        const isRight = expected !== undefined && expected === reading.tokens[i + 1];
        return (
          <button
            key={i}
            type="button"
            aria-pressed={i === place}
            aria-label={`Place ${i}: ${visible(token)}, expects ${expected ? visible(expected) : 'nothing in particular'}${isRight ? ', rightly' : ''}`}
            onClick={() => onChoose(i)}
          >
            {visible(token)}
            <span class={isRight ? 'expected right' : 'expected'}>
              {expected ? visible(expected) : '·'}
            </span>
          </button>
        );
      })}
    </div>
  );
}

function describe(reading: Reading, block: 1 | 2, place: number, most: number): string {
  const { tokens } = reading;
  const pairs = tokens.slice(1).filter((token, i) => guess(reading, i) === token).length;
  const share = reading.maps[block - 1]?.[place]?.[most] ?? 0;
  const name = (at: number) => `“${visible(tokens[at] ?? '')}” at ${at}`;
  return `Block ${block}: ${name(place)} looks at ${name(most)} with ${(100 * share).toFixed(0)} %. Below each character what is expected next; ${pairs} of ${tokens.length - 1} are right.`;
}
