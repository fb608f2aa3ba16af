/** Two equal autoencoders learn from the same 10 digits, one of them augmented: compare what they draw. */
import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { DataTable } from '../../../src/webview/kit/dataTable.tsx';
import { SIDE } from '../../../src/webview/kit/digitSet.ts';
import { change, useSaved } from '../../../src/webview/kit/figureHost.ts';
import { Formula, type Term, Touch } from '../../../src/webview/kit/formula.tsx';
import { Playback } from '../../../src/webview/kit/playback.tsx';
import { Slider } from '../../../src/webview/kit/slider.tsx';
import { nth, Tile } from '../../../src/webview/kit/tile.tsx';
import { usePrepared } from '../../../src/webview/kit/usePrepared.ts';
import { GenerationLab, type Scores, SHOWN } from './generationLab.ts';

const terms: readonly Term[] = [
  {
    name: 'means',
    symbol: '\\mu',
    meaning: 'mean of the features, of samples (g) and of new digits (r)',
  },
  { name: 'spreads', symbol: '\\Sigma', meaning: 'their covariance' },
  { name: 'diversity', symbol: 'D', meaning: 'mean squared distance of two samples' },
  { name: 'augmented', symbol: "'", meaning: 'of the augmented autoencoder' },
];

const tex = String.raw`\begin{aligned}
\mathrm{FID} &= \lVert \term{means}{\mu_g - \mu_r} \rVert^2 + \operatorname{tr}\bigl(\term{spreads}{\Sigma_g + \Sigma_r - 2\sqrt{\Sigma_g \Sigma_r}}\bigr) \\
&= \val{plain} \qquad \mathrm{FID}\term{augmented}{'} = \val{augmented} \\
\term{diversity}{D} &= \mathbb{E}\,\lVert f - g \rVert^2 = \val{plainD} \qquad \term{diversity}{D}\term{augmented}{'} = \val{augmentedD}
\end{aligned}`;

let lab: GenerationLab | undefined;

export function Generation() {
  const saved = useSaved('augmentation-for-generation', {
    turn: 10,
    shift: 0.5,
    zoom: 0.1,
    steps: 0,
  });
  const { turn, shift, zoom } = saved.value;
  const ready = usePrepared(() => {
    lab ??= new GenerationLab({ turn, shift, zoom });
    return lab;
  });
  const active = useSignal<string | undefined>(undefined);
  const version = ready?.trainer.version.value;
  const drawn = useMemo(() => ready && look(ready), [ready, version]);
  if (!ready || !drawn)
    return <p class="muted preparing">Drawing 1,800 digits, and training a judge of them…</p>;

  ready.reach = { turn, shift, zoom };
  const { plain, augmented } = drawn;
  return (
    <>
      <div class="bar">
        <Playback
          trainers={[ready.trainer]}
          what="both autoencoders"
          saved={saved.peek().steps}
          onSteps={(steps) => change(saved, { steps })}
        />
      </div>
      <div class="bar">
        <Touch term="augmented" active={active} class="grow">
          <Slider
            label="Rotation up to, degrees"
            min={0}
            max={90}
            integer
            value={turn}
            onInput={(value) => change(saved, { turn: value })}
          />
        </Touch>
        <Touch term="augmented" active={active} class="grow">
          <Slider
            label="Shift up to, pixels"
            min={0}
            max={4}
            value={shift}
            onInput={(value) => change(saved, { shift: value })}
          />
        </Touch>
        <Touch term="augmented" active={active} class="grow">
          <Slider
            label="Change of size up to"
            min={0}
            max={0.5}
            value={zoom}
            onInput={(value) => change(saved, { zoom: value })}
          />
        </Touch>
      </div>
      <div class="planes">
        <Samples name="Without augmentation" images={plain.images} scores={plain.scores} />
        <Samples name="With augmentation" images={augmented.images} scores={augmented.scores} />
      </div>
      <p class="reading numbers">
        New digits have a diversity of <strong>{ready.realDiversity.toFixed(2)}</strong>. Both learn
        from the same 10 digits, and draw from the same random codes.
      </p>
      <Formula
        tex={tex}
        values={{
          plain: plain.scores.distance.toFixed(3),
          augmented: augmented.scores.distance.toFixed(3),
          plainD: plain.scores.diversity.toFixed(2),
          augmentedD: augmented.scores.diversity.toFixed(2),
        }}
        terms={terms}
        active={active}
      />
      <p class="muted">
        Features are the eight numbers before the answer of a small classifier that was trained when
        the figure opened.
      </p>
      <DataTable
        caption="Scores of 120 samples of each autoencoder against 300 new digits"
        columns={['Autoencoder', 'Diversity', 'FID']}
        rows={[
          [
            'without augmentation',
            plain.scores.diversity.toFixed(3),
            plain.scores.distance.toFixed(4),
          ],
          [
            'with augmentation',
            augmented.scores.diversity.toFixed(3),
            augmented.scores.distance.toFixed(4),
          ],
        ]}
      />
    </>
  );
}

interface SamplesProps {
  name: string;
  images: Float32Array;
  scores: Scores;
}

function Samples({ name, images, scores }: SamplesProps) {
  return (
    <section class="plane-box" aria-label={name}>
      <h3>{name}</h3>
      <div class="strip samples-of">
        {Array.from({ length: SHOWN }, (_, i) => (
          <Tile key={i} pixels={nth(images, i, SIDE)} size={SIDE} />
        ))}
      </div>
      <p class="numbers">
        FID <strong>{scores.distance.toFixed(3)}</strong>, diversity{' '}
        <strong>{scores.diversity.toFixed(2)}</strong>
      </p>
    </section>
  );
}

function look(lab: GenerationLab) {
  const [plain, augmented] = [lab.samples('plain'), lab.samples('augmented')];
  return {
    plain: { images: plain, scores: lab.scores(plain) },
    augmented: { images: augmented, scores: lab.scores(augmented) },
  };
}
