/** Reduce the steps of two samplers that share one guess, and see which still arrives. */

import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { Random } from '../../../src/data/random.ts';
import { Canvas, type Surface } from '../../../src/webview/kit/canvas.tsx';
import { DataTable } from '../../../src/webview/kit/dataTable.tsx';
import { change, useSaved } from '../../../src/webview/kit/figureHost.ts';
import { Formula, type Term, Touch } from '../../../src/webview/kit/formula.tsx';
import { Key } from '../../../src/webview/kit/key.tsx';
import { MarkedChart } from '../../../src/webview/kit/markedChart.tsx';
import { type Axis, clipped, drawAxes } from '../../../src/webview/kit/plot.ts';
import { Slider } from '../../../src/webview/kit/slider.tsx';
import { StepBar } from '../../../src/webview/kit/stepBar.tsx';
import { Switch } from '../../../src/webview/kit/switch.tsx';
import { palette } from '../../../src/webview/kit/theme.ts';
import { usePrepared } from '../../../src/webview/kit/usePrepared.ts';
import { drawCloud, drawWay, xAxis, yAxis } from './clouds.tsx';
import './diffusion.css';
import { cloud, MOONS, type Point } from './mixture.ts';
import { freshNoise } from './sampler.ts';
import { levelAt } from './schedule.ts';
import { COUNTS, ETA, MOST_STEPS, quality, type SamplerName, ways } from './stepsLab.ts';

const terms: readonly Term[] = [
  { name: 'clean', symbol: '\\hat{x}_0', meaning: 'the clean point, guessed at time t' },
  { name: 'kept', symbol: '\\hat{\\varepsilon}', meaning: 'the noise, guessed at time t' },
  { name: 'fresh', symbol: '\\eta\\, z', meaning: 'new noise of size η: DDPM only' },
  {
    name: 'signal',
    symbol: '\\alpha_s',
    meaning: 'signal at the next time s, one step nearer to data',
  },
];

const tex = String.raw`\begin{aligned}
x_s &= \term{signal}{\alpha_s}\,\term{clean}{\hat{x}_0} + \sqrt{\sigma_s^2 - \eta^2}\;\term{kept}{\hat{\varepsilon}} + \eta\,\term{fresh}{z} \\
&= \term{signal}{\val{signal}}\,\term{clean}{\hat{x}_0} + \val{kept}\,\term{kept}{\hat{\varepsilon}} + \val{fresh}\,\term{fresh}{z}
\end{aligned}`;

const samplers = [
  ['ddim', 'DDIM'],
  ['ddpm', 'DDPM'],
] as const;
const WALKERS = 100;
/** So many of them leave a trace. */
const TRACED = 8;
const stepsAxis: Axis = { label: 'steps', min: 1, max: MOST_STEPS, ticks: [1, 10, 20, 30, 40] };
const distanceAxis: Axis = {
  label: 'energy distance, log scale',
  min: -3,
  max: 0,
  ticks: [-3, -2, -1, 0],
  tickText: (power) => String(10 ** power),
};

export function FewerSteps() {
  const curves = usePrepared(() => ({ ddim: quality('ddim'), ddpm: quality('ddpm') }));
  return curves ? <Samplers curves={curves} /> : <p class="muted preparing">Taking steps…</p>;
}

function Samplers({ curves }: { curves: Record<SamplerName, number[]> }) {
  const saved = useSaved('fewer-steps', {
    steps: 8,
    step: 0,
    seed: 1,
    sampler: 'ddim' as string,
  });
  const active = useSignal<string | undefined>(undefined);
  const { steps, seed } = saved.value;
  const step = Math.min(saved.value.step, steps);
  const sampler: SamplerName = saved.value.sampler === 'ddpm' ? 'ddpm' : 'ddim';
  const paths = useMemo(() => ways(sampler, steps, WALKERS, seed), [sampler, steps, seed]);
  const data = useMemo(() => cloud(MOONS, 300, new Random(77)), []);
  const setSteps = (value: number) => change(saved, { steps: value, step: value });
  const now = factors(sampler, step, steps);
  const draw = (surface: Surface) => {
    const frame = drawAxes(surface, xAxis, yAxis, palette());
    clipped(surface.context, frame, () => {
      surface.context.globalAlpha = 0.35;
      drawCloud(surface, frame, data, 'descriptionForeground', 1.5);
      surface.context.globalAlpha = 1;
      for (const path of paths.slice(0, TRACED)) {
        const way = path.slice(0, step + 1);
        drawWay(surface, frame, way, 'charts-yellow');
        drawCloud(surface, frame, way, 'charts-yellow', 2);
      }
      const places = paths.map((path): Point => path[step] ?? [0, 0]);
      drawCloud(surface, frame, places, 'charts-blue', 2.5);
    });
  };
  return (
    <>
      <div class="bar">
        <Switch
          label="Sampler"
          options={samplers}
          value={sampler}
          onChoose={(value) => change(saved, { sampler: value })}
        />
        <div class="grow">
          <Slider
            label="Sampling steps"
            min={1}
            max={MOST_STEPS}
            integer
            value={steps}
            onInput={setSteps}
          />
        </div>
        <button type="button" onClick={() => change(saved, { seed: seed + 1 })}>
          New noise
        </button>
        <StepBar
          what={`${sampler.toUpperCase()} in ${steps} steps`}
          title="One step back towards data"
          step={step}
          last={steps}
          onStep={(next) => change(saved, { step: next })}
          pace={Math.max(60, 1500 / steps)}
        />
      </div>
      <div class="beside field">
        <Touch term="clean" active={active}>
          <Canvas
            class="plane-canvas"
            label={`${WALKERS} points after ${step} of ${steps} steps of ${sampler.toUpperCase()}`}
            draw={draw}
          />
        </Touch>
        <div>
          <ul class="keys column">
            <Key token="charts-blue">{`${WALKERS} points on their way`}</Key>
            <Key token="charts-yellow">{`the ways of ${TRACED} of them, step by step`}</Key>
            <Key token="descriptionForeground">data</Key>
          </ul>
          <MarkedChart
            label="Energy distance between samples and data, over the number of steps"
            x={stepsAxis}
            y={distanceAxis}
            at={steps}
            step={1}
            reading={`${steps} steps`}
            onMove={setSteps}
            lines={samplers.map(([name, text]) => ({
              name: text,
              token: name === 'ddim' ? 'charts-blue' : 'charts-red',
              dashed: name === 'ddpm',
              dots: true,
              points: COUNTS.map((count, i) => [count, log10(curves[name][i])] as const),
            }))}
          />
          <p class="muted">
            0: samples and data are distributed alike. Both samplers use the same, exact guess.
          </p>
        </div>
      </div>
      <Formula
        tex={tex}
        terms={terms}
        active={active}
        values={{
          signal: now.signal.toFixed(2),
          kept: now.kept.toFixed(2),
          fresh: now.fresh.toFixed(2),
        }}
      />
      <DataTable
        caption="Energy distance to the data"
        columns={['Steps', 'DDIM', 'DDPM']}
        rows={COUNTS.map((count, i) => [
          count,
          (curves.ddim[i] ?? 0).toFixed(4),
          (curves.ddpm[i] ?? 0).toFixed(4),
        ])}
      />
    </>
  );
}

/** What the step on show, or the last one, multiplies the guesses and the new noise with. */
function factors(sampler: SamplerName, step: number, steps: number) {
  const taken = Math.min(step, steps - 1);
  const [now, next] = [levelAt(1 - taken / steps), levelAt(1 - (taken + 1) / steps)];
  const fresh = ETA[sampler] * freshNoise(now, next);
  return { signal: next.signal, kept: Math.sqrt(next.noise ** 2 - fresh ** 2), fresh };
}

function log10(value = 1): number {
  return Math.log10(Math.max(1e-3, value));
}
