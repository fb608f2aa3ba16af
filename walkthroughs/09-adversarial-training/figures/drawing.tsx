/** Scrub through the epochs of a small GAN over a fixed noise grid. */
import { useSignal } from '@preact/signals';
import { DataTable } from '../../../src/webview/kit/dataTable.tsx';
import { SIDE } from '../../../src/webview/kit/digitSet.ts';
import { change, useSaved } from '../../../src/webview/kit/figureHost.ts';
import { Formula, type Term, Touch } from '../../../src/webview/kit/formula.tsx';
import { MarkedChart } from '../../../src/webview/kit/markedChart.tsx';
import { Playback } from '../../../src/webview/kit/playback.tsx';
import { nth, Tile } from '../../../src/webview/kit/tile.tsx';
import { usePrepared } from '../../../src/webview/kit/usePrepared.ts';
import { DIGITS, DrawingLab, EPOCHS, type Epoch, ROWS } from './drawingLab.ts';
import './figures.css';

const terms: readonly Term[] = [
  { name: 'real', symbol: 'D(x)', meaning: 'mean opinion of real digits' },
  { name: 'made', symbol: 'D(G(z))', meaning: 'mean opinion of the drawings in the grid' },
  { name: 'judge', symbol: '\\mathcal{L}_D', meaning: 'loss of the discriminator' },
  { name: 'maker', symbol: '\\mathcal{L}_G', meaning: 'loss of the generator' },
];

const tex = String.raw`\begin{aligned}
\term{judge}{\mathcal{L}_D} &= -\mathbb{E}\ln \term{real}{D(x)} - \mathbb{E}\ln\bigl(1 - \term{made}{D(G(z))}\bigr) = \val{judge} \\
\term{maker}{\mathcal{L}_G} &= -\mathbb{E}\ln \term{made}{D(G(z))} = \val{maker} \\
\term{real}{\overline{D(x)}} &= \val{real} \qquad \term{made}{\overline{D(G(z))} = \val{made}}
\end{aligned}`;

/** Stands for the newest epoch. */
const NEWEST = 0;
let lab: DrawingLab | undefined;

export function Drawing() {
  const saved = useSaved('image-gan', { at: NEWEST, steps: 0 });
  const ready = usePrepared(() => {
    lab ??= new DrawingLab();
    return lab;
  });
  const active = useSignal<string | undefined>(undefined);
  if (!ready) return <p class="muted preparing">Drawing digits…</p>;

  void ready.trainer.version.value;
  const { epochs } = ready;
  const { at } = saved.value;
  const shown = at === NEWEST ? epochs.length : Math.min(at, epochs.length);
  const here = epochs[shown - 1];
  const opinions = here
    ? `D ${here.onReal.toFixed(2)} of real digits, ${here.onMade.toFixed(2)} of drawings`
    : 'not trained yet';
  return (
    <>
      <div class="bar">
        <Playback
          trainers={[ready.trainer]}
          what="a small GAN that draws digits"
          unit="epoch"
          saved={saved.peek().steps}
          onSteps={(steps) => change(saved, { steps })}
        />
        <button
          type="button"
          disabled={at === NEWEST}
          onClick={() => change(saved, { at: NEWEST })}
        >
          Follow the newest epoch
        </button>
      </div>
      <Grid epoch={here} />
      <p class="reading numbers">
        <strong>Epoch {shown}</strong>: {opinions}. Each row has the same noise, each column the
        same digit asked for: without being asked, so small a network would drop most digits.
      </p>
      <Touch term="made" active={active}>
        <MarkedChart
          label="The discriminator’s opinions over the epochs"
          x={{ label: 'epoch', min: 0, max: EPOCHS }}
          y={{ label: 'mean D', min: 0, max: 1 }}
          at={shown}
          step={1}
          reading={`epoch ${shown}: ${opinions}`}
          onMove={(epoch) => change(saved, { at: Math.max(1, Math.min(epochs.length, epoch)) })}
          lines={[
            {
              name: 'real digits',
              token: 'charts-yellow',
              points: epochs.map(({ onReal }, i) => [i + 1, onReal] as const),
            },
            {
              name: 'drawings',
              token: 'charts-blue',
              dashed: true,
              points: epochs.map(({ onMade }, i) => [i + 1, onMade] as const),
            },
          ]}
        />
      </Touch>
      <Formula
        tex={tex}
        terms={terms}
        active={active}
        values={{
          judge: here?.discriminator.toFixed(2) ?? '?',
          maker: here?.generator.toFixed(2) ?? '?',
          real: here?.onReal.toFixed(2) ?? '?',
          made: here?.onMade.toFixed(2) ?? '?',
        }}
      />
      <DataTable
        caption="Losses and opinions, every fourth epoch"
        columns={[
          'Epoch',
          'Discriminator’s loss',
          'Generator’s loss',
          'D of real',
          'D of drawings',
        ]}
        rows={epochs.flatMap((epoch, i) => (i % 4 === 3 ? [rowOf(epoch, i + 1)] : []))}
      />
    </>
  );
}

function Grid({ epoch }: { epoch: Epoch | undefined }) {
  const blank = new Float32Array(SIDE * SIDE);
  return (
    <div class="noise-grid">
      {Array.from({ length: ROWS * DIGITS.length }, (_, i) => (
        <Tile
          key={i}
          size={SIDE}
          pixels={epoch ? nth(epoch.drawings, i, SIDE) : blank}
          label={`Drawing of a ${DIGITS[i % DIGITS.length]}, noise ${Math.floor(i / DIGITS.length) + 1}`}
        />
      ))}
    </div>
  );
}

function rowOf({ discriminator, generator, onReal, onMade }: Epoch, epoch: number) {
  return [epoch, ...[discriminator, generator, onReal, onMade].map((value) => value.toFixed(2))];
}
