/** A digit as a cloud in the latent plane: roll points from it, weigh the two losses, morph two digits. */
import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { Random } from '../../../src/data/random.ts';
import { DataTable } from '../../../src/webview/kit/dataTable.tsx';
import { oneOfEach, PIXELS, SIDE, similarTestDigits } from '../../../src/webview/kit/digitSet.ts';
import { change, useSaved } from '../../../src/webview/kit/figureHost.ts';
import { Formula, type Term, Touch } from '../../../src/webview/kit/formula.tsx';
import { crossEntropy } from '../../../src/webview/kit/network/losses.ts';
import { divergence } from '../../../src/webview/kit/network/variational.ts';
import { Playback } from '../../../src/webview/kit/playback.tsx';
import { Slider } from '../../../src/webview/kit/slider.tsx';
import { nth, Tile } from '../../../src/webview/kit/tile.tsx';
import { usePrepared } from '../../../src/webview/kit/usePrepared.ts';
import { CloudPlane } from './cloudPlane.tsx';
import { USUAL_BETA, type VariationalLab, variationalLab } from './latentLab.ts';

const terms: readonly Term[] = [
  { name: 'mean', symbol: '\\mu', meaning: 'centre of the digit’s cloud' },
  { name: 'spread', symbol: '\\sigma', meaning: 'its spread: half-widths of the solid ellipse' },
  { name: 'epsilon', symbol: '\\varepsilon', meaning: 'a roll of the dice, standard normal' },
  { name: 'code', symbol: 'z', meaning: 'the point that is decoded' },
  {
    name: 'reconstruction',
    symbol: 'H',
    meaning: 'reconstruction term: cross-entropy of x and x̂, summed over the pixels',
  },
  { name: 'kl', symbol: 'D', meaning: 'KL divergence from the prior (dashed circle), in nats' },
  { name: 'beta', symbol: '\\beta', meaning: 'weight of the KL term' },
];

const tex = String.raw`\begin{aligned}
\term{code}{z} &= \term{mean}{\mu} + \term{spread}{\sigma}\,\term{epsilon}{\varepsilon} = \begin{pmatrix} \term{mean}{\val{m1}} + \term{spread}{\val{s1}} \cdot \term{epsilon}{(\val{e1})} \\ \term{mean}{\val{m2}} + \term{spread}{\val{s2}} \cdot \term{epsilon}{(\val{e2})} \end{pmatrix} = \term{code}{\begin{pmatrix} \val{z1} \\ \val{z2} \end{pmatrix}} \\
\term{kl}{D} &= \tfrac{1}{2}\sum_{j}\bigl(\term{mean}{\mu_j}^2 + \term{spread}{\sigma_j}^2 - 1 - \ln \term{spread}{\sigma_j}^2\bigr) = \term{kl}{\val{kl}} \\
\mathcal{L} &= \term{reconstruction}{H(x, \hat{x})} + \term{beta}{\beta}\,\term{kl}{D} = \term{reconstruction}{\val{rec}} + \term{beta}{\val{beta}} \cdot \term{kl}{\val{kl}} = \val{loss}
\end{aligned}`;

/** Rolls that stay in the picture. */
const ROLLS = 12;
const MORPH = 9;

export function Variational() {
  const saved = useSaved('variational-autoencoder', {
    beta: USUAL_BETA,
    steps: 0,
    digit: 3,
    other: 8,
    roll: 1,
    morph: 0.5,
  });
  const lab = usePrepared(() => {
    const made = variationalLab();
    made.beta = saved.peek().beta;
    return made;
  });
  const active = useSignal<string | undefined>(undefined);
  const version = lab?.trainer.version.value;
  const codes = useMemo(() => lab?.codes(), [lab, version]);
  if (!lab || !codes) return <p class="muted preparing">Drawing 1,800 digits…</p>;

  const { beta, digit, other, roll, morph } = saved.value;
  const view = look(lab, digit, roll);
  const path = morphPath(lab, digit, other);
  const setBeta = (value: number) => {
    lab.beta = value;
    change(saved, { beta: value });
    if (lab.trainer.step === 0) return;
    lab.trainer.extend();
    lab.trainer.play();
  };
  return (
    <>
      <div class="bar">
        <Touch term="beta" active={active} class="grow">
          <Slider
            label="β, weight of the KL term"
            min={0.05}
            max={50}
            log
            value={beta}
            onInput={setBeta}
          />
        </Touch>
        <Playback
          trainers={[lab.trainer]}
          what="the variational autoencoder"
          saved={saved.peek().steps}
          onSteps={(steps) => change(saved, { steps })}
        />
      </div>
      <DigitChoice
        label="Digit"
        value={digit}
        onChoose={(value) => change(saved, { digit: value })}
      />
      <div class="beside cloud">
        <Touch term="spread" active={active}>
          <CloudPlane
            codes={codes}
            mean={view.mean}
            spread={view.spread}
            rolls={view.rolls}
            path={path.ends}
            at={morph}
          />
        </Touch>
        <div class="dice">
          <div class="pair">
            <Touch term="reconstruction" active={active}>
              <Tile pixels={view.input} size={SIDE} label={`Input: a ${digit}`} />
              <p class="muted">x</p>
            </Touch>
            <Touch term="code" active={active}>
              <Tile pixels={view.picture} size={SIDE} label="Decoded from z" />
              <p class="muted">x̂, decoded from z</p>
            </Touch>
          </div>
          <Touch term="epsilon" active={active}>
            <button type="button" class="primary" onClick={() => change(saved, { roll: roll + 1 })}>
              Roll ε
            </button>
          </Touch>
          <p class="muted">The last {ROLLS} rolls, all from this one digit’s cloud:</p>
          <div class="strip rolls">
            {view.rolls.map((z, i) => (
              <Tile key={i} pixels={lab.decode(z)} size={SIDE} label={`Roll ${i + 1}`} />
            ))}
          </div>
          <LossBar
            reconstruction={lab.loss?.reconstruction ?? view.reconstruction}
            weighted={beta * (lab.loss?.divergence ?? view.kl)}
          />
        </div>
      </div>
      <section class="morph" aria-label="Morph between two digits">
        <h3>
          From a {digit} to a {other}, along a straight line between their means
        </h3>
        <div class="strip morphs">
          {path.pictures.map((pixels, i) => (
            <Tile
              key={i}
              pixels={pixels}
              size={SIDE}
              label={`${Math.round((100 * i) / (MORPH - 1))} % of the way`}
              class={Math.round(morph * (MORPH - 1)) === i ? 'selected' : ''}
            />
          ))}
        </div>
        <div class="beside">
          <Slider
            label="Way from one to the other"
            min={0}
            max={1}
            value={morph}
            onInput={(value) => change(saved, { morph: value })}
          />
          <DigitChoice
            label="To"
            value={other}
            onChoose={(value) => change(saved, { other: value })}
          />
        </div>
      </section>
      <Formula tex={tex} values={values(view, beta)} terms={terms} active={active} />
      <DataTable
        caption="Clouds of one test digit of each kind"
        columns={['Digit', 'μ₁', 'μ₂', 'σ₁', 'σ₂', 'KL, nats']}
        rows={oneOfEach(similarTestDigits()).map((index, label) => {
          const { mean, spread } = lab.encode(similarTestDigits().image(index));
          const numbers = [...mean, ...spread, divergence(mean, spread)];
          return [label, ...numbers.map((value) => value.toFixed(2))];
        })}
      />
    </>
  );
}

function look(lab: VariationalLab, digit: number, roll: number) {
  const input = imageOf(digit);
  const { mean, spread } = lab.encode(input);
  const random = new Random(roll);
  const epsilon = Float32Array.from({ length: 2 }, () => random.normal());
  const rolls = Array.from({ length: ROLLS }, (_, i) => rollOf(mean, spread, roll - i));
  const z = Float32Array.from(mean, (m, j) => m + (spread[j] ?? 0) * (epsilon[j] ?? 0));
  const picture = lab.decode(z);
  const reconstruction = crossEntropy(picture, input, PIXELS, 1).loss;
  return {
    input,
    mean,
    spread,
    epsilon,
    z,
    rolls,
    picture,
    reconstruction,
    kl: divergence(mean, spread),
  };
}

function rollOf(mean: Float32Array, spread: Float32Array, seed: number): Float32Array {
  const random = new Random(seed);
  return mean.map((m, j) => m + (spread[j] ?? 0) * random.normal());
}

function morphPath(lab: VariationalLab, digit: number, other: number) {
  const from = lab.encode(imageOf(digit)).mean;
  const to = lab.encode(imageOf(other)).mean;
  const codes = Float32Array.from({ length: 2 * MORPH }, (_, i) => {
    const share = Math.floor(i / 2) / (MORPH - 1);
    return (1 - share) * (from[i % 2] ?? 0) + share * (to[i % 2] ?? 0);
  });
  const pictures = lab.decode(codes);
  return {
    ends: [from, to] as const,
    pictures: Array.from({ length: MORPH }, (_, i) => nth(pictures, i, SIDE)),
  };
}

function imageOf(digit: number): Float32Array {
  const set = similarTestDigits();
  return set.image(oneOfEach(set)[digit] ?? 0);
}

function values(view: ReturnType<typeof look>, beta: number): Record<string, string> {
  const two = (array: Float32Array, j: number) => (array[j] ?? 0).toFixed(2);
  return {
    m1: two(view.mean, 0),
    m2: two(view.mean, 1),
    s1: two(view.spread, 0),
    s2: two(view.spread, 1),
    e1: two(view.epsilon, 0),
    e2: two(view.epsilon, 1),
    z1: two(view.z, 0),
    z2: two(view.z, 1),
    kl: view.kl.toFixed(2),
    rec: view.reconstruction.toFixed(1),
    beta: beta.toPrecision(2),
    loss: (view.reconstruction + beta * view.kl).toFixed(1),
  };
}

interface ChoiceProps {
  label: string;
  value: number;
  onChoose: (digit: number) => void;
}

function DigitChoice({ label, value, onChoose }: ChoiceProps) {
  return (
    <fieldset class="digits">
      <legend>{label}</legend>
      {Array.from({ length: 10 }, (_, digit) => (
        <button
          key={digit}
          type="button"
          class="pick"
          aria-pressed={digit === value}
          aria-label={`${digit}`}
          onClick={() => onChoose(digit)}
        >
          <Tile pixels={imageOf(digit) ?? new Float32Array(PIXELS)} size={SIDE} />
        </button>
      ))}
    </fieldset>
  );
}

/** How the two terms share the loss, over the last training batches. */
function LossBar({ reconstruction, weighted }: { reconstruction: number; weighted: number }) {
  const total = reconstruction + weighted || 1;
  return (
    <div class="loss-bar">
      <div class="track" aria-hidden="true">
        <i class="part" style={{ width: `${(100 * reconstruction) / total}%` }} />
      </div>
      <p class="sums numbers">
        <span>
          <i class="key-box" style={{ '--key': 'var(--vscode-charts-blue)' }} /> reconstruction{' '}
          {reconstruction.toFixed(2)}
        </span>{' '}
        <span>
          <i class="key-box" style={{ '--key': 'var(--vscode-charts-yellow)' }} /> β·KL{' '}
          {weighted.toFixed(2)}
        </span>
        <br />
        <span class="muted">mean of the last training batches</span>
      </p>
    </div>
  );
}
