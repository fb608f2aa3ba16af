/** Grid and random search side by side, on a valley to drag: the same budget, other values. */
import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { DataTable } from '../../../src/webview/kit/dataTable.tsx';
import { change, useSaved } from '../../../src/webview/kit/figureHost.ts';
import { Formula, type Term, Touch } from '../../../src/webview/kit/formula.tsx';
import { Slider } from '../../../src/webview/kit/slider.tsx';
import {
  GOOD,
  gridPlaces,
  lossAt,
  type Place,
  randomPlaces,
  shareBetter,
  shareGood,
  type Valley,
} from './searchLab.ts';
import { SearchPlane } from './searchPlane.tsx';

const gridTerms: readonly Term[] = [
  { name: 'values', symbol: 'k', meaning: 'values tried of each hyperparameter' },
  { name: 'count', symbol: 'd', meaning: 'number of hyperparameters; here two' },
  { name: 'trials', symbol: 'n', meaning: 'trials of the grid: every combination' },
];
const gridTex = String.raw`\begin{aligned}
\term{trials}{n} &= \term{values}{k}^{\term{count}{d}} = \term{values}{\val{k}}^{\term{count}{2}} = \term{trials}{\val{n}} \\
\text{five hyperparameters: } & \term{values}{\val{k}}^{5} = \val{five}
\end{aligned}`;

const randomTerms: readonly Term[] = [
  { name: 'good', symbol: 'p', meaning: 'share of the plane whose loss is 0.2 or lower' },
  { name: 'trials', symbol: 'n', meaning: 'random trials' },
  { name: 'find', symbol: 'P', meaning: 'chance that at least one of them is that good' },
];
const randomTex = String.raw`\term{find}{P} = 1 - (1 - \term{good}{p})^{\term{trials}{n}} = 1 - (1 - \term{good}{\val{p}})^{\term{trials}{\val{n}}} = \term{find}{\val{find}}`;

export function GridSearch() {
  return <GridAndRandom figure="grid-search" />;
}

export function RandomSearch() {
  return <GridAndRandom figure="random-search" />;
}

function GridAndRandom({ figure }: { figure: 'grid-search' | 'random-search' }) {
  const saved = useSaved(figure, { x: 0.32, y: 0.6, second: 0.02, perAxis: 3, draw: 1 });
  const active = useSignal<string | undefined>(undefined);
  const { x, y, second, perAxis, draw } = saved.value;
  const valley = useMemo((): Valley => ({ at: [x, y], second }), [x, y, second]);
  const grid = useMemo(() => gridPlaces(perAxis), [perAxis]);
  const random = useMemo(() => randomPlaces(perAxis ** 2, draw), [perAxis, draw]);
  const better = useMemo(() => shareBetter(valley, perAxis), [valley, perAxis]);
  const good = useMemo(() => shareGood(valley), [valley]);
  const n = perAxis ** 2;
  const move = ([toX, toY]: Place) => change(saved, { x: toX, y: toY });
  const values = {
    k: String(perAxis),
    n: String(n),
    five: (perAxis ** 5).toLocaleString('en-US'),
    p: good.toFixed(3),
    find: (1 - (1 - good) ** n).toFixed(2),
  };
  const isGrid = figure === 'grid-search';
  return (
    <>
      <div class="bar">
        <Touch term={isGrid ? 'values' : 'trials'} active={active} class="grow">
          <Slider
            label="Grid values per axis"
            min={2}
            max={6}
            integer
            value={perAxis}
            onInput={(value) => change(saved, { perAxis: value })}
          />
        </Touch>
        <Touch term={isGrid ? 'count' : 'good'} active={active} class="grow">
          <Slider
            label="How much L2 matters"
            min={0}
            max={1}
            value={second}
            onInput={(value) => change(saved, { second: value })}
          />
        </Touch>
        <button type="button" class="primary" onClick={() => change(saved, { draw: draw + 1 })}>
          Draw again
        </button>
        <button
          type="button"
          onClick={() => change(saved, { x: 0.32, y: 0.6, second: 0.02, perAxis: 3, draw: 1 })}
        >
          Reset
        </button>
      </div>
      <div class="planes">
        <SearchPlane title={`Grid, ${n} trials`} places={grid} valley={valley} onMove={move} />
        <SearchPlane title={`Random, ${n} trials`} places={random} valley={valley} onMove={move} />
      </div>
      <p class="reading numbers" aria-live="polite">
        The grid tries {perAxis} learning rates, random search {n}. Of 500 random searches,{' '}
        {Math.round(100 * better)} % find a lower loss than the grid.
      </p>
      <Formula
        tex={isGrid ? gridTex : randomTex}
        values={values}
        terms={isGrid ? gridTerms : randomTerms}
        active={active}
      />
      <DataTable
        caption={`Trials of both searches; a loss up to ${GOOD} is good`}
        columns={['Trial', 'Search', 'Learning rate', 'L2', 'Loss']}
        rows={() => [...rows('grid', grid, valley), ...rows('random', random, valley)]}
      />
    </>
  );
}

function rows(search: string, places: readonly Place[], valley: Valley) {
  return places.map((place, i) => [
    i + 1,
    search,
    place[0].toFixed(2),
    place[1].toFixed(2),
    lossAt(valley, place).toFixed(2),
  ]);
}
