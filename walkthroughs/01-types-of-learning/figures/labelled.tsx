/** Choose a label and see what a generator draws for it, in many hands or in one. */
import { useSignal } from '@preact/signals';
import { DataTable } from '../../../src/webview/kit/dataTable.tsx';
import { SIDE } from '../../../src/webview/kit/digitSet.ts';
import { change, useSaved } from '../../../src/webview/kit/figureHost.ts';
import { Formula, type Term, Touch } from '../../../src/webview/kit/formula.tsx';
import { Playback } from '../../../src/webview/kit/playback.tsx';
import { Slider } from '../../../src/webview/kit/slider.tsx';
import { Tile } from '../../../src/webview/kit/tile.tsx';
import { Trainer } from '../../../src/webview/kit/trainer.ts';
import { usePrepared } from '../../../src/webview/kit/usePrepared.ts';
import { CLASSES, CODE, LabelledLab, randomCodes } from './labelledLab.ts';

const terms: readonly Term[] = [
  { name: 'label', symbol: 'y', meaning: 'label: the digit you ask for' },
  { name: 'code', symbol: 'z', meaning: 'code: how it is written; chance, or your sliders' },
  { name: 'image', symbol: '\\hat{x}', meaning: 'the picture that the generator draws' },
];

const tex = String.raw`\begin{aligned}
\term{image}{\hat{x}} &= g(\term{label}{y}, \term{code}{z}) \qquad \term{code}{z} \sim \mathcal{N}(0, I) \\
\term{image}{\hat{x}} &= g\bigl(\term{label}{\val{label}},\ \term{code}{(\val{z})}\bigr)
\end{aligned}`;

const SAMPLES = 24;
const digits = Array.from({ length: CLASSES }, (_, digit) => digit);
let prepared: { lab: LabelledLab; trainer: Trainer } | undefined;

function prepare() {
  const lab = new LabelledLab();
  return { lab, trainer: new Trainer(lab) };
}

export function Labelled() {
  const saved = useSaved('generate-by-label', {
    label: 5,
    seed: 1,
    code: randomCodes(1, 1).flat(),
    steps: 0,
  });
  const ready = usePrepared(() => {
    prepared ??= prepare();
    return prepared;
  });
  const active = useSignal<string | undefined>(undefined);
  if (!ready) return <p class="muted preparing">Drawing 1,500 digits…</p>;

  void ready.trainer.version.value;
  const { label, seed, code } = saved.value;
  const codes = randomCodes(SAMPLES, seed);
  const setCode = (index: number) => (value: number) =>
    change(saved, {
      code: digits.slice(0, CODE).map((i) => (i === index ? value : (code[i] ?? 0))),
    });
  return (
    <>
      <div class="bar">
        <Playback
          trainers={[ready.trainer]}
          what="the generator"
          saved={saved.peek().steps}
          onSteps={(steps) => change(saved, { steps })}
        />
      </div>
      <Touch term="label" active={active}>
        <div class="asked">
          <span>Draw a</span>
          <fieldset class="switch" aria-label="The label: which digit to draw">
            {digits.map((digit) => (
              <button
                key={digit}
                type="button"
                aria-pressed={digit === label}
                onClick={() => change(saved, { label: digit })}
              >
                {digit}
              </button>
            ))}
          </fieldset>
          <button type="button" onClick={() => change(saved, { seed: seed + 1 })}>
            In other hands
          </button>
        </div>
      </Touch>
      <section
        class="strip hands"
        aria-label={`${SAMPLES} drawings of a ${label}; choosing one takes its hand below`}
      >
        {codes.map((each, i) => (
          <button
            key={i}
            type="button"
            class="pick"
            aria-label={`Take hand ${i + 1}`}
            aria-pressed={each.every((value, c) => value === code[c])}
            onClick={() => change(saved, { code: each })}
          >
            <Tile pixels={ready.lab.draw(label, each)} size={SIDE} />
          </button>
        ))}
      </section>
      <div class="beside one-hand">
        <Touch term="code" active={active} class="sliders">
          {digits.slice(0, CODE).map((index) => (
            <Slider
              key={index}
              label={`Code z${'₁₂₃₄'.charAt(index)}`}
              min={-3}
              max={3}
              value={Math.round((code[index] ?? 0) * 100) / 100}
              onInput={setCode(index)}
            />
          ))}
        </Touch>
        <Touch term="image" active={active}>
          <p class="muted">All ten labels with this one code: the same hand writes each of them.</p>
          <div class="strip ten">
            {digits.map((digit) => (
              <Tile
                key={digit}
                pixels={ready.lab.draw(digit, code)}
                size={SIDE}
                label={`A ${digit} in this hand`}
                class={digit === label ? 'selected' : ''}
              />
            ))}
          </div>
        </Touch>
      </div>
      <Formula
        tex={tex}
        values={{ label: String(label), z: code.map((value) => value.toFixed(2)).join(',\\ ') }}
        terms={terms}
        active={active}
      />
      <DataTable
        caption={`Codes of the ${SAMPLES} drawings of a ${label}`}
        columns={['Drawing', 'z₁', 'z₂', 'z₃', 'z₄']}
        rows={codes.map((each, i) => [i + 1, ...each.map((value) => value.toFixed(2))])}
      />
    </>
  );
}
