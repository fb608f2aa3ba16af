/** Bayesian optimization by hand: evaluate where you like, or where the expected improvement is highest. */
import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { DataTable } from '../../../src/webview/kit/dataTable.tsx';
import { change, useSaved } from '../../../src/webview/kit/figureHost.ts';
import { Formula, type Term, Touch } from '../../../src/webview/kit/formula.tsx';
import { Slider } from '../../../src/webview/kit/slider.tsx';
import { type Guess, posterior } from './gaussianProcess.ts';
import { hiddenLoss, PLACES, PosteriorChart } from './posteriorChart.tsx';

const terms: readonly Term[] = [
  { name: 'mean', symbol: '\\mu', meaning: 'its guess of the loss at the line' },
  { name: 'deviation', symbol: '\\sigma', meaning: 'how unsure it is there; small near trials' },
  { name: 'best', symbol: 'y^*', meaning: 'the lowest loss seen so far' },
  {
    name: 'normal',
    symbol: '\\Phi, \\varphi',
    meaning: 'distribution and density of a standard normal variable',
  },
  {
    name: 'improvement',
    symbol: '\\mathrm{EI}',
    meaning: 'expected improvement on it at the line',
  },
];

const tex = String.raw`\begin{aligned}
\term{improvement}{\mathrm{EI}} &= \term{deviation}{\sigma}\,\bigl(z\,\term{normal}{\Phi}(z) + \term{normal}{\varphi}(z)\bigr) \\
z &= (\term{best}{y^*} - \term{mean}{\mu}) / \term{deviation}{\sigma} \\
\term{mean}{\mu} &= \val{mean}, \quad \term{deviation}{\sigma} = \val{deviation} \\
\term{best}{y^*} &= \val{best}, \quad \term{improvement}{\mathrm{EI}} = \val{improvement}
\end{aligned}`;

const FIRST = { seen: [0.06, 0.9], cursor: 0.5, lengthScale: 0.12, truth: false };
const MOST = 20;

export function Bayesian() {
  const saved = useSaved('bayesian-optimization', FIRST);
  const active = useSignal<string | undefined>(undefined);
  const { seen, cursor, lengthScale, truth } = saved.value;
  const trials = useMemo(() => seen.map((x) => ({ x, y: hiddenLoss(x) })), [seen]);
  const guess = useMemo(() => posterior(trials, lengthScale), [trials, lengthScale]);
  const guesses = useMemo(() => PLACES.map(guess), [guess]);
  const suggested = PLACES[highest(guesses)] ?? 0.5;
  const best = Math.min(...trials.map(({ y }) => y));
  const here = guess(cursor);
  const full = seen.length >= MOST;
  const evaluate = (x: number) => {
    if (!full) change(saved, { seen: [...seen, x], cursor: x });
  };
  return (
    <>
      <div class="bar">
        <button type="button" class="primary" disabled={full} onClick={() => evaluate(suggested)}>
          Evaluate where EI is highest
        </button>
        <button type="button" disabled={full} onClick={() => evaluate(cursor)}>
          Evaluate at the line
        </button>
        <button type="button" onClick={() => change(saved, FIRST)}>
          Reset
        </button>
        <Touch term="deviation" active={active} class="grow">
          <Slider
            label="Length-scale of the process"
            min={0.03}
            max={0.4}
            value={lengthScale}
            onInput={(value) => change(saved, { lengthScale: value })}
          />
        </Touch>
        <label class="choice">
          <input
            type="checkbox"
            checked={truth}
            onChange={(event) => change(saved, { truth: event.currentTarget.checked })}
          />
          Show the hidden loss
        </label>
      </div>
      <PosteriorChart
        trials={trials}
        guesses={guesses}
        suggested={suggested}
        cursor={cursor}
        truth={truth}
        onMove={(x) => change(saved, { cursor: x })}
        onEvaluate={evaluate}
      />
      <p class="reading numbers" aria-live="polite">
        {trials.length} trials, lowest loss {best.toFixed(3)}. The expected improvement is highest
        at {exponentText(suggested)}.
      </p>
      <Formula
        tex={tex}
        values={{
          mean: here.mean.toFixed(3),
          deviation: here.deviation.toFixed(3),
          best: best.toFixed(3),
          improvement: here.improvement.toFixed(4),
        }}
        terms={terms}
        active={active}
      />
      <DataTable
        caption="Trials in order, with the lowest loss so far"
        columns={['Trial', 'Learning rate', 'Loss', 'Lowest so far']}
        rows={trials.map(({ x, y }, i) => [
          i + 1,
          exponentText(x),
          y.toFixed(3),
          Math.min(...trials.slice(0, i + 1).map((trial) => trial.y)).toFixed(3),
        ])}
      />
    </>
  );
}

function highest(guesses: readonly Guess[]): number {
  return guesses.reduce(
    (best, { improvement }, i) => (improvement > (guesses[best]?.improvement ?? 0) ? i : best),
    0,
  );
}

/** The axis runs from 10⁻⁴ to 10¹. */
function exponentText(x: number): string {
  return (10 ** (5 * x - 4)).toPrecision(2);
}
