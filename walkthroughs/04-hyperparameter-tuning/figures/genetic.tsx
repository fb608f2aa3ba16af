/** A genetic search as a swarm: select, cross over, mutate; drag the valley and see whether it follows. */

import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { DataTable } from '../../../src/webview/kit/dataTable.tsx';
import { change, useSaved } from '../../../src/webview/kit/figureHost.ts';
import { Formula, type Term, Touch } from '../../../src/webview/kit/formula.tsx';
import { PlayButton } from '../../../src/webview/kit/playButton.tsx';
import { Slider } from '../../../src/webview/kit/slider.tsx';
import { useInterval } from '../../../src/webview/kit/useInterval.ts';
import { lossAt, type Place } from './searchLab.ts';
import { SearchPlane } from './searchPlane.tsx';
import { diversity, generation, POPULATION } from './swarmLab.ts';

const terms: readonly Term[] = [
  { name: 'child', symbol: 'c_i', meaning: 'gene i of a child: one hyperparameter' },
  { name: 'parents', symbol: 'a, b', meaning: 'two of the best, picked by chance' },
  { name: 'cross', symbol: 'r_i', meaning: 'crossover: 0 or 1 by chance, for each gene' },
  { name: 'mutation', symbol: '\\sigma', meaning: 'size of a mutation' },
  { name: 'epsilon', symbol: '\\varepsilon_i', meaning: 'chance, standard normal' },
];
const tex = String.raw`\term{child}{c_i} = \term{cross}{r_i}\,\term{parents}{a_i} + (1 - \term{cross}{r_i})\,\term{parents}{b_i} + \term{mutation}{\sigma}\,\term{epsilon}{\varepsilon_i}, \qquad \term{mutation}{\sigma} = \term{mutation}{\val{mutation}}`;

const FIRST = { x: 0.7, y: 0.35, parents: 6, mutation: 0.05, number: 0, seed: 1 };
/** In ms: slow enough to see who survives. */
const PACE = 700;
const LAST = 30;

export function Genetic() {
  const saved = useSaved('genetic-search', FIRST);
  const playing = useSignal(false);
  const active = useSignal<string | undefined>(undefined);
  const { x, y, parents, mutation, number, seed } = saved.value;
  const settings = { valley: { at: [x, y] as Place, second: 1 }, parents, mutation, seed };
  const all = useMemo(
    () => Array.from({ length: number + 1 }, (_, i) => generation(settings, i)),
    [x, y, parents, mutation, number, seed],
  );
  const swarm = all.at(-1) ?? [];
  const { valley } = settings;
  const step = () => {
    if (number >= LAST) playing.value = false;
    else change(saved, { number: number + 1 });
  };
  useInterval(step, PACE, playing.value);
  const set = (part: Partial<typeof FIRST>) => change(saved, part);
  return (
    <>
      <div class="bar">
        <Touch term="parents" active={active} class="grow">
          <Slider
            label={`Parents, of ${POPULATION}`}
            min={2}
            max={POPULATION}
            integer
            value={parents}
            onInput={(value) => set({ parents: value })}
          />
        </Touch>
        <Touch term="mutation" active={active} class="grow">
          <Slider
            label="Mutation σ"
            min={0}
            max={0.3}
            value={mutation}
            onInput={(value) => set({ mutation: value })}
          />
        </Touch>
        <section class="playback" aria-label="Generations">
          <PlayButton
            playing={playing.value}
            disabled={number >= LAST}
            onClick={() => {
              playing.value = !playing.value;
            }}
          />
          <button type="button" disabled={number >= LAST} onClick={step}>
            Step
          </button>
          <button
            type="button"
            title="The first generation; the same seed replays the same ones"
            onClick={() => {
              playing.value = false;
              set({ number: 0 });
            }}
          >
            Reset
          </button>
          <button type="button" onClick={() => set({ number: 0, seed: seed + 1 })}>
            New swarm
          </button>
          <span class="numbers muted">generation {number}</span>
        </section>
      </div>
      <div class="planes">
        <SearchPlane
          title={`Generation ${number}`}
          places={swarm}
          valley={valley}
          onMove={([toX, toY]) => set({ x: toX, y: toY })}
        />
      </div>
      <p class="reading numbers" aria-live="polite">
        {number * POPULATION + POPULATION} trials so far; mean distance from the middle of the swarm{' '}
        {diversity(swarm).toFixed(2)}.
      </p>
      <Formula tex={tex} values={{ mutation: mutation.toFixed(2) }} terms={terms} active={active} />
      <DataTable
        caption="Generations"
        columns={['Generation', 'Best loss', 'Median loss', 'Distance from the middle']}
        rows={all.map((places, i) => [
          i,
          loss(places[0]).toFixed(3),
          loss(places[POPULATION / 2]).toFixed(3),
          diversity(places).toFixed(3),
        ])}
      />
    </>
  );

  function loss(place: Place | undefined): number {
    return place ? lossAt(valley, place) : Number.NaN;
  }
}
