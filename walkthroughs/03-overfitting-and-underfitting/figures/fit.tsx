/** Choose the degree of a polynomial, drag its points, draw the noise anew: see it underfit and overfit. */
import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { DataTable } from '../../../src/webview/kit/dataTable.tsx';
import { change, useSaved } from '../../../src/webview/kit/figureHost.ts';
import { Formula, type Term, Touch } from '../../../src/webview/kit/formula.tsx';
import { MarkedChart } from '../../../src/webview/kit/markedChart.tsx';
import { Slider } from '../../../src/webview/kit/slider.tsx';
import { COUNT, FitLab, MAX_DEGREE, NOISE } from './fitLab.ts';
import { WavePlane } from './wavePlane.tsx';

const terms: readonly Term[] = [
  { name: 'bias', symbol: '\\text{bias}^2', meaning: 'what the average fit misses of the truth' },
  {
    name: 'variance',
    symbol: '\\text{variance}',
    meaning: 'how fits differ from sample to sample',
  },
  { name: 'noise', symbol: '\\sigma^2', meaning: 'noise of the points: no model can avoid it' },
  { name: 'degree', symbol: 'd', meaning: 'degree of the polynomial: its flexibility' },
];

const tex = String.raw`\begin{aligned}
\hat{y}(x) &= w_0 + w_1 x + \dots + w_{\term{degree}{d}}\, x^{\term{degree}{d}} \\ \term{degree}{d} &= \term{degree}{\val{degree}} \\[4pt]
\mathbb{E}\bigl[(y - \hat{y})^2\bigr] &= \term{bias}{\text{bias}^2} + \term{variance}{\text{variance}} + \term{noise}{\sigma^2} \\
&= \term{bias}{\val{bias}} + \term{variance}{\val{variance}} + \term{noise}{\val{noise}} = \val{total}
\end{aligned}`;

const nothing: readonly number[] = [];
const degreeAxis = { label: 'degree of the polynomial', min: 0, max: MAX_DEGREE };
const FITS_SHOWN = 30;

export function Fit() {
  const saved = useSaved('fit', { degree: 1, seed: 1, moved: nothing, samples: false });
  const active = useSignal<string | undefined>(undefined);
  const { degree, seed, moved, samples } = saved.value;
  const lab = useMemo(() => new FitLab(seed, unpack(moved)), [seed, moved]);
  const errors = useMemo(
    () => ({ training: lab.errors('training'), validation: lab.errors('validation') }),
    [lab],
  );
  // New noise on the same x: what was dragged plays no part, so only the seed counts.
  const parts = useMemo(() => new FitLab(seed).decompose(), [seed]);
  const fits = useMemo(
    () => (samples ? new FitLab(seed).resampled(degree, FITS_SHOWN) : []),
    [seed, degree, samples],
  );
  const choose = (next: number) => change(saved, { degree: next });
  const drag = (index: number, y: number) => change(saved, { moved: repack(moved, index, y) });
  const { bias = 0, variance = 0 } = parts[degree] ?? {};
  const training = number(errors.training[degree]);
  const validation = number(errors.validation[degree]);
  return (
    <>
      <div class="bar">
        <Touch term="degree" active={active} class="grow">
          <Slider
            label="Degree of the polynomial"
            min={0}
            max={MAX_DEGREE}
            integer
            value={degree}
            onInput={choose}
          />
        </Touch>
        <Touch term="noise" active={active}>
          <button
            type="button"
            title="The same wave, measured again: new noise"
            onClick={() => change(saved, { seed: (seed % 1000) + 1, moved: nothing })}
          >
            New points
          </button>
        </Touch>
        <button
          type="button"
          disabled={moved.length === 0}
          onClick={() => change(saved, { moved: nothing })}
        >
          Put points back
        </button>
        <Touch term="variance" active={active}>
          <label class="choice">
            <input
              type="checkbox"
              checked={samples}
              onChange={(event) => change(saved, { samples: event.currentTarget.checked })}
            />
            Show fits to {FITS_SHOWN} other samples
          </label>
        </Touch>
      </div>
      <WavePlane
        label={`Polynomial of degree ${degree} through ${COUNT} noisy points`}
        points={lab.points}
        curves={[
          ...fits.map((ys) => ({ token: 'charts-purple', ys, faint: true })),
          { name: `polynomial of degree ${degree}`, token: 'charts-blue', ys: lab.curve(degree) },
        ]}
        onDrag={drag}
      />
      <p class="reading numbers" aria-live="polite">
        Mean squared error: training {training}, validation {validation}.{' '}
        <strong>{verdict(degree, errors)}</strong>
      </p>
      <div class="beside">
        <Touch term="degree" active={active}>
          <MarkedChart
            label="Training and validation error over the degree"
            x={degreeAxis}
            y={{ label: 'mean squared error', min: 0, max: 0.7 }}
            at={degree}
            step={1}
            reading={`degree ${degree}: training ${training}, validation ${validation}`}
            onMove={choose}
            lines={[
              line('training', 'charts-blue', errors.training, true),
              line('validation', 'charts-yellow', errors.validation),
            ]}
          />
        </Touch>
        <Touch term="bias" active={active}>
          <MarkedChart
            label="Bias and variance over the degree"
            x={degreeAxis}
            y={{ label: 'mean square', min: 0, max: 0.4 }}
            at={degree}
            step={1}
            reading={`degree ${degree}: bias² ${number(bias)}, variance ${number(variance)}`}
            onMove={choose}
            lines={[
              line(
                'bias²',
                'charts-green',
                parts.map((part) => part.bias),
                true,
              ),
              line(
                'variance',
                'charts-purple',
                parts.map((part) => part.variance),
              ),
            ]}
          />
        </Touch>
      </div>
      <Formula
        tex={tex}
        terms={terms}
        active={active}
        values={{
          degree: String(degree),
          bias: number(bias),
          variance: number(variance),
          noise: number(NOISE ** 2),
          total: number(bias + variance + NOISE ** 2),
        }}
      />
      <DataTable
        caption="Errors by degree (mean squares)"
        columns={['Degree', 'Training', 'Validation', 'Bias²', 'Variance']}
        rows={parts.map((part, d) => [
          d,
          number(errors.training[d]),
          number(errors.validation[d]),
          number(part.bias),
          number(part.variance),
        ])}
      />
    </>
  );
}

function line(name: string, token: string, values: readonly number[], dashed = false) {
  return { name, token, dashed, dots: true, points: values.map((y, x) => [x, y] as const) };
}

interface Errors {
  training: readonly number[];
  validation: readonly number[];
}

/** Compared with the degree that does best on the validation points. */
function verdict(degree: number, { training, validation }: Errors): string {
  const lowest = Math.min(...validation);
  const best = validation.indexOf(lowest);
  if ((validation[degree] ?? 0) <= 1.25 * lowest) return 'A good fit.';
  if (degree < best) return 'Both are high: it underfits.';
  const gap = (validation[degree] ?? 0) - (training[degree] ?? 0);
  return gap > 0 ? 'It knows its own points, not new ones: it overfits.' : '';
}

function number(value = 0): string {
  return value < 100 ? value.toFixed(3) : value.toExponential(1).replace('e+', 'e');
}

/** What was dragged is saved as pairs of index and y. */
function unpack(moved: readonly number[]): number[] {
  const ys = new Array<number>(COUNT).fill(Number.NaN);
  for (let i = 0; i < moved.length; i += 2) ys[moved[i] ?? 0] = moved[i + 1] ?? 0;
  return ys;
}

function repack(moved: readonly number[], index: number, y: number): number[] {
  const pairs = new Map<number, number>();
  for (let i = 0; i < moved.length; i += 2) pairs.set(moved[i] ?? 0, moved[i + 1] ?? 0);
  return [...pairs.set(index, y)].flat();
}
