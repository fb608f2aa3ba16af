/** Drag a threshold through two heaps of scores: confusion matrix, four scores, ROC and precision–recall curve. */
import { useSignal } from '@preact/signals';
import { Canvas } from '../../../src/webview/kit/canvas.tsx';
import { DataTable } from '../../../src/webview/kit/dataTable.tsx';
import { change, useSaved } from '../../../src/webview/kit/figureHost.ts';
import { Formula, type Term, Touch } from '../../../src/webview/kit/formula.tsx';
import { MarkedChart } from '../../../src/webview/kit/markedChart.tsx';
import { disc, drawAxes, line, polyline } from '../../../src/webview/kit/plot.ts';
import { Slider } from '../../../src/webview/kit/slider.tsx';
import { colour, palette } from '../../../src/webview/kit/theme.ts';
import {
  areaUnderRoc,
  COUNT,
  type Counts,
  countsOf,
  curveOf,
  density,
  prPoint,
  rocPoint,
  SCORES,
  scoresOf,
} from './classificationLab.ts';

const terms: readonly Term[] = [
  { name: 'tp', symbol: 'TP', meaning: 'true positives: hits' },
  { name: 'fp', symbol: 'FP', meaning: 'false positives: false alarms' },
  { name: 'fn', symbol: 'FN', meaning: 'false negatives: misses' },
  { name: 'tn', symbol: 'TN', meaning: 'true negatives: rightly left alone' },
];

const tex = String.raw`\begin{aligned}
\text{accuracy} &= \frac{\term{tp}{TP} + \term{tn}{TN}}{\text{all}} = \frac{\val{tp} + \val{tn}}{\val{all}} = \val{accuracy} \\[12pt]
\text{precision} &= \frac{\term{tp}{TP}}{\term{tp}{TP} + \term{fp}{FP}} = \val{precision} \\[12pt]
\text{recall} &= \frac{\term{tp}{TP}}{\term{tp}{TP} + \term{fn}{FN}} = \val{recall} \\[12pt]
F_1 &= \frac{2 \cdot \text{precision} \cdot \text{recall}}{\text{precision} + \text{recall}} = \val{f1}
\end{aligned}`;

const scoreAxis = { label: 'score of the model', ...SCORES };
const densityAxis = { label: 'density', min: 0, max: 0.45 };
const scores = Array.from({ length: 121 }, (_, i) => SCORES.min + i / 10);

export function Classification() {
  const saved = useSaved('classification', { threshold: 1, distance: 2, share: 0.3 });
  const active = useSignal<string | undefined>(undefined);
  const setting = saved.value;
  const counts = countsOf(setting);
  const found = scoresOf(counts);
  const move = (threshold: number) => change(saved, { threshold: Number(threshold.toFixed(2)) });
  const rare = () => change(saved, { share: 0.01, threshold: SCORES.max });
  return (
    <>
      <div class="bar">
        <div class="grow">
          <Slider
            label="Distance of the means"
            min={0}
            max={4}
            value={setting.distance}
            onInput={(distance) => change(saved, { distance })}
          />
        </div>
        <div class="grow">
          <Slider
            label="Share of positives"
            min={0.01}
            max={0.99}
            value={setting.share}
            onInput={(share) => change(saved, { share })}
          />
        </div>
        <button type="button" class="secondary" onClick={rare}>
          1 % positives, always “no”
        </button>
      </div>
      <MarkedChart
        label="Threshold"
        x={scoreAxis}
        y={densityAxis}
        lines={[
          {
            name: 'negatives',
            token: 'charts-blue',
            dashed: true,
            points: scores.map((score) => [score, density(score, 0)]),
          },
          {
            name: 'positives',
            token: 'charts-yellow',
            points: scores.map((score) => [score, density(score, setting.distance)]),
          },
        ]}
        at={setting.threshold}
        reading={`threshold ${setting.threshold.toFixed(1)}: precision ${percent(found.precision)}, recall ${percent(found.recall)}`}
        step={0.1}
        onMove={move}
      />
      <Outcomes counts={counts} active={active} />
      <p class="reading numbers" role="status">
        {reading(counts, found.accuracy)}
      </p>
      <Formula
        tex={tex}
        values={{
          tp: String(counts.tp),
          tn: String(counts.tn),
          all: String(COUNT),
          accuracy: decimal(found.accuracy),
          precision: decimal(found.precision),
          recall: decimal(found.recall),
          f1: decimal(found.f1),
        }}
        terms={terms}
        active={active}
      />
      <Curves setting={setting} />
      <p class="muted">
        Each curve of scores has an area of 1, however rare its class is. AUC, the area under the
        ROC curve, is {areaUnderRoc(setting.distance).toFixed(3)}; it does not depend on the share
        of positives. The precision–recall curve does.
      </p>
      <DataTable
        caption="What each threshold makes of 10,000 examples"
        columns={['Threshold', 'TP', 'FP', 'FN', 'TN', 'Accuracy', 'Precision', 'Recall', 'F1']}
        rows={[-2, -1, 0, 1, 2, 3, 4, 5, 6].map((threshold) => {
          const at = countsOf({ ...setting, threshold });
          const { accuracy, precision, recall, f1 } = scoresOf(at);
          const shares = [accuracy, precision, recall, f1].map(decimalText);
          return [threshold, at.tp, at.fp, at.fn, at.tn, ...shares];
        })}
      />
    </>
  );
}

interface OutcomesProps {
  counts: Counts;
  active: ReturnType<typeof useSignal<string | undefined>>;
}

function Outcomes({ counts, active }: OutcomesProps) {
  const outcomes = [
    ['tp', 'TP: positive, named positive'],
    ['fn', 'FN: positive, missed'],
    ['fp', 'FP: negative, false alarm'],
    ['tn', 'TN: negative, left alone'],
  ] as const;
  return (
    <section class="confusion" aria-label="Confusion matrix">
      {outcomes.map(([name, text]) => (
        <Touch key={name} term={name} active={active}>
          <div class={`outcome ${name}`}>
            <strong class="numbers">{whole(counts[name])}</strong>
            {text}
          </div>
        </Touch>
      ))}
    </section>
  );
}

type Setting = Parameters<typeof countsOf>[0];

function Curves({ setting }: { setting: Setting }) {
  const share = { min: 0, max: 1 };
  const roc = [
    { label: 'false positive rate', ...share },
    { label: 'recall', ...share },
  ] as const;
  const pr = [
    { label: 'recall', ...share },
    { label: 'precision', ...share },
  ] as const;
  return (
    <div class="beside">
      <section>
        <h3>ROC curve</h3>
        <Curve axes={roc} setting={setting} point={rocPoint} chance={[0, 1]} />
      </section>
      <section>
        <h3>Precision–recall curve</h3>
        <Curve
          axes={pr}
          setting={setting}
          point={prPoint}
          chance={[setting.share, setting.share]}
        />
      </section>
    </div>
  );
}

interface CurveProps {
  axes: readonly [Parameters<typeof drawAxes>[1], Parameters<typeof drawAxes>[2]];
  setting: Setting;
  point: typeof rocPoint;
  /** What guessing reaches, at the left and at the right end. */
  chance: readonly [number, number];
}

function Curve({ axes: [x, y], setting, point, chance }: CurveProps) {
  const [px, py] = point(setting);
  return (
    <Canvas
      class="plot"
      label={`${y.label} over ${x.label}; the threshold is at ${x.label} ${px.toFixed(2)}, ${y.label} ${py.toFixed(2)}. Dashed: guessing.`}
      draw={(surface) => {
        const { context } = surface;
        const frame = drawAxes(surface, x, y, palette());
        context.lineWidth = 1.5;
        context.strokeStyle = palette().muted;
        context.setLineDash([4, 4]);
        line(context, [frame.x(0), frame.y(chance[0])], [frame.x(1), frame.y(chance[1])]);
        context.setLineDash([]);
        context.strokeStyle = colour('charts-green');
        context.lineWidth = 2;
        const curve = curveOf(setting, point);
        polyline(
          context,
          curve.map(([cx, cy]) => [frame.x(cx), frame.y(cy)] as const),
        );
        context.fillStyle = palette().foreground;
        disc(context, [frame.x(px), frame.y(py)], 6);
      }}
    />
  );
}

function reading({ tp, fp, fn, tn }: Counts, accuracy: number) {
  const always = (fp + tn) / COUNT;
  const named = tp + fp;
  return (
    <>
      Accuracy <strong>{percent(accuracy)}</strong>; always “no” would have {percent(always)}.{' '}
      {named === 0
        ? `Nothing is named positive: all ${whole(fn)} positives are missed, and precision is not defined.`
        : `Of ${whole(named)} named positive, ${whole(tp)} are; of ${whole(tp + fn)} positives, ${whole(fn)} are missed.`}
    </>
  );
}

function whole(value: number): string {
  return value.toLocaleString('en-US');
}

function percent(value: number): string {
  return Number.isNaN(value) ? 'not defined' : `${(100 * value).toFixed(1)} %`;
}

function decimal(value: number): string {
  return Number.isNaN(value) ? String.raw`\tfrac{0}{0}` : value.toFixed(3);
}

function decimalText(value: number): string {
  return Number.isNaN(value) ? 'not defined' : value.toFixed(3);
}
