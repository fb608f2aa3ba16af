/** Two generators learn letters, one of them knows digits: scrub along the steps and compare what they draw. */
import { useSignal } from '@preact/signals';
import { DataTable } from '../../../src/webview/kit/dataTable.tsx';
import { SIDE } from '../../../src/webview/kit/digitSet.ts';
import { change, useSaved } from '../../../src/webview/kit/figureHost.ts';
import { Formula, type Term, Touch } from '../../../src/webview/kit/formula.tsx';
import { MarkedChart } from '../../../src/webview/kit/markedChart.tsx';
import { Playback } from '../../../src/webview/kit/playback.tsx';
import { nth, Tile } from '../../../src/webview/kit/tile.tsx';
import { usePrepared } from '../../../src/webview/kit/usePrepared.ts';
import { caughtAt, EVERY, GeneratorLab, SHOWN, starts } from './generatorLab.ts';

const terms: readonly Term[] = [
  { name: 'scratch', symbol: 't_{\\text{scratch}}', meaning: 'the step under the line' },
  {
    name: 'digits',
    symbol: 't_{\\text{digits}}',
    meaning: 'step at which the generator from digits is as good as that',
  },
  { name: 'loss', symbol: '\\mathcal{L}', meaning: 'loss on 60 new letters, in nats an image' },
];

const tex = String.raw`\begin{aligned}
\term{loss}{\mathcal{L}}_{\text{scratch}}(\term{scratch}{\val{step}}) &= \val{scratch} \qquad \term{loss}{\mathcal{L}}_{\text{digits}}(\term{scratch}{\val{step}}) = \val{digits} \\
\frac{\term{digits}{t_{\text{digits}}}}{\term{scratch}{t_{\text{scratch}}}} &= \frac{\val{caught}}{\val{step}} \approx \val{ratio}
\end{aligned}`;

/** Stands for the newest step. */
const NEWEST = -1;
const LEAST = 40;
const MOST = 120;
let lab: GeneratorLab | undefined;

export function Generator() {
  const saved = useSaved('transfer-generation', { at: NEWEST, steps: 0 });
  const ready = usePrepared(() => {
    lab ??= new GeneratorLab();
    return lab;
  });
  const active = useSignal<string | undefined>(undefined);
  if (!ready) return <p class="muted preparing">Training a generator on 1,500 digits…</p>;

  void ready.trainer.version.value;
  const { looks } = ready;
  const { at } = saved.value;
  const last = looks.at(-1);
  const shown = at === NEWEST ? last : (looks.findLast(({ step }) => step <= at) ?? last);
  if (!last || !shown) return null;

  const caught = caughtAt(looks, shown);
  const text = (start: (typeof starts)[number]) => shown.losses[start].toFixed(1);
  return (
    <>
      <div class="bar">
        <Playback
          trainers={[ready.trainer]}
          what="both generators"
          saved={saved.peek().steps}
          onSteps={(steps) => change(saved, { steps })}
        />
      </div>
      <div class="planes">
        {starts.map((start) => (
          <section key={start} class="plane-box" aria-label={`Letters drawn, ${start}`}>
            <h3>
              {start === 'from scratch' ? 'From scratch' : 'From digits'}, step {shown.step}
            </h3>
            <div class="strip samples-of">
              {Array.from({ length: SHOWN }, (_, i) => (
                <Tile key={i} pixels={nth(shown.samples[start], i, SIDE)} size={SIDE} />
              ))}
            </div>
          </section>
        ))}
      </div>
      <Touch term="loss" active={active}>
        <MarkedChart
          label="Loss on new letters over the steps of training"
          x={{ label: 'step on letters', min: 0, max: Math.max(600, last.step) }}
          y={{ label: 'loss, nats an image', min: LEAST, max: MOST }}
          at={shown.step}
          step={EVERY}
          reading={`step ${shown.step}: from scratch ${text('from scratch')}, from digits ${text('from digits')}`}
          onMove={(step) => change(saved, { at: step >= last.step ? NEWEST : step })}
          lines={[
            {
              name: 'from scratch',
              token: 'charts-yellow',
              dashed: true,
              points: looks.map(({ step, losses }) => [step, losses['from scratch']] as const),
            },
            {
              name: 'from digits',
              token: 'charts-green',
              points: looks.map(({ step, losses }) => [step, losses['from digits']] as const),
            },
          ]}
          marks={caught === undefined || shown.step === 0 ? [] : [{ x: caught, text: 'as good' }]}
        />
      </Touch>
      <p class="reading numbers">
        Step {shown.step}: loss {text('from scratch')} from scratch, {text('from digits')} from
        digits.{' '}
        {caught !== undefined && shown.step > 0 && (
          <strong>
            What took {shown.step} steps from scratch took {caught} from digits.
          </strong>
        )}
      </p>
      <Formula
        tex={tex}
        terms={terms}
        active={active}
        values={{
          step: String(shown.step),
          scratch: text('from scratch'),
          digits: text('from digits'),
          caught: caught === undefined ? '?' : String(caught),
          ratio: caught === undefined || shown.step === 0 ? '?' : (caught / shown.step).toFixed(2),
        }}
      />
      <DataTable
        caption="Loss on 60 new letters, nats an image"
        columns={['Step', 'From scratch', 'From digits']}
        rows={looks.map(({ step, losses }) => [
          step,
          losses['from scratch'].toFixed(1),
          losses['from digits'].toFixed(1),
        ])}
      />
    </>
  );
}
