/** A Markov chain to walk: choose how far it looks back, take its steps, read or hear what it makes. */

import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { Random } from '../../../src/data/random.ts';
import { DataTable } from '../../../src/webview/kit/dataTable.tsx';
import { change, useSaved } from '../../../src/webview/kit/figureHost.ts';
import { Formula, type Term, Touch } from '../../../src/webview/kit/formula.tsx';
import { PlayButton } from '../../../src/webview/kit/playButton.tsx';
import { Slider } from '../../../src/webview/kit/slider.tsx';
import { Switch } from '../../../src/webview/kit/switch.tsx';
import { useInterval } from '../../../src/webview/kit/useInterval.ts';
import { usePrepared } from '../../../src/webview/kit/usePrepared.ts';
import {
  type Corpus,
  choices,
  contextOf,
  corpora,
  drawn,
  END,
  isCopy,
  learn,
  MOST_ORDER,
  survey,
  type Token,
  type Worth,
  write,
} from './chainLab.ts';
import { Listening } from './listening.tsx';
import { OrderCharts } from './orderCharts.tsx';
import { placeOf, places, textOf, tokenText } from './tokenText.ts';
import { TransitionGraph } from './transitionGraph.tsx';

const terms: readonly Term[] = [
  { name: 'next', symbol: 'x_t', meaning: 'what comes next: here the most probable' },
  { name: 'context', symbol: 'c', meaning: 'the context: the last n letters or notes' },
  { name: 'count', symbol: '\\#', meaning: 'how often it is counted in the corpus' },
];

const FIRST = { corpus: 'names', order: 2, seed: 1, draws: 0, text: '', done: '', volume: 0.5 };
/** Milliseconds a letter or note. */
const PACE = 350;
const KEPT = 10;

export function Markov() {
  const worth = usePrepared(() => ({ names: survey('names'), tunes: survey('tunes') }));
  return worth ? (
    <Walk worth={worth} />
  ) : (
    <p class="muted preparing">Counting letters and notes…</p>
  );
}

function Walk({ worth }: { worth: Record<Corpus, Worth[]> }) {
  const saved = useSaved('markov', FIRST);
  const playing = useSignal(false);
  const sounding = useSignal<string | undefined>(undefined);
  const active = useSignal<string | undefined>(undefined);
  const { order, seed, draws, volume } = saved.value;
  const corpus: Corpus = saved.value.corpus === 'tunes' ? 'tunes' : 'names';
  const chain = useMemo(() => learn(corpora[corpus].train, order), [corpus, order]);
  const pairs = useMemo(() => pairsOf(corpus), [corpus]);
  const text = saved.value.text === '' ? [] : saved.value.text.split(' ');
  const done = saved.value.done === '' ? [] : saved.value.done.split('\n');
  const next = choices(chain, text, order);
  const unit = corpus === 'names' ? 'letter' : 'note';

  const take = (token: Token) => {
    if (token !== END) return change(saved, { text: [...text, token].join(' '), draws: draws + 1 });
    const kept = [text.join(' '), ...done].slice(0, KEPT);
    change(saved, { text: '', done: kept.join('\n'), draws: draws + 1 });
  };
  /** The same seed and the same number of draws give the same chance. */
  const chance = () => new Random(seed * 100_003 + draws).next();
  const step = () => take(drawn(next, chance()));
  const writeMany = () => {
    const random = new Random(seed * 100_003 + draws);
    const made = Array.from({ length: KEPT }, () => write(chain, order, random).join(' '));
    change(saved, { done: made.join('\n'), text: '', draws: draws + 1 });
  };
  const restart = (part: Partial<typeof FIRST>) => {
    playing.value = false;
    change(saved, { text: '', done: '', draws: 0, ...part });
  };
  const setOrder = (to: number) => {
    if (to !== order) restart({ order: to });
  };
  useInterval(step, PACE, playing.value);

  const heard = text.length > 0 ? text : (done[0] ?? '').split(' ').filter((token) => token !== '');
  const copies = done.filter((each) => isCopy(corpus, each.split(' '))).length;
  return (
    <>
      <div class="bar">
        <Switch
          label="Corpus"
          options={[
            ['names', '650 names'],
            ['tunes', '80 tunes'],
          ]}
          value={corpus}
          onChoose={(to) => restart({ corpus: to })}
        />
        <Touch term="context" active={active} class="grow">
          <Slider
            label={`Order n, in ${unit}s`}
            min={0}
            max={MOST_ORDER}
            integer
            value={order}
            onInput={setOrder}
          />
        </Touch>
        <section class="playback" aria-label="Walk of the chain">
          <PlayButton
            playing={playing.value}
            onClick={() => {
              playing.value = !playing.value;
            }}
          />
          <button type="button" onClick={step}>
            Draw a {unit}
          </button>
          <button type="button" onClick={writeMany}>
            Write {KEPT}
          </button>
          <button
            type="button"
            title="Back to the first draw; the same seed replays the same ones"
            onClick={() => restart({})}
          >
            Reset
          </button>
        </section>
      </div>
      {corpus === 'tunes' && (
        <Listening
          tune={heard}
          what={text.length > 0 ? 'what is written' : 'the newest tune'}
          volume={volume}
          sounding={sounding.value !== undefined}
          onVolume={(to) => change(saved, { volume: to })}
          onSound={(place) => {
            sounding.value = place;
          }}
        />
      )}
      <div class="beside chain">
        <Touch term="next" active={active}>
          <TransitionGraph
            places={places[corpus]}
            pairs={pairs}
            from={text.length === 0 ? END : placeOf(text.at(-1) ?? END)}
            next={next}
            sounding={sounding.value}
            label={`From ${contextText(corpus, text, order)} to ${next.length} choices, the most probable ${tokenText(corpus, next[0]?.token ?? END)}`}
            onTake={take}
          />
        </Touch>
        <div class="written">
          <p class="spelled-text">
            <span class="muted">
              {textOf(corpus, text.slice(0, Math.max(0, text.length - order)))}{' '}
            </span>
            <strong>{order === 0 ? '' : textOf(corpus, text.slice(-order))}</strong>▏
          </p>
          <p class="muted">
            Next, by how often it followed the context. Take one, or draw by chance:
          </p>
          <div class="choices">
            {next.slice(0, 8).map(({ token, probability }) => (
              <button key={token} type="button" onClick={() => take(token)}>
                {tokenText(corpus, token)}{' '}
                <span class="muted numbers">{Math.round(100 * probability)} %</span>
              </button>
            ))}
          </div>
          <ol class="made" aria-label={`What the chain made, ${copies} of ${done.length} copied`}>
            {done.map((each, i) => (
              <li key={`${i} ${each}`}>
                <span class="tag">{isCopy(corpus, each.split(' ')) ? 'copy' : 'new'}</span>{' '}
                {each === '' ? '(empty)' : textOf(corpus, each.split(' '))}
              </li>
            ))}
          </ol>
        </div>
      </div>
      <OrderCharts worth={worth[corpus]} order={order} onOrder={setOrder} />
      <Formula
        tex={String.raw`p(\term{next}{x_t} \mid \term{context}{c}) = \frac{\term{count}{\#}(\term{context}{c}\,\term{next}{x_t})}{\term{count}{\#}(\term{context}{c})} = \frac{\val{count}}{\val{total}} = \val{probability}`}
        values={{
          count: String(next[0]?.count ?? 0),
          total: String(next.reduce((sum, { count }) => sum + count, 0)),
          probability: (next[0]?.probability ?? 0).toFixed(2),
        }}
        terms={terms}
        active={active}
      />
      <DataTable
        caption={`What follows ${contextText(corpus, text, order)}`}
        columns={[`Next ${unit}`, 'Counted', 'Probability']}
        rows={next.map(({ token, count, probability }) => [
          tokenText(corpus, token),
          count,
          probability.toFixed(3),
        ])}
      />
    </>
  );
}

function contextText(corpus: Corpus, text: readonly Token[], order: number): string {
  const context = contextOf(text, order);
  if (order === 0) return 'anything';
  return context === '' ? 'the beginning' : `“${textOf(corpus, context.split(' '))}”`;
}

/** Steps of order 1 between the places of the graph. */
function pairsOf(corpus: Corpus): number[][] {
  const names = places[corpus];
  const index = new Map(names.map((place, i) => [place, i]));
  const counts = names.map(() => names.map(() => 0));
  for (const text of corpora[corpus].train) {
    const walk = [END, ...text, END].map((token) => index.get(placeOf(token)) ?? 0);
    walk.slice(1).forEach((to, i) => {
      const row = counts[walk[i] ?? 0];
      if (row) row[to] = (row[to] ?? 0) + 1;
    });
  }
  return counts.map((row) => {
    const total = Math.max(
      1,
      row.reduce((sum, count) => sum + count, 0),
    );
    return row.map((count) => count / total);
  });
}
