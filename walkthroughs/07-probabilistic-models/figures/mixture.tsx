/** A mixture of Gaussians by hand: drag the components, take half steps of EM, draw new points. */

import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { DataTable } from '../../../src/webview/kit/dataTable.tsx';
import { change, useSaved } from '../../../src/webview/kit/figureHost.ts';
import { Formula, type Term, Touch } from '../../../src/webview/kit/formula.tsx';
import { PlayButton } from '../../../src/webview/kit/playButton.tsx';
import { Slider } from '../../../src/webview/kit/slider.tsx';
import { useInterval } from '../../../src/webview/kit/useInterval.ts';
import {
  expectation,
  likelihood,
  logLikelihood,
  type Mixture,
  maximization,
  type Point,
  samplePoints,
  somePoints,
  startMixture,
  widened,
  width,
} from './mixtureLab.ts';
import { MixturePlane } from './mixturePlane.tsx';

const terms: readonly Term[] = [
  { name: 'weight', symbol: '\\pi_k', meaning: 'weight of Gaussian k: its share of all points' },
  {
    name: 'gaussian',
    symbol: '\\mathcal{N}',
    meaning: 'density of a Gaussian: mean μ, covariance Σ',
  },
  { name: 'share', symbol: 'r_{ik}', meaning: 'share of Gaussian k in point i (E step)' },
  { name: 'fit', symbol: '\\ell', meaning: 'log-likelihood, mean over the points, in nats' },
];

const tex = String.raw`\begin{aligned}
p(x) &= \sum_{k=1}^{\val{k}} \term{weight}{\pi_k}\, \term{gaussian}{\mathcal{N}}(x;\ \mu_k, \Sigma_k) \\
& \text{ringed point: } p = \val{ringed} \\
\text{E: } \term{share}{r_{ik}} &= \frac{\term{weight}{\pi_k}\, \term{gaussian}{\mathcal{N}}(x_i;\ \mu_k, \Sigma_k)}{p(x_i)} \\[12pt]
\text{M: } \mu_k &= \frac{\sum_i \term{share}{r_{ik}}\, x_i}{\sum_i \term{share}{r_{ik}}} \\[12pt]
\term{fit}{\ell} &= \frac{1}{\val{n}} \sum_{i} \ln p(x_i) = \term{fit}{\val{fit}}
\end{aligned}`;

/** In ms: slow enough to see what each half step does. */
const PACE = 450;
const POINTS = somePoints(160, 2);
const SAMPLES = 120;
const MOST = 6;
const first = (k: number, seed: number) => flatten(startMixture(POINTS, k, seed));
const FIRST = { ...first(3, 1), seed: 1, chosen: 0, steps: 0, drawn: 0, shade: true };

export function MixtureFigure() {
  const saved = useSaved('mixture', FIRST);
  const playing = useSignal(false);
  const active = useSignal<string | undefined>(undefined);
  const { means, covariances, weights, chosen, steps, seed, shade, drawn } = saved.value;
  const mixture = useMemo(
    () => unflatten({ means, covariances, weights }),
    [means, covariances, weights],
  );
  const shares = useMemo(() => expectation(POINTS, mixture), [mixture]);
  const samples = useMemo(
    () => (drawn > 0 ? samplePoints(mixture, SAMPLES, drawn) : []),
    [mixture, drawn],
  );
  const fit = useMemo(() => logLikelihood(POINTS, mixture), [mixture]);
  const ringed = useMemo(() => leastLikely(mixture), [mixture]);
  const assigned = steps % 2 === 1;

  const half = () => {
    const next = assigned ? flatten(maximization(POINTS, shares)) : {};
    change(saved, { ...next, steps: steps + 1 });
  };
  /** What was assigned no longer holds, so the E step is next. */
  const put = (next: Mixture) => change(saved, { ...flatten(next), steps: steps - (steps % 2) });
  const restart = (k: number, from: number) => {
    playing.value = false;
    change(saved, { ...first(k, from), seed: from, steps: 0, drawn: 0, chosen: 0 });
  };
  useInterval(half, PACE, playing.value);
  const one = mixture[chosen] ?? mixture[0];
  return (
    <>
      <div class="bar">
        <Touch term="weight" active={active} class="grow">
          <Slider
            label="Gaussians"
            min={1}
            max={MOST}
            integer
            value={mixture.length}
            onInput={(k) => restart(k, seed)}
          />
        </Touch>
        <Touch term="gaussian" active={active} class="grow">
          <Slider
            label={`Width σ of Gaussian ${chosen + 1}`}
            min={0.05}
            max={1}
            value={one ? width(one) : 0}
            onInput={(to) =>
              put(mixture.map((each, i) => (i === chosen ? widened(each, to) : each)))
            }
          />
        </Touch>
        <section class="playback" aria-label="Expectation and maximization">
          <PlayButton
            playing={playing.value}
            onClick={() => {
              playing.value = !playing.value;
            }}
          />
          <button type="button" class="half-step" onClick={half}>
            {assigned ? 'M step' : 'E step'}
          </button>
          <button
            type="button"
            title="Gaussians on other points, picked by chance"
            onClick={() => restart(mixture.length, seed + 1)}
          >
            New start
          </button>
          <button type="button" title="Back to the first start" onClick={() => restart(3, 1)}>
            Reset
          </button>
        </section>
        <button type="button" onClick={() => change(saved, { drawn: drawn + 1 })}>
          Draw {SAMPLES} new points
        </button>
        <label class="choice">
          <input
            type="checkbox"
            checked={shade}
            onChange={(event) => change(saved, { shade: event.currentTarget.checked })}
          />
          Shade by density
        </label>
      </div>
      <p class="reading numbers" aria-live="polite">
        {describe(steps)} Log-likelihood {fit.toFixed(3)}.
      </p>
      <Touch term="share" active={active}>
        <MixturePlane
          points={POINTS}
          mixture={mixture}
          shares={assigned ? shares : undefined}
          drawn={samples}
          ringed={ringed}
          chosen={chosen}
          shade={shade}
          onChoose={(component) => change(saved, { chosen: component })}
          onMove={(component, mean) =>
            put(mixture.map((each, i) => (i === component ? { ...each, mean } : each)))
          }
        />
      </Touch>
      <p class="muted">
        Drag a cross. Ellipses: one and two standard deviations. Ringed: the least likely point.
        Plus signs: new points.
      </p>
      <Formula
        tex={tex}
        values={{
          k: String(mixture.length),
          n: String(POINTS.length),
          ringed: likelihood(ringed, mixture).toPrecision(2).replace(/e(.*)/, '\\cdot 10^{$1}'),
          fit: fit.toFixed(3),
        }}
        terms={terms}
        active={active}
      />
      <DataTable
        caption="The Gaussians"
        columns={[
          'Gaussian',
          'Weight',
          'Mean x₁',
          'Mean x₂',
          'Variance x₁',
          'Covariance',
          'Variance x₂',
        ]}
        rows={mixture.map(({ weight, mean, covariance }, i) => [
          i + 1,
          weight.toFixed(3),
          ...[...mean, ...covariance].map((value) => value.toFixed(3)),
        ])}
      />
    </>
  );
}

function describe(steps: number): string {
  const taken = `${steps} half ${steps === 1 ? 'step' : 'steps'} taken.`;
  return steps % 2 === 0
    ? `${taken} Next, E: each point is shared among the Gaussians.`
    : `${taken} Next, M: each Gaussian moves to its shares of the points.`;
}

function leastLikely(mixture: Mixture): Point {
  const likelihoods = POINTS.map((point) => likelihood(point, mixture));
  return POINTS[likelihoods.indexOf(Math.min(...likelihoods))] ?? [0, 0];
}

/** As saved settings are: flat. */
function flatten(mixture: Mixture) {
  return {
    means: mixture.flatMap(({ mean }) => [...mean]) as readonly number[],
    covariances: mixture.flatMap(({ covariance }) => [...covariance]) as readonly number[],
    weights: mixture.map(({ weight }) => weight) as readonly number[],
  };
}

function unflatten({ means, covariances, weights }: ReturnType<typeof flatten>): Mixture {
  return weights.map((weight, i) => ({
    weight,
    mean: [means[2 * i] ?? 0, means[2 * i + 1] ?? 0],
    covariance: [covariances[3 * i] ?? 1, covariances[3 * i + 1] ?? 0, covariances[3 * i + 2] ?? 1],
  }));
}
