/** Squeeze the bottleneck of a network that trains right here, and see what survives. */
import { useSignal } from '@preact/signals';
import { decibels, meanSquaredError } from '../../../src/metrics/psnr.ts';
import { DataTable } from '../../../src/webview/kit/dataTable.tsx';
import { oneOfEach, PIXELS, SIDE, testDigits } from '../../../src/webview/kit/digitSet.ts';
import { DrawPad } from '../../../src/webview/kit/drawPad.tsx';
import { change, useSaved } from '../../../src/webview/kit/figureHost.ts';
import { Formula, type Term, Touch } from '../../../src/webview/kit/formula.tsx';
import { PictureRows } from '../../../src/webview/kit/pictureRows.tsx';
import { Playback } from '../../../src/webview/kit/playback.tsx';
import { Slider } from '../../../src/webview/kit/slider.tsx';
import { Tile } from '../../../src/webview/kit/tile.tsx';
import { usePrepared } from '../../../src/webview/kit/usePrepared.ts';
import { BottleneckLab, MAX_CODE } from './bottleneckLab.ts';
import { Hourglass } from './hourglass.tsx';
import { SizeChart } from './sizeChart.tsx';

const terms: readonly Term[] = [
  { name: 'copy', symbol: '\\hat{x}', meaning: 'the copy that the decoder draws' },
  { name: 'input', symbol: 'x', meaning: 'the image that goes in, n = 196 pixels' },
  { name: 'code', symbol: 'z', meaning: 'the code: all that passes the bottleneck' },
  { name: 'loss', symbol: '\\mathcal{L}', meaning: 'reconstruction loss: mean squared difference' },
];

const tex = String.raw`\begin{aligned}
\term{code}{z} &= \operatorname{encode}(\term{input}{x}) \in \mathbb{R}^{\val{k}} \qquad \term{copy}{\hat{x}} = \operatorname{decode}(\term{code}{z}) \\
\term{loss}{\mathcal{L}} &= \frac{1}{n} \sum_{i=1}^{n} \bigl(\term{input}{x_i} - \term{copy}{\hat{x}_i}\bigr)^2 = \term{loss}{\val{loss}}
\end{aligned}`;

const empty: readonly number[] = [];
let lab: BottleneckLab | undefined;

export function Bottleneck() {
  const saved = useSaved('bottleneck', { code: 8, steps: 0, selected: 4, drawing: empty });
  const ready = usePrepared(() => {
    lab ??= new BottleneckLab(saved.peek().code);
    return lab;
  });
  const active = useSignal<string | undefined>(undefined);
  if (!ready) return <p class="muted preparing">Drawing 1,800 digits…</p>;

  void ready.trainer.version.value;
  const { code, selected, drawing } = saved.value;
  const view = look(ready, selected, drawing);
  const resize = (next: number) => {
    ready.resize(next);
    change(saved, { code: next });
    if (ready.trainer.playing.value) ready.trainer.extend();
    else if (ready.trainer.step > 0) ready.trainer.play();
  };
  /** The first column is the learner's drawing, once there is one. */
  const shown = (pictures: Float32Array[]) =>
    pictures.map((picture, i) => (i === 0 && drawing.length === 0 ? undefined : picture));
  const draw = (pixels: Float32Array) =>
    change(saved, { drawing: Array.from(pixels, round2), selected: 0 });

  return (
    <>
      <div class="bar">
        <Touch term="code" active={active} class="grow">
          <Slider
            label="Numbers in the bottleneck"
            min={1}
            max={MAX_CODE}
            integer
            value={code}
            onInput={resize}
          />
        </Touch>
        <Playback
          trainers={[ready.trainer]}
          what="the autoencoder"
          saved={saved.peek().steps}
          onSteps={(steps) => change(saved, { steps })}
        />
      </div>
      <div class="hourglass">
        <Touch term="input" active={active}>
          <Tile pixels={view.chosen} size={SIDE} label={`Input: ${view.names[selected]}`} />
        </Touch>
        <Touch term="code" active={active}>
          <Hourglass code={view.code} pixels={PIXELS} />
        </Touch>
        <Touch term="copy" active={active}>
          <Tile pixels={view.copy} size={SIDE} label="The autoencoder’s copy" />
        </Touch>
      </div>
      <p class="reading numbers">
        {PIXELS} pixels → {code} {code === 1 ? 'number' : 'numbers'} → {PIXELS} pixels:{' '}
        <strong>{(PIXELS / code).toFixed(1)} to 1</strong>. This copy: {db(view.loss)}, from {code}{' '}
        principal components: {db(view.linearLoss)}.
      </p>
      <PictureRows
        size={SIDE}
        names={view.names}
        selected={selected}
        onSelect={(column) => change(saved, { selected: column })}
        rows={[
          { name: 'Original', pictures: shown(view.originals) },
          { name: 'Autoencoder', pictures: shown(view.copies) },
          { name: 'Principal components', pictures: shown(view.linear) },
        ]}
      />
      <div class="beside">
        <div class="pad">
          <DrawPad
            pixels={view.originals[0] ?? new Float32Array(PIXELS)}
            size={SIDE}
            label="Draw your own digit"
            onDraw={draw}
          />
          <p class="muted">Your own digit</p>
          <button type="button" onClick={() => change(saved, { drawing: empty, selected: 4 })}>
            Clear
          </button>
        </div>
        <SizeChart lab={ready} />
      </div>
      <Formula
        tex={tex}
        values={{ k: String(code), loss: view.loss.toFixed(4) }}
        terms={terms}
        active={active}
      />
      <DataTable
        caption="Loss of each picture on show"
        columns={['Picture', 'Autoencoder, MSE', 'Principal components, MSE']}
        rows={view.names.map((name, i) => [
          name,
          error(view.originals[i], view.copies[i]),
          error(view.originals[i], view.linear[i]),
        ])}
      />
    </>
  );
}

/** Everything on show, computed from the network as it is now. */
function look(ready: BottleneckLab, selected: number, drawing: readonly number[]) {
  const set = testDigits();
  const digits = oneOfEach(set);
  const drawn = new Float32Array(PIXELS);
  drawn.set(drawing.slice(0, PIXELS));
  const originals = [drawn, ...digits.map((index) => set.image(index))];
  const copies = originals.map((picture) => ready.decode(ready.encode(picture)));
  const linear = originals.map((picture) => ready.linearCopy(picture));
  const chosen = originals[selected] ?? drawn;
  const copy = copies[selected] ?? drawn;
  return {
    names: ['your drawing', ...digits.map((index) => `a ${set.labels[index]}`)],
    originals,
    copies,
    linear,
    chosen,
    copy,
    code: ready.encode(chosen),
    loss: meanSquaredError(chosen, copy),
    linearLoss: meanSquaredError(chosen, linear[selected] ?? drawn),
  };
}

function error(a: Float32Array | undefined, b: Float32Array | undefined): string {
  return a && b ? meanSquaredError(a, b).toFixed(4) : '';
}

function db(mse: number): string {
  return mse === 0 ? 'perfect' : `${decibels(mse).toFixed(1)} dB`;
}

function round2(value: number): number {
  return Math.round(value * 100) / 100;
}
