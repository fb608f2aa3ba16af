/** k-means by hand: drag points, take half steps, choose k, and look for the elbow. */

import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { DataTable } from '../../../src/webview/kit/dataTable.tsx';
import { change, useSaved } from '../../../src/webview/kit/figureHost.ts';
import { Formula, type Term, Touch } from '../../../src/webview/kit/formula.tsx';
import { PlayButton } from '../../../src/webview/kit/playButton.tsx';
import { Slider } from '../../../src/webview/kit/slider.tsx';
import { useInterval } from '../../../src/webview/kit/useInterval.ts';
import {
  type Clustering,
  elbow,
  inertia,
  MOST_CLUSTERS,
  type Point,
  somePoints,
  start,
  step,
} from './clusterLab.ts';
import { ClusterPlane } from './clusterPlane.tsx';
import { ElbowChart } from './elbowChart.tsx';

const terms: readonly Term[] = [
  { name: 'point', symbol: 'x_i', meaning: 'a point to be clustered' },
  { name: 'cluster', symbol: 'c_i', meaning: 'its cluster: the one whose centroid is nearest' },
  {
    name: 'centroid',
    symbol: '\\mu_j',
    meaning: 'centroid j: the mean of the points of cluster j',
  },
  { name: 'inertia', symbol: 'J', meaning: 'inertia: no half step makes it larger' },
];

const tex = String.raw`\begin{aligned}
\text{assign: } & \term{cluster}{c_i} = \arg\min_j \lVert \term{point}{x_i} - \term{centroid}{\mu_j} \rVert^2 \\
\text{update: } & \term{centroid}{\mu_j} = \frac{1}{\lvert\{i : c_i = j\}\rvert} \sum_{i:\, c_i = j} \term{point}{x_i} \\
& \term{inertia}{J} = \sum_{i=1}^{\val{n}} \lVert \term{point}{x_i} - \term{centroid}{\mu}_{\term{cluster}{c_i}} \rVert^2 = \term{inertia}{\val{inertia}}
\end{aligned}`;

/** In ms: slow enough to see what each half step does. */
const PACE = 700;
const FIRST_POINTS = somePoints(3);
const first = start(FIRST_POINTS, 4, 1);

export function Clusters() {
  const saved = useSaved('clusters', {
    k: 4,
    seed: 1,
    points: FIRST_POINTS.flat(),
    centroids: first.centroids.flat(),
    clusters: [...first.clusters],
    steps: 0,
    done: false,
  });
  const playing = useSignal(false);
  const active = useSignal<string | undefined>(undefined);
  const points = useMemo(() => pairs(saved.value.points), [saved.value.points]);
  const curve = useMemo(() => elbow(points), [points]);
  const now = clusteringOf(saved.value, points);
  const value = inertia(points, now);

  const set = ({ centroids, clusters, steps, done }: Clustering) =>
    change(saved, { centroids: centroids.flat(), clusters: [...clusters], steps, done });
  const restart = (k: number, seed: number, from = points) => {
    playing.value = false;
    change(saved, { k, seed });
    set(start(from, k, seed));
  };
  const once = () => {
    if (now.done) playing.value = false;
    else set(step(points, now));
  };
  /** What was settled is no longer: the next assignment may change. */
  const move = (next: readonly Point[]) =>
    change(saved, {
      points: next.flat(),
      clusters: next.map((_, i) => saved.peek().clusters[i] ?? -1),
      done: false,
    });
  const reset = () => {
    change(saved, { points: FIRST_POINTS.flat() });
    restart(saved.peek().k, 1, FIRST_POINTS);
  };
  useInterval(once, PACE, playing.value);

  const { k, seed } = saved.value;
  return (
    <>
      <div class="bar">
        <Touch term="centroid" active={active} class="grow">
          <Slider
            label="Clusters k"
            min={1}
            max={MOST_CLUSTERS}
            integer
            value={k}
            onInput={(next) => restart(next, seed)}
          />
        </Touch>
        <section class="playback" aria-label="k-means">
          <PlayButton
            playing={playing.value}
            disabled={now.done}
            onClick={() => {
              playing.value = !playing.value;
            }}
          />
          <button type="button" class="half-step" disabled={now.done} onClick={once}>
            {now.next === 'assign' ? 'Assign' : 'Update'}
          </button>
          <button
            type="button"
            title="Centroids on other points, picked by chance"
            onClick={() => restart(k, seed + 1)}
          >
            New start
          </button>
          <button type="button" title="The first points and the first start" onClick={reset}>
            Reset
          </button>
        </section>
      </div>
      <p class="reading" aria-live="polite">
        {describe(now)}
      </p>
      <div class="beside clustering">
        <Touch term="point" active={active}>
          <ClusterPlane points={points} clustering={now} onMove={move} />
        </Touch>
        <Touch term="inertia" active={active}>
          <ElbowChart curve={curve} k={k} inertia={value} />
        </Touch>
      </div>
      <Formula
        tex={tex}
        values={{ n: String(points.length), inertia: value.toFixed(1) }}
        terms={terms}
        active={active}
      />
      <DataTable
        caption="Clusters"
        summary="Clusters in numbers"
        columns={['Cluster', 'Points', 'Centroid x', 'Centroid y']}
        rows={now.centroids.map(([x, y], cluster) => [
          cluster + 1,
          now.clusters.filter((each) => each === cluster).length,
          x.toFixed(2),
          y.toFixed(2),
        ])}
      />
      <DataTable
        caption="Lowest inertia by number of clusters"
        summary="Inertia in numbers"
        columns={['k', 'Inertia']}
        rows={curve.map((each, i) => [i + 1, each.toFixed(1)])}
      />
    </>
  );
}

interface Saved {
  points: readonly number[];
  centroids: readonly number[];
  clusters: readonly number[];
  steps: number;
  done: boolean;
}

/** Assign and update take turns, so the number of half steps tells which is next. */
function clusteringOf(saved: Saved, points: readonly Point[]): Clustering {
  const { centroids, clusters, steps, done } = saved;
  return {
    centroids: pairs(centroids),
    clusters: points.map((_, i) => clusters[i] ?? -1),
    next: steps % 2 === 0 ? 'assign' : 'update',
    steps,
    done,
  };
}

function pairs(flat: readonly number[]): Point[] {
  return Array.from({ length: Math.floor(flat.length / 2) }, (_, i) => [
    flat[2 * i] ?? 0,
    flat[2 * i + 1] ?? 0,
  ]);
}

function describe({ next, steps, done }: Clustering): string {
  const taken = `${steps} half ${steps === 1 ? 'step' : 'steps'} taken.`;
  if (done)
    return `${taken} No point changed its cluster: k-means has settled. Drag a point to unsettle it.`;
  if (next === 'assign') return `${taken} Next: each point joins its nearest centroid (crosses).`;
  return `${taken} Next: each centroid moves to the mean of its points.`;
}
