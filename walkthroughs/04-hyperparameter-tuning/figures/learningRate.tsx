/** Three balls roll down the same loss from the same place, each at its own learning rate. */
import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { DataTable } from '../../../src/webview/kit/dataTable.tsx';
import { change, useSaved } from '../../../src/webview/kit/figureHost.ts';
import { Formula, type Term, Touch } from '../../../src/webview/kit/formula.tsx';
import { MarkedChart } from '../../../src/webview/kit/markedChart.tsx';
import { Slider } from '../../../src/webview/kit/slider.tsx';
import { StepBar } from '../../../src/webview/kit/stepBar.tsx';
import { CURVATURE, descend, HIGHEST_RATE, STEPS, type Way } from './bowl.ts';
import { BowlPlane } from './bowlPlane.tsx';
import { logPoints, lossText, powersOfTen } from './logScale.ts';

const runs = [
  { key: 'low', name: 'too low', token: 'charts-yellow' },
  { key: 'right', name: 'right', token: 'charts-green' },
  { key: 'high', name: 'too high', token: 'charts-red' },
] as const;

const terms: readonly Term[] = [
  { name: 'rate', symbol: '\\eta', meaning: 'learning rate: a hyperparameter, you choose it' },
  { name: 'weight', symbol: 'w', meaning: 'weights: parameters, found by training' },
  {
    name: 'curvature',
    symbol: '\\lambda_{\\max}',
    meaning: `largest curvature of the loss, ${CURVATURE[1]} here, across the valley`,
  },
];

const tex = String.raw`\begin{aligned}
\term{weight}{w} &\leftarrow \term{weight}{w} - \term{rate}{\eta}\, \nabla \mathcal{L}(\term{weight}{w}) \\
\text{across: } \term{weight}{w_2} &\leftarrow (1 - \term{rate}{\eta}\,\term{curvature}{\lambda_{\max}})\, \term{weight}{w_2} \\
\text{factors: } & \val{low}, \; \val{right}, \; \val{high} \\
\text{converges} &\iff \term{rate}{\eta} < 2 / \term{curvature}{\lambda_{\max}} = \val{limit}
\end{aligned}`;

const xAxis = { label: 'step', min: 0, max: STEPS };
const yAxis = powersOfTen('loss, log scale', -6, 4, 2);

export function LearningRate() {
  const saved = useSaved('hyperparameters', {
    low: 0.01,
    right: 0.15,
    high: 0.21,
    start: [-3.2, 1.2],
    step: 0,
  });
  const active = useSignal<string | undefined>(undefined);
  const { low, right, high, step } = saved.value;
  const [w1 = 0, w2 = 0] = saved.value.start;
  const ways = useMemo(
    () => ({
      low: descend([w1, w2], low),
      right: descend([w1, w2], right),
      high: descend([w1, w2], high),
    }),
    [w1, w2, low, right, high],
  );
  const goTo = (next: number) => change(saved, { step: next });
  const lossesNow = runs
    .map(({ key, name }) => `${name} ${lossText(ways[key].losses[step] ?? 0)}`)
    .join(', ');
  return (
    <>
      <div class="bar">
        <StepBar
          what="three runs of gradient descent"
          title="One step of gradient descent"
          step={step}
          last={STEPS}
          onStep={goTo}
        />
        <p class="muted">Drag the start in any of the three.</p>
      </div>
      <div class="trio">
        {runs.map(({ key, name, token }) => (
          <div key={key}>
            <Touch term="rate" active={active}>
              <Slider
                label={`Rate η, ${name}`}
                min={0.001}
                max={0.3}
                log
                value={saved.value[key]}
                onInput={(value) => change(saved, { [key]: value })}
              />
            </Touch>
            <BowlPlane
              label={`Loss over two weights, run “${name}”`}
              start={[w1, w2]}
              step={step}
              ways={[{ way: ways[key], token }]}
              onStart={(start) => change(saved, { start: [...start] })}
            />
            <p class="reading numbers">
              Loss {lossText(ways[key].losses[step] ?? 0)}. <strong>{verdict(ways[key])}</strong>
            </p>
          </div>
        ))}
      </div>
      <MarkedChart
        label="Loss of the three runs over the steps"
        x={xAxis}
        y={yAxis}
        at={step}
        step={1}
        reading={`step ${step}: ${lossesNow}`}
        onMove={goTo}
        lines={runs.map(({ key, name, token }) => ({
          name,
          token,
          dashed: key !== 'right',
          points: logPoints(ways[key].losses),
        }))}
      />
      <Formula
        tex={tex}
        terms={terms}
        active={active}
        values={{
          low: factor(low),
          right: factor(right),
          high: factor(high),
          limit: HIGHEST_RATE.toFixed(2),
        }}
      />
      <DataTable
        caption="Loss of the three runs"
        columns={['Step', ...runs.map(({ key, name }) => `${name}, η = ${saved.value[key]}`)]}
        rows={ways.low.losses.flatMap((_, i) =>
          i % 5 === 0 ? [[i, ...runs.map(({ key }) => lossText(ways[key].losses[i] ?? 0))]] : [],
        )}
      />
    </>
  );
}

/** What becomes of the steepest direction with each step. */
function factor(rate: number): string {
  return (1 - rate * CURVATURE[1]).toFixed(2);
}

function verdict({ losses }: Way): string {
  const [first = 0, last = 0] = [losses[0], losses.at(-1)];
  if (first === 0) return 'It starts at the bottom.';
  if (last > first) return 'It diverges.';
  return last < 0.001 * first ? 'It arrives.' : 'It has not arrived by the last step.';
}
