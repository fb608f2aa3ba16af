/** Turn up the noise and see how far a network that learns right here can take it back. */
import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { decibels, meanSquaredError } from '../../../src/metrics/psnr.ts';
import { DataTable } from '../../../src/webview/kit/dataTable.tsx';
import { oneOfEach, PIXELS, SIDE, testDigits } from '../../../src/webview/kit/digitSet.ts';
import { change, useSaved } from '../../../src/webview/kit/figureHost.ts';
import { Formula, type Term, Touch } from '../../../src/webview/kit/formula.tsx';
import { PictureRows } from '../../../src/webview/kit/pictureRows.tsx';
import { Playback } from '../../../src/webview/kit/playback.tsx';
import { Slider } from '../../../src/webview/kit/slider.tsx';
import { Tile } from '../../../src/webview/kit/tile.tsx';
import { usePrepared } from '../../../src/webview/kit/usePrepared.ts';
import { addNoise, DenoisingLab, LEVELS, MAX_NOISE, noisePattern } from './denoisingLab.ts';
import { NoiseChart } from './noiseChart.tsx';

const terms: readonly Term[] = [
  { name: 'clean', symbol: 'x', meaning: 'the clean image: the target' },
  { name: 'noise', symbol: '\\sigma', meaning: 'how strong the noise is; white is 1' },
  {
    name: 'epsilon',
    symbol: '\\varepsilon',
    meaning: 'the pattern, standard normal, new for every image',
  },
  { name: 'noisy', symbol: '\\tilde{x}', meaning: 'the noisy image that goes in, cut to 0 … 1' },
  { name: 'output', symbol: 'f(\\tilde{x})', meaning: 'what the network returns' },
];

const tex = String.raw`\begin{aligned}
\term{noisy}{\tilde{x}} &= \term{clean}{x} + \term{noise}{\sigma}\,\term{epsilon}{\varepsilon} = \term{clean}{x} + \term{noise}{\val{noise}}\,\term{epsilon}{\varepsilon} \\
\mathrm{MSE} &= \frac{1}{n}\sum_{i=1}^{n}\bigl(\term{clean}{x_i} - \term{output}{f(\tilde{x})_i}\bigr)^2 = \val{mse} \\
\mathrm{PSNR} &= 10\,\log_{10}\frac{1}{\mathrm{MSE}} = \val{psnr}\ \mathrm{dB}
\end{aligned}`;

let lab: DenoisingLab | undefined;

export function Denoising() {
  const saved = useSaved('denoising', { noise: 0.4, pattern: 1, steps: 0, selected: 5 });
  const ready = usePrepared(() => {
    lab ??= new DenoisingLab();
    return lab;
  });
  const active = useSignal<string | undefined>(undefined);
  const version = ready?.trainer.version.value;
  const curve = useMemo(() => ready?.curve(), [ready, version]);
  if (!ready || !curve) return <p class="muted preparing">Drawing 1,800 digits…</p>;

  const { noise, pattern, selected } = saved.value;
  const view = look(ready, noise, pattern);
  const names = view.digits.map((index) => `a ${testDigits().labels[index]}`);
  const chosen = {
    clean: view.clean[selected] ?? new Float32Array(PIXELS),
    noisy: view.noisy[selected] ?? new Float32Array(PIXELS),
    cleaned: view.cleaned[selected] ?? new Float32Array(PIXELS),
  };
  const mse = meanSquaredError(chosen.clean, chosen.cleaned);
  return (
    <>
      <div class="bar">
        <Touch term="noise" active={active} class="grow">
          <Slider
            label="Noise σ"
            min={0}
            max={MAX_NOISE}
            value={noise}
            onInput={(value) => change(saved, { noise: value })}
          />
        </Touch>
        <Touch term="epsilon" active={active}>
          <button type="button" onClick={() => change(saved, { pattern: pattern + 1 })}>
            New noise
          </button>
        </Touch>
        <Playback
          trainers={[ready.trainer]}
          what="the denoising autoencoder"
          saved={saved.peek().steps}
          onSteps={(steps) => change(saved, { steps })}
        />
      </div>
      <div class="triple">
        <Touch term="clean" active={active}>
          <Tile pixels={chosen.clean} size={SIDE} label={`Clean: ${names[selected]}`} />
          <p>clean</p>
        </Touch>
        <Arrow text="+ σε" />
        <Touch term="noisy" active={active}>
          <Tile pixels={chosen.noisy} size={SIDE} label="With noise" />
          <p class="numbers">noisy, {db(meanSquaredError(chosen.clean, chosen.noisy))}</p>
        </Touch>
        <Arrow text="f" />
        <Touch term="output" active={active}>
          <Tile pixels={chosen.cleaned} size={SIDE} label="Cleaned by the network" />
          <p class="numbers">cleaned, {db(mse)}</p>
        </Touch>
      </div>
      <PictureRows
        size={SIDE}
        names={names}
        selected={selected}
        onSelect={(column) => change(saved, { selected: column })}
        rows={[
          { name: 'Clean', pictures: view.clean },
          { name: 'Noisy', pictures: view.noisy },
          { name: 'Cleaned', pictures: view.cleaned },
        ]}
      />
      <NoiseChart curve={curve} noise={noise} />
      <Formula
        tex={tex}
        values={{ noise: noise.toFixed(2), mse: mse.toFixed(4), psnr: decibels(mse).toFixed(1) }}
        terms={terms}
        active={active}
      />
      <DataTable
        caption="Mean PSNR of 16 test digits"
        columns={['Noise σ', 'Noisy, dB', 'Cleaned, dB']}
        rows={curve.map(({ noisy, cleaned }, i) => [
          (LEVELS[i] ?? 0).toFixed(1),
          Number.isFinite(noisy) ? noisy.toFixed(1) : 'no noise',
          cleaned.toFixed(1),
        ])}
      />
    </>
  );
}

function Arrow({ text }: { text: string }) {
  return (
    <span class="arrow" aria-hidden="true">
      {text}
      <br />→
    </span>
  );
}

function look(ready: DenoisingLab, noise: number, pattern: number) {
  const set = testDigits();
  const digits = oneOfEach(set);
  const clean = digits.map((index) => set.image(index));
  const noisy = clean.map((image, i) =>
    addNoise(image, noisePattern(1000 * pattern + i, PIXELS), noise),
  );
  return { digits, clean, noisy, cleaned: noisy.map((image) => ready.clean(image)) };
}

function db(mse: number): string {
  return mse === 0 ? 'no error' : `${decibels(mse).toFixed(1)} dB`;
}
