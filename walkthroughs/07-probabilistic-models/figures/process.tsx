/** A Gaussian process to click points into: regression, classification, and functions drawn from what is believed. */
import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { Random } from '../../../src/data/random.ts';
import { DataTable } from '../../../src/webview/kit/dataTable.tsx';
import { change, useSaved } from '../../../src/webview/kit/figureHost.ts';
import { Formula, type Term, Touch } from '../../../src/webview/kit/formula.tsx';
import {
  classify,
  drawFunction,
  type KernelName,
  kernels,
  logEvidence,
  regress,
} from '../../../src/webview/kit/maths/gaussianProcess.ts';
import type { Position } from '../../../src/webview/kit/plane.tsx';
import { Slider } from '../../../src/webview/kit/slider.tsx';
import { Switch } from '../../../src/webview/kit/switch.tsx';
import { ProcessPlane } from './processPlane.tsx';

const terms: readonly Term[] = [
  { name: 'kernel', symbol: 'k', meaning: 'kernel: covariance of the function at two places' },
  {
    name: 'length',
    symbol: '\\ell',
    meaning: 'length-scale: how far a point tells of its surroundings',
  },
  { name: 'noise', symbol: '\\sigma_n', meaning: 'standard deviation of the noise on y' },
  { name: 'mean', symbol: '\\mu_*', meaning: 'what is expected at a place x' },
];

const shapes: Record<KernelName, string> = {
  smooth: String.raw`\exp\Bigl(-\frac{(x - x')^2}{2\,\term{length}{\ell}^2}\Bigr)`,
  rough: String.raw`\Bigl(1 + \frac{\sqrt{3}\,|x - x'|}{\term{length}{\ell}}\Bigr) \exp\Bigl(-\frac{\sqrt{3}\,|x - x'|}{\term{length}{\ell}}\Bigr)`,
  periodic: String.raw`\exp\Bigl(-\frac{2 \sin^2(\pi (x - x'))}{\term{length}{\ell}^2}\Bigr)`,
};

const PLACES: readonly number[] = Array.from({ length: 81 }, (_, i) => i / 40);
const MOST = 40;
const DRAWN = 3;
const FIRST = {
  points: [0.2, 0.6, 0.5, 1.5, 0.9, 0.4, 1.1, -0.7] as readonly number[],
  marks: [0.2, 0, 0.45, 0, 0.8, 1, 1.1, 1, 1.3, 1, 1.7, 0] as readonly number[],
  chosen: 0,
  task: 'regression',
  kernel: 'smooth',
  lengthScale: 0.25,
  noise: 0.1,
  drawn: 0,
};

export function GaussianProcess() {
  const saved = useSaved('gaussian-process', FIRST);
  const active = useSignal<string | undefined>(undefined);
  const { lengthScale, noise, drawn, chosen, task } = saved.value;
  const name: KernelName = isKernel(saved.value.kernel) ? saved.value.kernel : 'smooth';
  const classes = task === 'classification';
  const field = classes ? 'marks' : 'points';
  const flat = saved.value[field];
  const points = useMemo(() => pairs(flat), [flat]);
  const kernel = useMemo(() => kernels[name](lengthScale), [name, lengthScale]);
  const shown = useMemo(
    () => believe(points, kernel, noise, classes, drawn),
    [points, kernel, noise, classes, drawn],
  );
  const evidence = classes ? undefined : logEvidence(points.map(observation), kernel, noise ** 2);

  const put = (next: readonly Position[], at: number) =>
    change(saved, {
      [field]: next.flatMap(([x, y]) => [x, classes ? Number(y > 0.5) : y]),
      chosen: at,
    });
  const add = (position: Position) => {
    if (points.length < MOST) put([...points, position], points.length);
  };
  return (
    <>
      <div class="bar">
        <Switch
          label="Task"
          options={[
            ['regression', 'Regression'],
            ['classification', 'Classification'],
          ]}
          value={task}
          onChoose={(to) => change(saved, { task: to, chosen: 0 })}
        />
        <Touch term="kernel" active={active}>
          <Switch
            label="Kernel"
            options={[
              ['smooth', 'Smooth'],
              ['rough', 'Rough'],
              ['periodic', 'Periodic'],
            ]}
            value={name}
            onChoose={(to) => change(saved, { kernel: to })}
          />
        </Touch>
        <Touch term="length" active={active} class="grow">
          <Slider
            label="Length-scale ℓ"
            min={0.05}
            max={1.5}
            log
            value={lengthScale}
            onInput={(to) => change(saved, { lengthScale: to })}
          />
        </Touch>
        <Touch term="noise" active={active} class="grow">
          <Slider
            label="Noise σₙ"
            min={0}
            max={1}
            value={noise}
            disabled={classes}
            onInput={(to) => change(saved, { noise: to })}
          />
        </Touch>
        <button
          type="button"
          class="primary"
          disabled={classes}
          onClick={() => change(saved, { drawn: drawn + 1 })}
        >
          Draw {DRAWN} functions
        </button>
        <button type="button" onClick={() => put([], 0)}>
          No points (prior)
        </button>
        <button type="button" onClick={() => change(saved, FIRST)}>
          Reset
        </button>
      </div>
      <p class="muted">
        {classes
          ? 'Click above for a point of class 1, below for class 0; drag them.'
          : 'Click to add a point, drag it. Line: mean. Band: two standard deviations around it.'}
      </p>
      <Touch term="mean" active={active}>
        <ProcessPlane
          points={points}
          chosen={Math.min(chosen, Math.max(0, points.length - 1))}
          classes={classes}
          places={PLACES}
          {...shown}
          onChoose={(index) => change(saved, { chosen: index })}
          onMove={(index, to) =>
            put(
              points.map((each, i) => (i === index ? to : each)),
              index,
            )
          }
          onAdd={add}
          onRemove={(index) =>
            put(
              points.filter((_, i) => i !== index),
              0,
            )
          }
        />
      </Touch>
      <p class="reading numbers" aria-live="polite">
        {points.length} points.{' '}
        {evidence === undefined
          ? `P(class 1) in the middle, at x = 1: ${(shown.line[40] ?? 0).toFixed(2)}.`
          : `In the middle, at x = 1: ${(shown.line[40] ?? 0).toFixed(2)} ± ${halfBand(shown.band[40]).toFixed(2)}. Log evidence ${evidence.toFixed(2)}.`}
      </p>
      <Formula
        tex={classes ? classTex(shapes[name]) : regressionTex(shapes[name])}
        values={{
          length: lengthScale.toFixed(2),
          noise: noise.toFixed(2),
          middle: (shown.line[40] ?? 0).toFixed(2),
        }}
        terms={terms}
        active={active}
      />
      <DataTable
        caption={classes ? 'Probability of class 1' : 'What is believed'}
        columns={classes ? ['x', 'P(class 1)'] : ['x', 'Mean', 'From', 'To']}
        rows={PLACES.flatMap((x, i) => {
          if (i % 8 !== 0) return [];
          const edges = classes ? [] : [...(shown.band[i] ?? [])].map((each) => each.toFixed(2));
          return [[x.toFixed(1), (shown.line[i] ?? 0).toFixed(3), ...edges]];
        })}
      />
    </>
  );
}

function regressionTex(shape: string): string {
  return String.raw`\begin{aligned}
\term{kernel}{k}(x, x') &= ${shape}, \quad \term{length}{\ell} = \val{length} \\
\term{mean}{\mu_*} &= \term{kernel}{k}_*^{\top} (K + \term{noise}{\sigma_n}^2 I)^{-1}\, y = \val{middle} \text{ at } x = 1 \\
\term{noise}{\sigma_n} &= \val{noise}
\end{aligned}`;
}

function classTex(shape: string): string {
  return String.raw`\begin{aligned}
\term{kernel}{k}(x, x') &= ${shape}, \quad \term{length}{\ell} = \val{length} \\
P(\text{class } 1) &= \int \operatorname{sigmoid}(f_*)\ \mathcal{N}(f_*;\ \term{mean}{\mu_*}, \sigma_*^2)\ df_* \\ &\approx \val{middle} \text{ at } x = 1
\end{aligned}`;
}

function believe(
  points: readonly Position[],
  kernel: ReturnType<(typeof kernels)['smooth']>,
  noise: number,
  classes: boolean,
  drawn: number,
) {
  const seen = points.map(observation);
  if (classes) {
    return { line: classify(seen, kernel, PLACES).probability, band: [], functions: [] };
  }
  const belief = regress(seen, kernel, noise ** 2, PLACES);
  const band = belief.mean.map((mean, i) => {
    const deviation = Math.sqrt(Math.max(0, belief.covariance[i]?.[i] ?? 0));
    return [mean - 2 * deviation, mean + 2 * deviation] as const;
  });
  const random = new Random(drawn);
  const functions = Array.from({ length: drawn > 0 ? DRAWN : 0 }, () =>
    drawFunction(belief, () => random.normal()),
  );
  return { line: belief.mean, band, functions };
}

function observation([x, y]: Position) {
  return { x, y };
}

function pairs(flat: readonly number[]): Position[] {
  return Array.from({ length: Math.floor(flat.length / 2) }, (_, i) => [
    flat[2 * i] ?? 0,
    flat[2 * i + 1] ?? 0,
  ]);
}

function halfBand(edges: readonly [number, number] | undefined): number {
  return edges ? (edges[1] - edges[0]) / 2 : 0;
}

function isKernel(name: string): name is KernelName {
  return name in kernels;
}
