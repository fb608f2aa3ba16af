/** A ball that learns its own learning rate, beside one that keeps the rate both begin with. */
import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { DataTable } from '../../../src/webview/kit/dataTable.tsx';
import { change, useSaved } from '../../../src/webview/kit/figureHost.ts';
import { Formula, type Term, Touch } from '../../../src/webview/kit/formula.tsx';
import { MarkedChart } from '../../../src/webview/kit/markedChart.tsx';
import { Slider } from '../../../src/webview/kit/slider.tsx';
import { StepBar } from '../../../src/webview/kit/stepBar.tsx';
import { cosine, descend, descendLearning, gradientAt, HIGHEST_RATE, STEPS } from './bowl.ts';
import { BowlPlane } from './bowlPlane.tsx';
import { logPoints, lossText, powersOfTen } from './logScale.ts';

const terms: readonly Term[] = [
  { name: 'rate', symbol: '\\eta_t', meaning: 'learning rate of step t' },
  { name: 'hyper', symbol: '\\beta', meaning: 'how fast the rate is learned' },
  { name: 'cosine', symbol: '\\cos(g_t, g_{t-1})', meaning: '1: same way, −1: against each other' },
];

const tex = String.raw`\begin{aligned}
\term{rate}{\eta_t} &= \term{rate}{\eta_{t-1}} \cdot e^{\term{hyper}{\beta} \term{cosine}{\cos(g_t,\, g_{t-1})}} \\
&= \term{rate}{\val{before}} \cdot e^{\term{hyper}{\val{hyper}} \cdot \term{cosine}{\val{cosine}}} = \term{rate}{\val{rate}}
\end{aligned}`;

const xAxis = { label: 'step', min: 0, max: STEPS };
const lossAxis = powersOfTen('loss, log scale', -6, 4, 2);
const rateAxis = powersOfTen('learning rate, log scale', -3, 0, 1);

export function GradientBased() {
  const saved = useSaved('gradient-based-tuning', {
    rate: 0.005,
    hyper: 0.4,
    start: [-3.2, 1.2],
    step: 0,
  });
  const active = useSignal<string | undefined>(undefined);
  const { rate, hyper, step } = saved.value;
  const [w1 = 0, w2 = 0] = saved.value.start;
  const ways = useMemo(
    () => ({ fixed: descend([w1, w2], rate), learned: descendLearning([w1, w2], rate, hyper) }),
    [w1, w2, rate, hyper],
  );
  const goTo = (next: number) => change(saved, { step: next });
  const { points, rates } = ways.learned;
  const [here, last] = [points[step - 1], points[step - 2]];
  const turn = here && last ? cosine(gradientAt(here), gradientAt(last)) : 0;
  const now = rates[step - 1] ?? rate;
  const [fixedLoss, learnedLoss] = [ways.fixed, ways.learned].map(({ losses }) =>
    lossText(losses[step] ?? 0),
  );
  return (
    <>
      <div class="bar">
        <Touch term="rate" active={active} class="grow">
          <Slider
            label="Rate η both begin with"
            min={0.001}
            max={0.3}
            log
            value={rate}
            onInput={(value) => change(saved, { rate: value })}
          />
        </Touch>
        <Touch term="hyper" active={active} class="grow">
          <Slider
            label="Rate’s own speed β"
            min={0}
            max={1}
            value={hyper}
            onInput={(value) => change(saved, { hyper: value })}
          />
        </Touch>
        <StepBar
          what="both runs"
          title="One step of gradient descent"
          step={step}
          last={STEPS}
          onStep={goTo}
        />
      </div>
      <div class="beside">
        <div>
          <BowlPlane
            label="Loss over two weights, with a fixed and with a learned rate"
            start={[w1, w2]}
            step={step}
            ways={[
              { way: ways.fixed, token: 'charts-yellow', dashed: true },
              { way: ways.learned, token: 'charts-blue' },
            ]}
            onStart={(start) => change(saved, { start: [...start] })}
          />
          <p class="reading remarked numbers">
            Loss after step {step}: fixed {fixedLoss}, <strong>learned {learnedLoss}</strong>.{' '}
            {remark(now)}
          </p>
        </div>
        <div>
          <MarkedChart
            label="Learning rate over the steps"
            x={xAxis}
            y={rateAxis}
            at={step}
            step={1}
            reading={`step ${step}: rate ${now.toFixed(4)}`}
            onMove={goTo}
            lines={[
              {
                name: 'fixed',
                token: 'charts-yellow',
                dashed: true,
                points: logPoints(ways.fixed.rates, 1),
              },
              { name: 'learned', token: 'charts-blue', points: logPoints(rates, 1) },
              {
                name: `limit ${HIGHEST_RATE.toFixed(2)}`,
                token: 'charts-red',
                dashed: true,
                points: [0, STEPS].map((at) => [at, Math.log10(HIGHEST_RATE)] as const),
              },
            ]}
          />
          <MarkedChart
            label="Loss over the steps"
            x={xAxis}
            y={lossAxis}
            at={step}
            step={1}
            reading={`step ${step}: fixed ${fixedLoss}, learned ${learnedLoss}`}
            onMove={goTo}
            lines={[
              {
                name: 'fixed',
                token: 'charts-yellow',
                dashed: true,
                points: logPoints(ways.fixed.losses),
              },
              { name: 'learned', token: 'charts-blue', points: logPoints(ways.learned.losses) },
            ]}
          />
        </div>
      </div>
      <Formula
        tex={tex}
        terms={terms}
        active={active}
        values={{
          before: (rates[step - 2] ?? rate).toFixed(4),
          hyper: hyper.toFixed(2),
          cosine: turn < 0 ? `(${turn.toFixed(2)})` : turn.toFixed(2),
          rate: now.toFixed(4),
        }}
      />
      <DataTable
        caption="Both runs"
        columns={['Step', 'Loss, fixed', 'Loss, learned', 'Learned rate']}
        rows={ways.learned.losses.flatMap((loss, i) =>
          i % 5 === 0
            ? [
                [
                  i,
                  lossText(ways.fixed.losses[i] ?? 0),
                  lossText(loss),
                  (rates[i - 1] ?? rate).toFixed(4),
                ],
              ]
            : [],
        )}
      />
    </>
  );
}

/** The rate cannot know where the limit is before it has gone beyond it. */
function remark(rate: number): string {
  return rate > HIGHEST_RATE
    ? 'The rate is above its limit: the ball climbs the sides, its gradients turn against each other, and the rate falls again.'
    : '';
}
