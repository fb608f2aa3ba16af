/** Draw a digit and watch ten probabilities move, while the network that gives them still learns. */
import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { DataTable } from '../../../src/webview/kit/dataTable.tsx';
import { oneOfEach, SIDE, testDigits } from '../../../src/webview/kit/digitSet.ts';
import { DrawPad } from '../../../src/webview/kit/drawPad.tsx';
import { change, useSaved } from '../../../src/webview/kit/figureHost.ts';
import { Formula, type Term, Touch } from '../../../src/webview/kit/formula.tsx';
import { Playback } from '../../../src/webview/kit/playback.tsx';
import { Tile } from '../../../src/webview/kit/tile.tsx';
import { Trainer } from '../../../src/webview/kit/trainer.ts';
import { usePrepared } from '../../../src/webview/kit/usePrepared.ts';
import { ClassifierLab, mostProbable, PAD } from './classifierLab.ts';
import { ProbabilityBars } from './probabilityBars.tsx';

const terms: readonly Term[] = [
  { name: 'input', symbol: 'x', meaning: 'features: the 196 pixels that the network is shown' },
  { name: 'p', symbol: 'p_k', meaning: 'probability of the digit k; the ten add up to 1' },
  { name: 'label', symbol: 'y', meaning: 'label: the digit that you say it is' },
  {
    name: 'loss',
    symbol: '\\mathcal{L}',
    meaning: 'loss: small where the label gets a high probability',
  },
];

const tex = String.raw`\begin{aligned}
\term{p}{(p_0, \ldots, p_9)} &= f(\term{input}{x}) \qquad \hat{y} = \arg\max_k \term{p}{p_k} = \val{guess} \\
\term{loss}{\mathcal{L}} &= -\ln \term{p}{p}_{\term{label}{y}} = -\ln \term{p}{p}_{\term{label}{\val{label}}} = -\ln \val{p} = \term{loss}{\val{loss}}
\end{aligned}`;

const empty: readonly number[] = [];
/** A test digit to begin with, so that there is something to see. */
const FIRST = 4;
/** Floats run out near it: a loss stays a number. */
const SMALLEST = 1e-9;
let prepared: { lab: ClassifierLab; trainer: Trainer } | undefined;

function prepare() {
  const lab = new ClassifierLab();
  return { lab, trainer: new Trainer(lab) };
}

export function ClassifierFigure() {
  const saved = useSaved('supervised', { drawing: empty, picked: FIRST, label: FIRST, steps: 0 });
  const ready = usePrepared(() => {
    prepared ??= prepare();
    return prepared;
  });
  const active = useSignal<string | undefined>(undefined);
  const version = ready?.trainer.version.value;
  const accuracy = useMemo(() => ready?.lab.accuracy() ?? 0, [ready, version]);
  if (!ready) return <p class="muted preparing">Drawing 3,300 digits…</p>;

  const { drawing, picked, label } = saved.value;
  const drawn = new Float32Array(PAD * PAD);
  drawn.set(drawing.slice(0, PAD * PAD));
  const seen = drawing.length === 0 ? example(picked) : ready.lab.see(drawn);
  const probabilities = ready.lab.probabilities(seen);
  const guess = mostProbable(probabilities);
  const p = Math.max(probabilities[label] ?? 0, SMALLEST);
  return (
    <>
      <div class="bar">
        <Playback
          trainers={[ready.trainer]}
          what="the classifier"
          saved={saved.peek().steps}
          onSteps={(steps) => change(saved, { steps })}
        />
        <p class="numbers score">
          <strong>{(100 * accuracy).toFixed(1)} %</strong> of 300 new digits named right
        </p>
      </div>
      <div class="classify">
        <div class="draw-box">
          <DrawPad
            pixels={drawn}
            size={PAD}
            label="Draw a digit"
            onDraw={(pixels) => change(saved, { drawing: Array.from(pixels, round2) })}
          />
          <button type="button" onClick={() => change(saved, { drawing: empty })}>
            Clear
          </button>
        </div>
        <Touch term="input" active={active} class="seen">
          <Tile pixels={seen} size={SIDE} label="What the network is shown" />
          <p class="muted">what the network is shown</p>
        </Touch>
        <Touch term="p" active={active} class="bars-box">
          <ProbabilityBars probabilities={probabilities} guess={guess} />
        </Touch>
      </div>
      <fieldset class="digits">
        <legend>Or let it name a digit that it never learned from</legend>
        {oneOfEach(testDigits()).map((index, digit) => (
          <button
            key={digit}
            type="button"
            class="pick"
            aria-label={`A ${digit}`}
            aria-pressed={drawing.length === 0 && digit === picked}
            onClick={() => change(saved, { drawing: empty, picked: digit, label: digit })}
          >
            <Tile pixels={testDigits().image(index)} size={SIDE} />
          </button>
        ))}
      </fieldset>
      <Touch term="label" active={active}>
        <label class="choice">
          Label: you say it is
          <select
            value={label}
            onChange={(event) => change(saved, { label: Number(event.currentTarget.value) })}
          >
            {Array.from({ length: 10 }, (_, digit) => (
              <option key={digit} value={digit}>
                a {digit}
              </option>
            ))}
          </select>
        </label>
      </Touch>
      <Formula
        tex={tex}
        values={{
          guess: String(guess),
          label: String(label),
          p: probabilityTex(p),
          loss: (-Math.log(p)).toFixed(3),
        }}
        terms={terms}
        active={active}
      />
      <DataTable
        caption="Probability of each digit"
        columns={['Digit', 'Probability']}
        rows={Array.from(probabilities, (probability, digit) => [digit, probability.toFixed(4)])}
      />
    </>
  );
}

function example(digit: number): Float32Array {
  const set = testDigits();
  return set.image(oneOfEach(set)[digit] ?? 0);
}

/** Never 0.0000, whose logarithm is no number. */
function probabilityTex(p: number): string {
  return p < 0.001 ? p.toExponential(1).replace(/e(.*)/, ' \\cdot 10^{$1}') : p.toFixed(4);
}

function round2(value: number): number {
  return Math.round(value * 100) / 100;
}
