/** Two ways from a network that reads to one that makes: follow its gradient, or draw what it expects. */
import { useSignal } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { DataTable } from '../../../src/webview/kit/dataTable.tsx';
import { change, useSaved } from '../../../src/webview/kit/figureHost.ts';
import { Formula, type Term, Touch } from '../../../src/webview/kit/formula.tsx';
import { Playback } from '../../../src/webview/kit/playback.tsx';
import { Slider } from '../../../src/webview/kit/slider.tsx';
import { Trainer } from '../../../src/webview/kit/trainer.ts';
import { useInterval } from '../../../src/webview/kit/useInterval.ts';
import { usePrepared } from '../../../src/webview/kit/usePrepared.ts';
import { CLASSES, DreamModel, likeliest, row } from './dreamModel.ts';
import { Dreams, type Frame } from './dreams.tsx';
import { nameLab } from './nameLab.ts';
import { Spelling } from './spelling.tsx';

const terms: readonly Term[] = [
  { name: 'x', symbol: 'x', meaning: 'the dreamed picture; noise at first' },
  { name: 'p', symbol: 'p(k \\mid x)', meaning: 'what the network gives to the digit k asked for' },
  { name: 'R', symbol: 'R(x)', meaning: 'roughness: how much neighbouring pixels differ' },
  { name: 'lambda', symbol: '\\lambda', meaning: 'the price of roughness' },
  { name: 'l', symbol: '\\ell', meaning: 'logits of the next letter' },
  { name: 'T', symbol: 'T', meaning: 'temperature: low is safe, high is daring' },
];

const tex = String.raw`\begin{aligned}
\text{picture:}\quad J &= \ln \term{p}{p(k \mid x)} - \term{lambda}{\lambda}\,\term{R}{R(x)} \\
&= \ln \term{p}{\val{p}} - \term{lambda}{\val{lambda}} \cdot \term{R}{\val{rough}} = \val{goal} \\
\term{x}{x} &\leftarrow \term{x}{x} + \eta\,\nabla_x J \\
\text{name:}\quad \text{next} &\sim \operatorname{softmax}(\term{l}{\ell} / \term{T}{T}) = \operatorname{softmax}(\term{l}{\ell} / \val{temperature})
\end{aligned}`;

const LIMIT = 800;
const DREAM_STEPS = 80;
/** Steps whose pictures are kept on the strip. */
const FILM = [0, 5, 10, 20, 40, DREAM_STEPS];
/** Milliseconds a step of dreaming. */
const PACE = 50;

let lab: { model: DreamModel; trainer: Trainer; film: Frame[] } | undefined;

function dreamLab(seed: number, noise: number) {
  if (lab) return lab;
  const model = new DreamModel(seed, noise);
  const trainer = new Trainer({
    train: () => model.learn(),
    reset: () => model.begin(),
    limit: LIMIT,
  });
  lab = { model, trainer, film: [{ step: 0, pictures: model.pictures() }] };
  return lab;
}

export function Generate() {
  const saved = useSaved('generate', {
    digit: 3,
    smoothing: 0.01,
    noise: 0.6,
    seed: 1,
    dreamed: 0,
    temperature: 0.8,
    text: '',
    names: '',
    drawn: 0,
    steps: 0,
  });
  const active = useSignal<string | undefined>(undefined);
  const dreaming = useSignal(false);
  const { digit, smoothing, noise, seed, temperature } = saved.value;
  const labs = usePrepared(() => ({ dream: dreamLab(seed, noise), names: nameLab() }));
  /** Dreams of an earlier session, dreamed again once the network is back. */
  const owed = useRef(saved.peek().dreamed);

  const dream = () => {
    if (!labs) return;
    const { model, film } = labs.dream;
    model.dream(smoothing);
    if (FILM.includes(model.steps)) film.push({ step: model.steps, pictures: model.pictures() });
    if (model.steps >= DREAM_STEPS) dreaming.value = false;
    change(saved, { dreamed: model.steps });
  };
  const restart = (next: number) => {
    if (!labs) return;
    dreaming.value = false;
    labs.dream.model.restart(next);
    labs.dream.film = [{ step: 0, pictures: labs.dream.model.pictures() }];
    change(saved, { seed: next, dreamed: 0 });
  };
  useInterval(dream, PACE, dreaming.value);
  const trained = labs?.dream.trainer.version.value;
  useEffect(() => {
    if (!labs || labs.dream.trainer.step < saved.peek().steps) return;
    for (const wanted = owed.current; labs.dream.model.steps < wanted; ) dream();
    owed.current = 0;
  }, [labs, trained]);
  const accuracy = useMemo(() => labs?.dream.model.testAccuracy() ?? 0, [labs, trained]);
  if (!labs) return <p class="muted preparing">Drawing digits, inventing names…</p>;

  void labs.names.trainer.version.value;
  const { model, trainer, film } = labs.dream;
  const odds = model.odds();
  const asked = row(odds, digit)[digit] ?? 0;
  const rough = model.roughness(digit);
  return (
    <>
      <div class="bar">
        <Playback
          trainers={[trainer, labs.names.trainer]}
          what="both networks"
          saved={saved.peek().steps}
          onSteps={(steps) => change(saved, { steps })}
        />
        <p class="numbers muted">Reads {(100 * accuracy).toFixed(0)} % of new digits right</p>
      </div>
      <div class="beside generate">
        <section aria-labelledby="dreams-title">
          <h3 id="dreams-title">A picture: follow the gradient</h3>
          <div class="passes">
            <button
              type="button"
              class="primary pace"
              onClick={() => {
                if (model.steps >= DREAM_STEPS) restart(seed + 1);
                dreaming.value = !dreaming.value;
              }}
            >
              {dreaming.value ? 'Pause dreaming' : 'Dream'}
            </button>
            <button type="button" onClick={dream} disabled={model.steps >= DREAM_STEPS}>
              One step uphill
            </button>
            <button type="button" onClick={() => restart(seed + 1)}>
              New noise
            </button>
          </div>
          <Touch term="lambda" active={active}>
            <Slider
              label="Price of roughness λ"
              min={0}
              max={0.2}
              value={smoothing}
              onInput={(value) => change(saved, { smoothing: value })}
            />
          </Touch>
          <Slider
            label="Noise in training σ"
            min={0}
            max={1}
            value={noise}
            title="How noisy digits are while it learns; a change begins the training anew"
            onInput={(value) => {
              change(saved, { noise: value, steps: 0 });
              model.noise = value;
              trainer.reset();
              trainer.play();
              restart(seed);
            }}
          />
          <Dreams
            now={{ step: model.steps, pictures: model.pictures() }}
            film={film}
            odds={odds}
            chosen={digit}
            onChoose={(next) => change(saved, { digit: next })}
            active={active}
          />
        </section>
        <section aria-labelledby="names-title">
          <h3 id="names-title">A name: draw a letter, read it, go on</h3>
          <Spelling
            model={labs.names.model}
            written={saved.value}
            onWrite={({ text, names, drawn }) => change(saved, { text, names, drawn })}
            temperature={temperature}
            onTemperature={(value) => change(saved, { temperature: value })}
            active={active}
          />
        </section>
      </div>
      <Formula
        tex={tex}
        values={{
          p: asked.toFixed(3),
          lambda: smoothing.toFixed(3),
          rough: rough.toFixed(1),
          goal: (Math.log(asked) - smoothing * rough).toFixed(2),
          temperature: temperature.toFixed(2),
        }}
        terms={terms}
        active={active}
      />
      <DataTable
        caption={`The ten dreams after ${model.steps} steps`}
        columns={['Digit asked for', 'Taken for', 'p of the digit asked for', 'Roughness']}
        rows={Array.from({ length: CLASSES }, (_, k) => [
          k,
          likeliest(row(odds, k)),
          (row(odds, k)[k] ?? 0).toFixed(3),
          model.roughness(k).toFixed(1),
        ])}
      />
    </>
  );
}
