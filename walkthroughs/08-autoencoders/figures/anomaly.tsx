/** Move the threshold over the errors of a network that knows one kind of digit only. */
import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import {
  falseAlarmRateOf,
  precisionOf,
  type Rates,
  ratesOf,
  recallOf,
  rocAuc,
  rocCurve,
} from '../../../src/metrics/thresholds.ts';
import { DataTable } from '../../../src/webview/kit/dataTable.tsx';
import { SIDE } from '../../../src/webview/kit/digitSet.ts';
import { change, useSaved } from '../../../src/webview/kit/figureHost.ts';
import { Formula, type Term, Touch } from '../../../src/webview/kit/formula.tsx';
import { Playback } from '../../../src/webview/kit/playback.tsx';
import { Slider } from '../../../src/webview/kit/slider.tsx';
import { Tile } from '../../../src/webview/kit/tile.tsx';
import { usePrepared } from '../../../src/webview/kit/usePrepared.ts';
import { AnomalyLab, type Tested } from './anomalyLab.ts';
import { ErrorHistogram, MAX_ERROR } from './errorHistogram.tsx';
import { Ranking } from './ranking.tsx';
import { RocChart } from './rocChart.tsx';

const terms: readonly Term[] = [
  { name: 'error', symbol: 'e', meaning: 'reconstruction error: mean squared difference' },
  { name: 'threshold', symbol: '\\tau', meaning: 'threshold: an alarm where e ≥ τ' },
  { name: 'tp', symbol: '\\mathrm{TP}', meaning: 'anomalies found' },
  { name: 'fp', symbol: '\\mathrm{FP}', meaning: 'false alarms: normal images at or above τ' },
  { name: 'fn', symbol: '\\mathrm{FN}', meaning: 'anomalies missed' },
  { name: 'tn', symbol: '\\mathrm{TN}', meaning: 'normal images left in peace' },
];

const tex = String.raw`\begin{aligned}
&\text{alarm} \iff \term{error}{e} \ge \term{threshold}{\tau} = \val{threshold} \\[12pt]
&\text{precision} = \frac{\term{tp}{\mathrm{TP}}}{\term{tp}{\mathrm{TP}} + \term{fp}{\mathrm{FP}}} = \frac{\term{tp}{\val{tp}}}{\term{tp}{\val{tp}} + \term{fp}{\val{fp}}} = \val{precision} \\[12pt]
&\text{recall} = \frac{\term{tp}{\mathrm{TP}}}{\term{tp}{\mathrm{TP}} + \term{fn}{\mathrm{FN}}} = \frac{\term{tp}{\val{tp}}}{\term{tp}{\val{tp}} + \term{fn}{\val{fn}}} = \val{recall} \\[12pt]
&\text{false alarms} = \frac{\term{fp}{\mathrm{FP}}}{\term{fp}{\mathrm{FP}} + \term{tn}{\mathrm{TN}}} = \frac{\term{fp}{\val{fp}}}{\term{fp}{\val{fp}} + \term{tn}{\val{tn}}} = \val{fpr}
\end{aligned}`;

/** Stands for "let the training images decide". */
const USUAL = -1;
let lab: AnomalyLab | undefined;

export function Anomaly() {
  const saved = useSaved('anomaly-detection', { normal: 3, threshold: USUAL, steps: 0, rank: 0 });
  const ready = usePrepared(() => {
    lab ??= new AnomalyLab(saved.peek().normal);
    return lab;
  });
  const active = useSignal<string | undefined>(undefined);
  const version = ready?.trainer.version.value;
  const errors = useMemo(() => ready && measure(ready), [ready, version]);
  if (!ready || !errors) return <p class="muted preparing">Drawing digits…</p>;

  const { normal, rank } = saved.value;
  const threshold = saved.value.threshold === USUAL ? errors.usual : saved.value.threshold;
  const detection = ratesOf(errors.labels, errors.scores, threshold);
  const chosen = errors.ranking[rank] ?? errors.ranking[0];
  const setThreshold = (value: number) =>
    change(saved, { threshold: Math.round(value * 1e4) / 1e4 });
  const learn = (digit: number) => {
    change(saved, { normal: digit, threshold: USUAL, steps: 0, rank: 0 });
    ready.learn(digit);
    ready.trainer.play();
  };
  return (
    <>
      <div class="bar">
        <label class="choice">
          Normal means
          <select value={normal} onChange={(event) => learn(Number(event.currentTarget.value))}>
            {Array.from({ length: 10 }, (_, digit) => (
              <option key={digit} value={digit}>
                the digit {digit}
              </option>
            ))}
          </select>
        </label>
        <Playback
          trainers={[ready.trainer]}
          what={`the autoencoder of the digit ${normal}`}
          saved={saved.peek().steps}
          onSteps={(steps) => change(saved, { steps })}
        />
      </div>
      <Touch term="threshold" active={active}>
        <ErrorHistogram {...errors} threshold={threshold} onThreshold={setThreshold} />
        <div class="threshold">
          <Slider
            label="Threshold τ"
            min={0}
            max={MAX_ERROR}
            value={Math.round(threshold * 1e4) / 1e4}
            onInput={setThreshold}
          />
          <button
            type="button"
            title="The error that 95 % of normal images kept from training stay below"
            onClick={() => change(saved, { threshold: USUAL })}
          >
            95 % of normal
          </button>
        </div>
      </Touch>
      <Outcomes detection={detection} active={active} />
      <div class="beside ranked">
        <div>
          <p class="muted">
            All test images, largest error first. A bright one raises an alarm; a thick line marks
            what really is an anomaly.
          </p>
          <Ranking
            ranking={errors.ranking}
            threshold={threshold}
            chosen={rank}
            onChoose={(next) => change(saved, { rank: next })}
          />
        </div>
        {chosen && <Chosen tested={chosen} />}
        <RocChart curve={errors.roc} detection={detection} area={errors.area} />
      </div>
      <Formula tex={tex} values={values(detection, threshold)} terms={terms} active={active} />
      <DataTable
        caption="Test images by reconstruction error"
        columns={['Rank', 'Digit', 'Error', 'Kind', 'Alarm']}
        rows={errors.ranking.map((tested, i) => [
          i + 1,
          tested.label,
          tested.error.toFixed(4),
          tested.anomalous ? 'anomaly' : 'normal',
          tested.error >= threshold ? 'yes' : 'no',
        ])}
      />
    </>
  );
}

function measure(ready: AnomalyLab) {
  const ranking = ready.ranking();
  const errorsOf = (anomalous: boolean) =>
    ranking.filter((tested) => tested.anomalous === anomalous).map((tested) => tested.error);
  const labels = ranking.map(({ anomalous }) => Number(anomalous));
  const scores = ranking.map(({ error }) => error);
  const { falsePositiveRate, truePositiveRate } = rocCurve(labels, scores);
  return {
    ranking,
    labels,
    scores,
    normal: errorsOf(false),
    anomalous: errorsOf(true),
    usual: ready.usualThreshold(),
    roc: falsePositiveRate.map((rate, i) => [rate, truePositiveRate[i] ?? 0] as const),
    area: rocAuc(labels, scores),
  };
}

function values(detection: Rates, threshold: number): Record<string, string> {
  const alarms = detection.truePositives + detection.falsePositives;
  return {
    threshold: threshold.toFixed(3),
    tp: String(detection.truePositives),
    fp: String(detection.falsePositives),
    fn: String(detection.falseNegatives),
    tn: String(detection.trueNegatives),
    precision: alarms === 0 ? String.raw`\text{undefined}` : precisionOf(detection).toFixed(2),
    recall: recallOf(detection).toFixed(2),
    fpr: falseAlarmRateOf(detection).toFixed(2),
  };
}

interface OutcomesProps {
  detection: Rates;
  active: Parameters<typeof Touch>[0]['active'];
}

function Outcomes({ detection, active }: OutcomesProps) {
  const shown = [
    ['tp', detection.truePositives, 'anomalies found'],
    ['fn', detection.falseNegatives, 'anomalies missed'],
    ['fp', detection.falsePositives, 'false alarms'],
    ['tn', detection.trueNegatives, 'left in peace'],
  ] as const;
  return (
    <div class="outcomes" aria-live="polite">
      {shown.map(([term, count, meaning]) => (
        <Touch key={term} term={term} active={active} class={`outcome ${term}`}>
          <strong class="numbers">{count}</strong> <span>{meaning}</span>
        </Touch>
      ))}
    </div>
  );
}

function Chosen({ tested }: { tested: Tested }) {
  const difference = tested.pixels.map((value, i) => Math.abs(value - (tested.copy[i] ?? 0)));
  const kind = tested.anomalous ? 'an anomaly' : 'normal';
  return (
    <div class="chosen">
      <div class="three">
        <Tile pixels={tested.pixels} size={SIDE} label={`A ${tested.label}`} />
        <Tile pixels={tested.copy} size={SIDE} label="Its copy" />
        <Tile pixels={difference} size={SIDE} label="Their difference" />
        <span>image</span>
        <span>copy</span>
        <span>difference</span>
      </div>
      <p class="numbers">
        A {tested.label}, {kind}: error {tested.error.toFixed(4)}
      </p>
    </div>
  );
}
