/** Unfreeze a network at a rate of your choice, beside one that stays frozen. */
import { useSignal } from '@preact/signals';
import { DataTable } from '../../../src/webview/kit/dataTable.tsx';
import { change, useSaved } from '../../../src/webview/kit/figureHost.ts';
import { Formula, type Term, Touch } from '../../../src/webview/kit/formula.tsx';
import { MarkedChart } from '../../../src/webview/kit/markedChart.tsx';
import { Playback } from '../../../src/webview/kit/playback.tsx';
import { Slider } from '../../../src/webview/kit/slider.tsx';
import { usePrepared } from '../../../src/webview/kit/usePrepared.ts';
import { type Moment, PER_CLASS, TuningLab } from './tuningLab.ts';

const terms: readonly Term[] = [
  { name: 'start', symbol: 'w_0', meaning: 'weights of the hidden layers as learned on digits' },
  { name: 'rate', symbol: '\\eta', meaning: 'learning rate after unfreezing' },
  {
    name: 'moved',
    symbol: 'd',
    meaning: 'how far they have moved since, as a share of their size',
  },
];

const tex = String.raw`\begin{aligned}
w &\leftarrow w - \term{rate}{\eta}\,\frac{\partial \mathcal{L}}{\partial w}, \quad w \text{ begins as } \term{start}{w_0}, \quad \term{rate}{\eta} = \val{rate} \\
\term{moved}{d} &= \max_l \frac{\lVert w_l - \term{start}{w_{0,l}} \rVert}{\lVert \term{start}{w_{0,l}} \rVert} = \val{moved}
\end{aligned}`;

const LOWEST = 1e-5;
const HIGHEST = 0.1;
/** Stands for the newest step. */
const NEWEST = -1;
let lab: TuningLab | undefined;

export function FineTuning() {
  const saved = useSaved('fine-tuning', { rate: 0.001, at: NEWEST, steps: 0 });
  const { rate, at } = saved.value;
  const ready = usePrepared(() => {
    lab ??= new TuningLab(within(saved.peek().rate));
    return lab;
  });
  const active = useSignal<string | undefined>(undefined);
  if (!ready) return <p class="muted preparing">Training a network on 1,500 digits…</p>;

  void ready.trainer.version.value;
  const { history } = ready;
  const first = history[0];
  const last = history.at(-1);
  const shown = at === NEWEST ? last : (history.findLast(({ step }) => step <= at) ?? history[0]);
  if (!first || !last || !shown) return null;

  const lineOf = (key: 'frozen' | 'tuned' | 'digits') =>
    history.map((moment) => [moment.step, 100 * moment[key]] as const);
  return (
    <>
      <div class="bar">
        <Touch term="rate" active={active} class="grow">
          <Slider
            label="Learning rate η"
            min={LOWEST}
            max={HIGHEST}
            log
            value={rate}
            onInput={(value) => {
              change(saved, { rate: value, at: NEWEST, steps: 0 });
              ready.rate = value;
              ready.trainer.reset();
              ready.trainer.play();
            }}
          />
        </Touch>
        <Playback
          trainers={[ready.trainer]}
          what="both networks"
          saved={saved.peek().steps}
          onSteps={(steps) => change(saved, { steps })}
        />
      </div>
      <Touch term="moved" active={active}>
        <MarkedChart
          label="Accuracy of the frozen and of the unfrozen network over the steps"
          x={{ label: 'step after unfreezing', min: 0, max: Math.max(300, last.step) }}
          y={{ label: 'named right, %', min: 0, max: 100 }}
          at={shown.step}
          step={15}
          reading={`step ${shown.step}: ${reading(shown)}`}
          onMove={(step) => change(saved, { at: Math.min(step, last.step) })}
          lines={[
            { name: 'letters, frozen', token: 'charts-blue', points: lineOf('frozen') },
            { name: 'letters, fine-tuned', token: 'charts-green', points: lineOf('tuned') },
            {
              name: 'digits, with the fine-tuned features',
              token: 'charts-yellow',
              dashed: true,
              points: lineOf('digits'),
            },
          ]}
        />
      </Touch>
      <p class="reading numbers">
        Step {shown.step}: {reading(shown)}. <strong>{verdict(first, last)}</strong>
      </p>
      <p class="muted">
        Both began with the hidden layers of a digits network and an answer layer trained on{' '}
        {PER_CLASS} images of each of 14 letters. Accuracies are on 420 new letters and 300 new
        digits.
      </p>
      <Formula
        tex={tex}
        terms={terms}
        active={active}
        values={{ rate: rate.toPrecision(2), moved: ready.moved().toFixed(3) }}
      />
      <DataTable
        caption="Accuracies over the steps after unfreezing, %"
        columns={['Step', 'Letters, frozen', 'Letters, fine-tuned', 'Digits, fine-tuned features']}
        rows={history.map(({ step, frozen, tuned, digits }) => [
          step,
          ...[frozen, tuned, digits].map((share) => (100 * share).toFixed(1)),
        ])}
      />
    </>
  );
}

function reading({ frozen, tuned, digits }: Moment): string {
  const [f, t, d] = [frozen, tuned, digits].map((share) => `${Math.round(100 * share)} %`);
  return `letters ${f} frozen and ${t} fine-tuned, digits ${d}`;
}

function verdict(first: Moment, last: Moment): string {
  if (last.step < 60) return '';
  const gain = last.tuned - last.frozen;
  if (gain < -0.01) return 'Too high a rate: what was learned on digits is destroyed.';
  if (last.tuned - first.tuned < 0.01) return 'So low a rate hardly changes anything.';
  if (gain < 0.01) return 'No better than the frozen network so far.';
  return `Fine-tuning gains ${Math.round(100 * gain)} points over the frozen network.`;
}

function within(rate: number): number {
  return Math.min(HIGHEST, Math.max(LOWEST, rate));
}
