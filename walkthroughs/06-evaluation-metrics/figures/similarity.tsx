/** Damage a drawn digit with sliders: PSNR, SSIM and the map of SSIM follow. */
import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { psnr } from '../../../src/metrics/psnr.ts';
import { meanSimilarity, ssim, ssimMap } from '../../../src/metrics/ssim.ts';
import { DataTable } from '../../../src/webview/kit/dataTable.tsx';
import { change, useSaved } from '../../../src/webview/kit/figureHost.ts';
import { Formula, type Term, Touch } from '../../../src/webview/kit/formula.tsx';
import { Slider } from '../../../src/webview/kit/slider.tsx';
import { Tile } from '../../../src/webview/kit/tile.tsx';
import { HeatTile } from './heatTile.tsx';
import {
  type Damage,
  damaged,
  equallyFar,
  intact,
  kinds,
  most,
  originalOf,
  SAME_PSNR,
  SIDE,
} from './similarityLab.ts';

const terms: readonly Term[] = [
  { name: 'error', symbol: '\\mathrm{MSE}', meaning: 'mean squared difference of the pixels' },
  { name: 'means', symbol: '\\mu', meaning: 'means of a window in both pictures: brightness' },
  { name: 'spreads', symbol: '\\sigma', meaning: 'their variances and covariance: structure' },
  { name: 'constants', symbol: 'C', meaning: 'small constants: no division by 0' },
];

const tex = String.raw`\begin{aligned}
\mathrm{PSNR} &= 10 \log_{10} \frac{1}{\term{error}{\mathrm{MSE}}} = 10 \log_{10} \frac{1}{\val{mse}} = \val{psnr}\ \mathrm{dB} \\[14pt]
\mathrm{SSIM} &= \overline{\frac{(2 \term{means}{\mu_x \mu_y} + \term{constants}{C_1})(2 \term{spreads}{\sigma_{xy}} + \term{constants}{C_2})}{(\term{means}{\mu_x^2 + \mu_y^2} + \term{constants}{C_1})(\term{spreads}{\sigma_x^2 + \sigma_y^2} + \term{constants}{C_2})}} = \val{ssim}
\end{aligned}`;

const knobs = [
  ['blur', 'Blur σ, pixels', 'spreads', 0],
  ['noise', 'Noise σ, pixel value', 'error', 0],
  ['shift', 'Shift to the right, pixels', 'spreads', 0],
  ['brightness', 'Brightness, pixel value', 'means', -most.brightness],
] as const;
const names = { blur: 'Blur', noise: 'Noise', shift: 'Shift', brightness: 'Brightness' };

export function Similarity() {
  const saved = useSaved('image-similarity', { ...intact, noise: 0.1, digit: 5 });
  const active = useSignal<string | undefined>(undefined);
  const { digit, ...damage } = saved.value;
  const original = useMemo(() => originalOf(digit), [digit]);
  const copy = damaged(original, damage);
  const map = ssimMap(original, copy, SIDE);
  const scores = { psnr: psnr(original, copy), ssim: meanSimilarity(map) };
  return (
    <>
      <div class="bar">
        {knobs.map(([kind, label, term, min]) => (
          <Touch key={kind} term={term} active={active} class="grow">
            <Slider
              label={label}
              min={min}
              max={most[kind]}
              value={damage[kind]}
              onInput={(value) => change(saved, { [kind]: value })}
            />
          </Touch>
        ))}
        <Slider
          label="Digit"
          min={0}
          max={9}
          integer
          value={digit}
          onInput={(value) => change(saved, { digit: value })}
        />
        <button type="button" class="secondary" onClick={() => change(saved, intact)}>
          No damage
        </button>
      </div>
      <div class="compared">
        <figure>
          <Tile pixels={original} size={SIDE} label={`Original: a drawn ${digit}`} />
          <figcaption>original</figcaption>
        </figure>
        <figure>
          <Tile pixels={copy} size={SIDE} label="Damaged copy" />
          <figcaption>copy</figcaption>
        </figure>
        <figure>
          <HeatTile map={map} label={`Map of SSIM, mean ${scores.ssim.toFixed(3)}`} />
          <figcaption>SSIM around each pixel</figcaption>
        </figure>
      </div>
      <p class="heat-key" aria-hidden="true">
        SSIM 1 <i /> 0 or less
      </p>
      <p class="reading numbers" role="status">
        PSNR <strong>{decibels(scores.psnr)}</strong>, SSIM{' '}
        <strong>{scores.ssim.toFixed(3)}</strong>
      </p>
      <Formula
        tex={tex}
        values={{
          mse: (10 ** (-scores.psnr / 10)).toFixed(4),
          psnr: Number.isFinite(scores.psnr) ? scores.psnr.toFixed(1) : String.raw`\infty`,
          ssim: scores.ssim.toFixed(3),
        }}
        terms={terms}
        active={active}
      />
      <EquallyFar original={original} onTake={(taken) => change(saved, taken)} />
    </>
  );
}

interface EquallyFarProps {
  original: Float32Array;
  onTake: (damage: Damage) => void;
}

function EquallyFar({ original, onTake }: EquallyFarProps) {
  const copies = useMemo(
    () =>
      kinds.map((kind) => {
        const damage = equallyFar(original, kind);
        const copy = damaged(original, damage);
        const scores = { psnr: psnr(original, copy), ssim: ssim(original, copy, SIDE) };
        return { kind, damage, copy, ...scores };
      }),
    [original],
  );
  return (
    <section aria-label="Same PSNR, different looks">
      <h3>Same PSNR, different looks</h3>
      <p class="muted">
        Four copies, each {SAME_PSNR} dB from the original: PSNR cannot tell them apart. Choose one
        to look into it.
      </p>
      <div class="compared four">
        {copies.map(({ kind, damage, copy, ssim: similarity }) => (
          <button key={kind} type="button" class="pick-copy" onClick={() => onTake(damage)}>
            <Tile pixels={copy} size={SIDE} />
            {names[kind]} at {SAME_PSNR}&nbsp;dB
            <span class="numbers">SSIM {similarity.toFixed(2)}</span>
          </button>
        ))}
      </div>
      <DataTable
        caption="Copies of the same PSNR"
        columns={['Damage', 'Amount', 'PSNR, dB', 'SSIM']}
        rows={copies.map((copy) => [
          names[copy.kind],
          copy.damage[copy.kind],
          copy.psnr.toFixed(2),
          copy.ssim.toFixed(3),
        ])}
      />
    </section>
  );
}

function decibels(value: number): string {
  return Number.isFinite(value) ? `${value.toFixed(1)} dB` : '∞ dB: every pixel is equal';
}
