/** Lead a cloud of noise back to the data, against the arrows’ noise; drag a point to see the guess made there. */

import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { Random } from '../../../src/data/random.ts';
import type { Surface } from '../../../src/webview/kit/canvas.tsx';
import { DataTable } from '../../../src/webview/kit/dataTable.tsx';
import { change, useSaved } from '../../../src/webview/kit/figureHost.ts';
import { Formula, type Term, Touch } from '../../../src/webview/kit/formula.tsx';
import { Key } from '../../../src/webview/kit/key.tsx';
import { Plane } from '../../../src/webview/kit/plane.tsx';
import { disc, type Frame } from '../../../src/webview/kit/plot.ts';
import { StepBar } from '../../../src/webview/kit/stepBar.tsx';
import { colour } from '../../../src/webview/kit/theme.ts';
import { drawArrow, drawCloud, drawField, xAxis, yAxis } from './clouds.tsx';
import './diffusion.css';
import { cloud, guess, MOONS, type Point } from './mixture.ts';
import { walk } from './sampler.ts';
import { levelAt } from './schedule.ts';

const terms: readonly Term[] = [
  { name: 'place', symbol: 'x_t', meaning: 'the noisy point: the one you drag' },
  {
    name: 'noise',
    symbol: '\\hat{\\varepsilon}',
    meaning: 'the noise that is guessed to be in it',
  },
  { name: 'clean', symbol: '\\hat{x}_0', meaning: 'so the data point it came from: the red dot' },
  { name: 'signal', symbol: '\\alpha_t, \\sigma_t', meaning: 'signal and noise at this time' },
];

const tex = String.raw`\begin{aligned}
\term{noise}{\hat{\varepsilon}}(\term{place}{x_t}, t) &= \term{noise}{(\val{noise})} \\
\term{clean}{\hat{x}_0} &= \frac{\term{place}{x_t} - \term{signal}{\sigma_t}\,\term{noise}{\hat{\varepsilon}}}{\term{signal}{\alpha_t}} \\[12pt]
&= \frac{\term{place}{(\val{place})} - \term{signal}{\val{sigma}} \cdot \term{noise}{(\val{noise})}}{\term{signal}{\val{signal}}} \\
&= \term{clean}{(\val{clean})}
\end{aligned}`;

/** Steps from noise to data. */
const LAST = 40;
const WALKERS = 100;

export function Reverse() {
  const saved = useSaved('reverse-process', {
    step: 0,
    at: [1.1, 0.9],
    seed: 1,
    arrows: true,
    data: true,
  });
  const active = useSignal<string | undefined>(undefined);
  const { step, seed, arrows, data } = saved.value;
  const [x = 0, y = 0] = saved.value.at;
  const time = 1 - step / LAST;
  // The last time still has a trace of noise: the guess divides by none.
  const level = levelAt(Math.max(time, 0.5 / LAST));
  const here = guess(MOONS, [x, y], level);
  const ways = useMemo(() => walks(seed), [seed]);
  const real = useMemo(() => cloud(MOONS, 300, new Random(77)), []);
  const walkers = ways.map((way): Point => way[step] ?? [0, 0]);
  const draw = (surface: Surface, frame: Frame) => {
    surface.context.globalAlpha = 0.35;
    if (data) drawCloud(surface, frame, real, 'descriptionForeground', 1.5);
    surface.context.globalAlpha = 0.75;
    if (arrows) drawField(surface, frame, (at) => against(at, level), 'charts-yellow');
    surface.context.globalAlpha = 1;
    drawCloud(surface, frame, walkers, 'charts-blue', 2.5);
    drawArrow(surface, frame, [[x, y], here.clean], 'charts-red', 2);
    surface.context.fillStyle = colour('charts-red');
    disc(surface.context, [frame.x(here.clean[0]), frame.y(here.clean[1])], 4.5);
  };
  return (
    <>
      <div class="bar">
        <StepBar
          what="the reverse process"
          title="One time back towards data"
          step={step}
          last={LAST}
          onStep={(next) => change(saved, { step: next })}
        />
        <button type="button" onClick={() => change(saved, { seed: seed + 1, step: 0 })}>
          New noise
        </button>
        <Toggle text="Arrows" on={arrows} onChange={(value) => change(saved, { arrows: value })} />
        <Toggle text="Data" on={data} onChange={(value) => change(saved, { data: value })} />
      </div>
      <div class="beside field">
        <Touch term="place" active={active}>
          <Plane
            label={`Cloud at step ${step}, time ${time.toFixed(2)}. A noisy point`}
            x={xAxis}
            y={yAxis}
            position={[x, y]}
            onMove={(at) => change(saved, { at: [...at] })}
            draw={draw}
          />
        </Touch>
        <div>
          <ul class="keys column">
            <Key token="charts-blue">{`${WALKERS} points on their way from noise to data`}</Key>
            <Key token="charts-yellow">arrows: against the noise guessed there</Key>
            <Key token="charts-red">from the point you drag to the data point guessed</Key>
            <Key token="descriptionForeground">data</Key>
          </ul>
          <p class="numbers">
            Time {time.toFixed(2)}: α = {level.signal.toFixed(2)}, σ = {level.noise.toFixed(2)}.
          </p>
          <p class="numbers" aria-live="polite">
            The blue points are {meanMiss(walkers).toFixed(2)} from the middle of the nearest moon;
            data points {meanMiss(real).toFixed(2)}.
          </p>
          <p class="muted remark">{remark(level.noise)}</p>
        </div>
      </div>
      <Formula
        tex={tex}
        terms={terms}
        active={active}
        values={{
          place: pair([x, y]),
          noise: pair(here.noise),
          clean: pair(here.clean),
          signal: level.signal.toFixed(2),
          sigma: level.noise.toFixed(2),
        }}
      />
      <DataTable
        caption="On the way from noise to data"
        columns={['Step', 'Time', 'Signal α', 'Noise σ', 'Mean distance from the moons']}
        rows={Array.from({ length: LAST / 4 + 1 }, (_, i) => {
          const at = levelAt(1 - (4 * i) / LAST);
          const points = ways.map((way): Point => way[4 * i] ?? [0, 0]);
          return [
            4 * i,
            (1 - (4 * i) / LAST).toFixed(2),
            at.signal.toFixed(2),
            at.noise.toFixed(2),
            meanMiss(points).toFixed(3),
          ];
        })}
      />
    </>
  );
}

function walks(seed: number): Point[][] {
  return Array.from({ length: WALKERS }, (_, i) =>
    walk((x, level) => guess(MOONS, x, level).noise, {
      steps: LAST,
      eta: 1,
      seed: 1000 * seed + i,
    }),
  );
}

function against(at: Point, level: ReturnType<typeof levelAt>): Point {
  const { noise } = guess(MOONS, at, level);
  return [-noise[0], -noise[1]];
}

/** Mean distance to the nearest of the moons’ centres. */
function meanMiss(points: readonly Point[]): number {
  const miss = ([x, y]: Point) =>
    Math.min(...MOONS.centres.map(([u, v]) => Math.hypot(x - u, y - v)));
  return points.reduce((sum, point) => sum + miss(point), 0) / points.length;
}

function remark(noise: number): string {
  if (noise > 0.9) {
    return 'So noisy that any data point may be behind it: the guess is near the mean of all data.';
  }
  return noise > 0.35
    ? 'The guess has begun to choose: drag the point from one moon to the other, and it jumps across.'
    : 'Little noise: the arrows lead straight to the nearest place on a moon.';
}

function pair([x, y]: Point): string {
  return `${x.toFixed(2)},\\ ${y.toFixed(2)}`;
}

interface ToggleProps {
  text: string;
  on: boolean;
  onChange: (on: boolean) => void;
}

function Toggle({ text, on, onChange }: ToggleProps) {
  return (
    <label class="choice">
      <input
        type="checkbox"
        checked={on}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      {text}
    </label>
  );
}
