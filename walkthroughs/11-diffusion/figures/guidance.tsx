/** Turn up the guidance: the samples get surer of their class, and more alike. */

import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { Random } from '../../../src/data/random.ts';
import type { Surface } from '../../../src/webview/kit/canvas.tsx';
import { DataTable } from '../../../src/webview/kit/dataTable.tsx';
import { change, useSaved } from '../../../src/webview/kit/figureHost.ts';
import { Formula, type Term, Touch } from '../../../src/webview/kit/formula.tsx';
import { Key } from '../../../src/webview/kit/key.tsx';
import { MarkedChart } from '../../../src/webview/kit/markedChart.tsx';
import { Plane } from '../../../src/webview/kit/plane.tsx';
import type { Frame } from '../../../src/webview/kit/plot.ts';
import { Slider } from '../../../src/webview/kit/slider.tsx';
import { StepBar } from '../../../src/webview/kit/stepBar.tsx';
import { Switch } from '../../../src/webview/kit/switch.tsx';
import { usePrepared } from '../../../src/webview/kit/usePrepared.ts';
import { drawArrow, drawCloud, xAxis, yAxis } from './clouds.tsx';
import './diffusion.css';
import { CLASSES, guesses, guidedWays, shareNamed, spread } from './guidanceLab.ts';
import { cloud, type Mixture, type Point } from './mixture.ts';
import { levelAt } from './schedule.ts';

const terms: readonly Term[] = [
  {
    name: 'free',
    symbol: '\\hat{\\varepsilon}_\\varnothing',
    meaning: 'noise guessed without label',
  },
  { name: 'asked', symbol: '\\hat{\\varepsilon}_c', meaning: 'noise guessed with the label c' },
  { name: 'weight', symbol: 'w', meaning: 'guidance: 0 ignores the label, 1 follows it' },
  { name: 'guided', symbol: '\\hat{\\varepsilon}', meaning: 'what the sampler takes out' },
];

const tex = String.raw`\begin{aligned}
\term{guided}{\hat{\varepsilon}} &= \term{free}{\hat{\varepsilon}_\varnothing} + \term{weight}{w}\,(\term{asked}{\hat{\varepsilon}_c} - \term{free}{\hat{\varepsilon}_\varnothing}) \\
&= \term{free}{\begin{pmatrix} \val{f1} \\ \val{f2} \end{pmatrix}} + \term{weight}{\val{weight}} \left( \term{asked}{\begin{pmatrix} \val{a1} \\ \val{a2} \end{pmatrix}} - \term{free}{\begin{pmatrix} \val{f1} \\ \val{f2} \end{pmatrix}} \right) \\
&= \term{guided}{\begin{pmatrix} \val{g1} \\ \val{g2} \end{pmatrix}}
\end{aligned}`;

const LAST = 16;
const WALKERS = 120;
const MOST = 6;
/** Guidance behind the curves. */
const WEIGHTS = [0, 0.5, 1, 1.5, 2, 3, 4, 5, MOST];
/** Samples behind a place of the curves. */
const MEASURED = 80;
/** Length of an arrow, in units of the plane, where the guess is 1. */
const REACH = 0.5;
const weightAxis = { label: 'guidance w', min: 0, max: MOST };
const shareAxis = { label: 'share, and units of x', min: 0, max: 1.05, ticks: [0, 0.5, 1] };
const classes = [
  ['0', 'up'],
  ['1', 'left'],
  ['2', 'right'],
] as const;

export function Guidance() {
  const curves = usePrepared(() => WEIGHTS.map((weight) => measure(askedFor(0), weight)));
  return curves ? <Guided curves={curves} /> : <p class="muted preparing">Guiding samples…</p>;
}

type Measured = ReturnType<typeof measure>;

function Guided({ curves }: { curves: readonly Measured[] }) {
  const saved = useSaved('guidance', {
    weight: 2,
    asked: 0,
    step: 0,
    seed: 1,
    at: [0.5, 0.5],
  });
  const active = useSignal<string | undefined>(undefined);
  const { weight, step, seed } = saved.value;
  const asked = askedFor(saved.value.asked);
  const [x = 0, y = 0] = saved.value.at;
  const here = guesses(asked, weight, [x, y], levelAt(Math.max(1 - step / LAST, 0.5 / LAST)));
  const data = useMemo(() => CLASSES.map((each, k) => cloud(each, 110, new Random(50 + k))), []);
  const ways = useMemo(
    () => guidedWays(asked, weight, { count: WALKERS, steps: LAST, seed }),
    [asked, weight, seed],
  );
  const ends = ways.map((way): Point => way.at(-1) ?? [0, 0]);
  const draw = (surface: Surface, frame: Frame) => {
    data.forEach((points, k) => {
      surface.context.globalAlpha = k === saved.value.asked ? 0.8 : 0.35;
      const token = k === saved.value.asked ? 'charts-green' : 'descriptionForeground';
      drawCloud(surface, frame, points, token, 1.5);
    });
    surface.context.globalAlpha = 1;
    const places = ways.map((way): Point => way[step] ?? [0, 0]);
    drawCloud(surface, frame, places, 'charts-blue', 2.5);
    const arrow = (noise: Point, token: string, width: number) => {
      const to: Point = [x - REACH * noise[0], y - REACH * noise[1]];
      drawArrow(surface, frame, [[x, y], to], token, width);
    };
    arrow(here.free, 'descriptionForeground', 2);
    arrow(here.asked, 'charts-yellow', 2);
    arrow(here.guided, 'charts-red', 2.5);
  };
  return (
    <>
      <div class="bar">
        <Switch
          label="Class asked for"
          options={classes}
          value={String(saved.value.asked)}
          onChoose={(value) => change(saved, { asked: Number(value) })}
        />
        <Touch term="weight" active={active} class="grow">
          <Slider
            label="Guidance w"
            min={0}
            max={MOST}
            value={weight}
            onInput={(value) => change(saved, { weight: value })}
          />
        </Touch>
        <button type="button" onClick={() => change(saved, { seed: seed + 1 })}>
          New noise
        </button>
        <StepBar
          what="guided sampling"
          title="One step back towards data"
          step={step}
          last={LAST}
          onStep={(next) => change(saved, { step: next })}
        />
      </div>
      <div class="beside field">
        <Touch term="guided" active={active}>
          <Plane
            label={`Samples at step ${step} of ${LAST}. A noisy point and its guesses`}
            x={xAxis}
            y={yAxis}
            position={[x, y]}
            onMove={(at) => change(saved, { at: [...at] })}
            draw={draw}
          />
        </Touch>
        <div>
          <ul class="keys column">
            <Key token="charts-blue">{`${WALKERS} guided samples on their way`}</Key>
            <Key token="charts-green">data of the class asked for</Key>
            <Key token="descriptionForeground">other data; arrow: against ε(∅), without label</Key>
            <Key token="charts-yellow">arrow: against ε(c), with the label</Key>
            <Key token="charts-red">arrow: against the guided ε</Key>
          </ul>
          <p class="numbers" aria-live="polite">
            At the end {Math.round(100 * shareNamed(asked, ends))} % are of the class asked for;
            their spread is {spread(ends).toFixed(2)}, that of the data{' '}
            {spread(data[saved.value.asked] ?? []).toFixed(2)}.
          </p>
          <MarkedChart
            label="Share of the class asked for and spread, over guidance"
            x={weightAxis}
            y={shareAxis}
            at={weight}
            step={0.1}
            reading={`guidance ${weight.toFixed(1)}`}
            onMove={(value) => change(saved, { weight: value })}
            lines={[
              { name: 'as asked, share', token: 'charts-green', points: curveOf(curves, 'named') },
              {
                name: 'spread',
                token: 'charts-yellow',
                dashed: true,
                points: curveOf(curves, 'wide'),
              },
            ]}
          />
        </div>
      </div>
      <Formula
        tex={tex}
        terms={terms}
        active={active}
        values={{
          weight: weight.toFixed(2),
          f1: here.free[0].toFixed(2),
          f2: here.free[1].toFixed(2),
          a1: here.asked[0].toFixed(2),
          a2: here.asked[1].toFixed(2),
          g1: here.guided[0].toFixed(2),
          g2: here.guided[1].toFixed(2),
        }}
      />
      <DataTable
        caption={`${MEASURED} guided samples of the class “up”`}
        columns={['Guidance w', 'As asked', 'Spread']}
        rows={WEIGHTS.map((each, i) => [
          each,
          `${Math.round(100 * (curves[i]?.named ?? 0))} %`,
          (curves[i]?.wide ?? 0).toFixed(2),
        ])}
      />
    </>
  );
}

function askedFor(index: number): Mixture {
  return CLASSES[index] ?? { centres: [[0, 0]], deviation: 1 };
}

function measure(asked: Mixture, weight: number) {
  const walks = guidedWays(asked, weight, { count: MEASURED, steps: LAST, seed: 9 });
  const ends = walks.map((way): Point => way.at(-1) ?? [0, 0]);
  return { named: shareNamed(asked, ends), wide: spread(ends) };
}

function curveOf(curves: readonly Measured[], part: keyof Measured) {
  return curves.map((each, i) => [WEIGHTS[i] ?? 0, each[part]] as const);
}
