/** Accuracy by images per class, learned from scratch, frozen and fine-tuned; drag along the curves. */
import { useSignal } from '@preact/signals';
import { DataTable } from '../../../src/webview/kit/dataTable.tsx';
import { PIXELS, SIDE } from '../../../src/webview/kit/digitSet.ts';
import { change, useSaved } from '../../../src/webview/kit/figureHost.ts';
import { Formula, type Term, Touch } from '../../../src/webview/kit/formula.tsx';
import { MarkedChart } from '../../../src/webview/kit/markedChart.tsx';
import { Playback } from '../../../src/webview/kit/playback.tsx';
import { Tile } from '../../../src/webview/kit/tile.tsx';
import { usePrepared } from '../../../src/webview/kit/usePrepared.ts';
import { COUNTS, CurveLab, type Trained, type Way, ways } from './curveLab.ts';
import { digitsNetwork } from './learner.ts';
import { fewLetters, KINDS } from './letterSet.ts';

const terms: readonly Term[] = [
  { name: 'train', symbol: 'a_{\\text{train}}', meaning: 'accuracy on the letters learned from' },
  { name: 'test', symbol: 'a_{\\text{test}}', meaning: 'accuracy on new letters' },
  { name: 'gap', symbol: 'g', meaning: 'gap: what was learned by heart only, overfitting' },
];

const tex = String.raw`\begin{aligned}
\term{gap}{g} &= \term{train}{a_{\text{train}}} - \term{test}{a_{\text{test}}} \\
\text{scratch:}\; & \val{scratch} \\ \text{frozen:}\; & \val{frozen} \\ \text{fine-tuned:}\; & \val{tuned}
\end{aligned}`;

const tokens: Record<Way, string> = {
  'from scratch': 'charts-yellow',
  frozen: 'charts-blue',
  'fine-tuned': 'charts-green',
};

let lab: CurveLab | undefined;

export function LearningCurve() {
  const saved = useSaved('little-data', { at: 2, steps: 0 });
  const ready = usePrepared(() => {
    digitsNetwork();
    lab ??= new CurveLab();
    return lab;
  });
  const active = useSignal<string | undefined>(undefined);
  if (!ready) return <p class="muted preparing">Training a network on 1,500 digits…</p>;

  void ready.trainer.version.value;
  const at = Math.min(COUNTS.length - 1, Math.max(0, Math.round(saved.value.at)));
  const count = COUNTS[at] ?? 1;
  const here = (way: Way) => ready.result(way, count);
  const few = fewLetters(count);
  return (
    <>
      <div class="bar">
        <Playback
          trainers={[ready.trainer]}
          what="18 networks"
          saved={saved.peek().steps}
          onSteps={(steps) => change(saved, { steps })}
        />
        <p class="numbers muted">Training now: {ready.now}</p>
      </div>
      <MarkedChart
        label="Accuracy on new letters by images of each letter"
        x={{
          label: 'images of each letter to learn from',
          min: 0,
          max: COUNTS.length - 1,
          ticks: COUNTS.map((_, i) => i),
          tickText: (tick) => String(COUNTS[tick] ?? ''),
        }}
        y={{ label: 'new letters right, %', min: 40, max: 100 }}
        at={at}
        step={1}
        reading={`${count} images of each letter: ${ways.map((way) => `${way} ${percent(here(way)?.test)}`).join(', ')}`}
        onMove={(place) => change(saved, { at: place })}
        lines={ways.map((way) => ({
          name: way,
          token: tokens[way],
          dashed: way === 'from scratch',
          dots: true,
          points: COUNTS.flatMap((each, i) => {
            const result = ready.result(way, each);
            return result ? [[i, 100 * result.test] as const] : [];
          }),
        }))}
      />
      <div class="outcomes">
        {ways.map((way) => (
          <Touch key={way} term="test" active={active}>
            <p class="outcome" style={{ '--key': `var(--vscode-${tokens[way]})` }}>
              <strong class="numbers">{percent(here(way)?.test)}</strong> of new letters, {way}
              <br />
              <span class="numbers muted">
                {percent(here(way)?.training)} of those learned from
              </span>
            </p>
          </Touch>
        ))}
      </div>
      <section aria-label={`All ${count} images of the letters ${KINDS.slice(0, 4)}`}>
        <p class="muted">
          What it learns an {[...KINDS.slice(0, 3)].join(', ')} from: {count} each
        </p>
        <div class="strip few-letters">
          {Array.from({ length: 3 * count }, (_, i) => (
            <Tile key={i} pixels={few.images.subarray(i * PIXELS, (i + 1) * PIXELS)} size={SIDE} />
          ))}
        </div>
      </section>
      <Formula
        tex={tex}
        terms={terms}
        active={active}
        values={{
          scratch: gap(here('from scratch')),
          frozen: gap(here('frozen')),
          tuned: gap(here('fine-tuned')),
        }}
      />
      <DataTable
        caption="Accuracy on new letters (and on those learned from), %"
        columns={['Images of each letter', ...ways]}
        rows={COUNTS.map((each) => [
          each,
          ...ways.map((way) => {
            const result = ready.result(way, each);
            return `${percent(result?.test)} (${percent(result?.training)})`;
          }),
        ])}
      />
    </>
  );
}

function percent(share: number | undefined): string {
  return share === undefined ? '–' : `${(100 * share).toFixed(0)} %`;
}

function gap(result: Trained | undefined): string {
  if (!result) return String.raw`\text{not trained yet}`;
  const { training, test } = result;
  return `${training.toFixed(2)} - ${test.toFixed(2)} = ${(training - test).toFixed(2)}`;
}
