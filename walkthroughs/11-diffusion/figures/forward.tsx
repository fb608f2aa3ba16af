/** Put noise into digits and into a cloud, and see how much of the signal the schedule leaves at each time. */
import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { Random } from '../../../src/data/random.ts';
import { Canvas } from '../../../src/webview/kit/canvas.tsx';
import { DataTable } from '../../../src/webview/kit/dataTable.tsx';
import { oneOfEach, PIXELS, SIDE, testDigits } from '../../../src/webview/kit/digitSet.ts';
import { change, useSaved } from '../../../src/webview/kit/figureHost.ts';
import { Formula, type Term, Touch } from '../../../src/webview/kit/formula.tsx';
import { MarkedChart } from '../../../src/webview/kit/markedChart.tsx';
import { PictureRows } from '../../../src/webview/kit/pictureRows.tsx';
import { clipped, drawAxes } from '../../../src/webview/kit/plot.ts';
import { StepBar } from '../../../src/webview/kit/stepBar.tsx';
import { Switch } from '../../../src/webview/kit/switch.tsx';
import { palette } from '../../../src/webview/kit/theme.ts';
import { Tile } from '../../../src/webview/kit/tile.tsx';
import { usePrepared } from '../../../src/webview/kit/usePrepared.ts';
import { drawCloud, xAxis, yAxis } from './clouds.tsx';
import './diffusion.css';
import { cloud, MOONS, type Point } from './mixture.ts';
import { type Level, levelAt, ratio, type ScheduleName } from './schedule.ts';

const terms: readonly Term[] = [
  { name: 'clean', symbol: 'x_0', meaning: 'the data: a digit or a point, at time 0' },
  { name: 'noise', symbol: '\\varepsilon', meaning: 'noise: standard normal, in each pixel' },
  { name: 'signal', symbol: '\\alpha_t', meaning: 'how much of the data is left' },
  { name: 'sigma', symbol: '\\sigma_t', meaning: 'how much noise is in' },
  {
    name: 'ratio',
    symbol: '\\mathrm{SNR}',
    meaning: 'signal-to-noise ratio; below 1 there is more noise than signal',
  },
];

const tex = String.raw`\begin{aligned}
x_t &= \term{signal}{\alpha_t}\,\term{clean}{x_0} + \term{sigma}{\sigma_t}\,\term{noise}{\varepsilon} = \term{signal}{\val{signal}}\,\term{clean}{x_0} + \term{sigma}{\val{sigma}}\,\term{noise}{\varepsilon} \\
\term{ratio}{\mathrm{SNR}} &= \term{signal}{\alpha_t}^2 / \term{sigma}{\sigma_t}^2 = \term{ratio}{\val{ratio}}
\end{aligned}`;

/** Times of the schedule, from data to noise. */
const LAST = 50;
const POINTS = 400;
const timeAxis = { label: 'time t', min: 0, max: LAST };
const shareAxis = { label: 'factor', min: 0, max: 1.05, ticks: [0, 0.5, 1] };
const schedules = [
  ['cosine', 'Cosine'],
  ['linear', 'Linear β'],
] as const;

export function Forward() {
  const digits = usePrepared(testDigits);
  return digits ? <Noising /> : <p class="muted preparing">Drawing digits…</p>;
}

function Noising() {
  const saved = useSaved('forward-process', {
    step: 0,
    selected: 5,
    pattern: 1,
    schedule: 'cosine' as string,
  });
  const active = useSignal<string | undefined>(undefined);
  const { step, selected, pattern } = saved.value;
  const schedule: ScheduleName = saved.value.schedule === 'linear' ? 'linear' : 'cosine';
  const level = levelAt(step / LAST, schedule);
  const moons = useMemo(() => noisyMoons(pattern), [pattern]);
  const set = testDigits();
  const shown = oneOfEach(set);
  const noisy = shown.map((index, i) => noisyDigit(set.image(index), 100 * pattern + i, level));
  const name = set.labels[shown[selected] ?? 0] ?? 0;
  const goTo = (next: number) => change(saved, { step: next });
  return (
    <>
      <div class="bar">
        <Switch
          label="Schedule"
          options={schedules}
          value={schedule}
          onChoose={(value) => change(saved, { schedule: value })}
        />
        <Touch term="noise" active={active}>
          <button type="button" onClick={() => change(saved, { pattern: pattern + 1 })}>
            New noise
          </button>
        </Touch>
        <StepBar
          what="adding noise"
          title="One time further towards noise"
          step={step}
          last={LAST}
          onStep={goTo}
          pace={90}
        />
      </div>
      <div class="beside">
        <div class="big-digit">
          <Tile
            pixels={noisy[selected] ?? new Float32Array(PIXELS)}
            size={SIDE}
            label={`A ${name} at time ${step}: ${percent(level.signal)} signal`}
          />
        </div>
        <Canvas
          class="plane-canvas moons"
          label={`${POINTS} points of two moons at time ${step}, with ${percent(level.noise)} noise`}
          draw={(surface) => {
            const frame = drawAxes(surface, xAxis, yAxis, palette());
            const points = moons.map(({ clean, noise }) => mix(clean, noise, level));
            clipped(surface.context, frame, () => drawCloud(surface, frame, points, 'charts-blue'));
          }}
        />
        <Touch term="signal" active={active} class="schedule">
          <MarkedChart
            label="Schedule: signal and noise over time"
            x={timeAxis}
            y={shareAxis}
            at={step}
            step={1}
            reading={`time ${step}: signal ${level.signal.toFixed(2)}, noise ${level.noise.toFixed(2)}`}
            onMove={goTo}
            lines={[
              { name: 'signal α', token: 'charts-blue', points: curve(schedule, 'signal') },
              {
                name: 'noise σ',
                token: 'charts-red',
                dashed: true,
                points: curve(schedule, 'noise'),
              },
            ]}
          />
        </Touch>
      </div>
      <PictureRows
        size={SIDE}
        names={shown.map((index) => `the ${set.labels[index]}`)}
        selected={selected}
        onSelect={(column) => change(saved, { selected: column })}
        rows={[
          { name: 'Time 0', pictures: shown.map((index) => set.image(index)) },
          { name: `Time ${step}`, pictures: noisy },
        ]}
      />
      <Formula
        tex={tex}
        terms={terms}
        active={active}
        values={{
          signal: level.signal.toFixed(2),
          sigma: level.noise.toFixed(2),
          ratio: ratioText(level),
        }}
      />
      <DataTable
        caption={`The ${schedule} schedule`}
        columns={['Time', 'Signal α', 'Noise σ', 'SNR']}
        rows={Array.from({ length: LAST / 5 + 1 }, (_, i) => {
          const at = levelAt((5 * i) / LAST, schedule);
          return [5 * i, at.signal.toFixed(3), at.noise.toFixed(3), ratioText(at)];
        })}
      />
    </>
  );
}

function noisyMoons(pattern: number): { clean: Point; noise: Point }[] {
  const random = new Random(pattern);
  return cloud(MOONS, POINTS, random).map((clean) => ({
    clean,
    noise: [random.normal(), random.normal()],
  }));
}

function mix(clean: Point, noise: Point, level: Level): Point {
  const at = (i: 0 | 1) => level.signal * clean[i] + level.noise * noise[i];
  return [at(0), at(1)];
}

/** Pixels go from −1 to 1 while noise is put in, so that they are as wide as the noise; and back to be seen. */
function noisyDigit(image: Float32Array, seed: number, { signal, noise }: Level): Float32Array {
  const random = new Random(seed);
  return image.map((pixel) => (signal * (2 * pixel - 1) + noise * random.normal() + 1) / 2);
}

function curve(schedule: ScheduleName, part: keyof Level): (readonly [number, number])[] {
  return Array.from({ length: LAST + 1 }, (_, t) => [t, levelAt(t / LAST, schedule)[part]]);
}

function ratioText(level: Level): string {
  const value = ratio(level);
  if (!Number.isFinite(value)) return '∞';
  return value >= 100 ? value.toFixed(0) : value.toPrecision(2);
}

function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}
