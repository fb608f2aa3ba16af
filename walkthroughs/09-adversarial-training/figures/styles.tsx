/** Turn the dials of a small GAN: the digit, the thickness of its stroke, and a roll for all else. */
import { useSignal } from '@preact/signals';
import { DataTable } from '../../../src/webview/kit/dataTable.tsx';
import { SIDE } from '../../../src/webview/kit/digitSet.ts';
import { change, useSaved } from '../../../src/webview/kit/figureHost.ts';
import { Formula, type Term, Touch } from '../../../src/webview/kit/formula.tsx';
import { Playback } from '../../../src/webview/kit/playback.tsx';
import { Slider } from '../../../src/webview/kit/slider.tsx';
import { Switch } from '../../../src/webview/kit/switch.tsx';
import { nth, Tile } from '../../../src/webview/kit/tile.tsx';
import { usePrepared } from '../../../src/webview/kit/usePrepared.ts';
import { DIGITS } from './drawingLab.ts';
import './figures.css';
import { mean } from './gameLab.ts';
import { StyleLab, scaled, THICK, THIN, type Wish } from './styleLab.ts';

const terms: readonly Term[] = [
  { name: 'style', symbol: 'z', meaning: 'noise: all that is not asked for' },
  { name: 'digit', symbol: 'c', meaning: 'the digit asked for; the network sees it one-hot' },
  { name: 'stroke', symbol: 't', meaning: 'the thickness asked for, scaled: −3 thin, 3 thick' },
];

const tex = String.raw`\begin{aligned}
\text{drawing} &= G(\term{style}{z}, \term{digit}{c}, \term{stroke}{t}) = G(\term{style}{z_{\val{style}}}, \term{digit}{\val{digit}}, \term{stroke}{\val{stroke}}) \\
\text{judged by} &\;\; D(\text{drawing}, \term{digit}{c}, \term{stroke}{t})
\end{aligned}`;

const WIDTHS = Array.from({ length: 5 }, (_, i) => THIN + ((THICK - THIN) * i) / 4);
let lab: StyleLab | undefined;

export function Styles() {
  const initial = { digit: 3, thickness: (THIN + THICK) / 2, roll: 1, steps: 0 };
  const saved = useSaved('controlled-styles', initial);
  const ready = usePrepared(() => {
    lab ??= new StyleLab();
    return lab;
  });
  const active = useSignal<string | undefined>(undefined);
  if (!ready) return <p class="muted preparing">Drawing digits…</p>;

  void ready.trainer.version.value;
  const { digit, thickness, roll } = saved.value;
  const drawings = (wishes: Wish[]) => ({ wishes, pixels: ready.draw(wishes, roll) });
  const digits = drawings(DIGITS.map((each) => ({ digit: each, thickness })));
  const widths = drawings(WIDTHS.map((each) => ({ digit, thickness: each })));
  const asked = ready.draw([{ digit, thickness }], roll);
  return (
    <>
      <Playback
        trainers={[ready.trainer]}
        what="a small GAN that draws on request"
        unit="epoch"
        saved={saved.peek().steps}
        onSteps={(steps) => change(saved, { steps })}
      />
      <div class="bar">
        <Switch
          label="Digit asked for"
          options={DIGITS.map((each) => [String(each), String(each)])}
          value={String(digit)}
          onChoose={(value) => change(saved, { digit: Number(value) })}
        />
        <button type="button" onClick={() => change(saved, { roll: roll + 1 })}>
          Roll another style
        </button>
      </div>
      <Slider
        label="Stroke thickness (pixels)"
        min={THIN}
        max={THICK}
        value={thickness}
        onInput={(value) => change(saved, { thickness: value })}
      />
      <div class="asked-drawing">
        <Tile size={SIDE} pixels={asked} label={`Drawing: ${words({ digit, thickness })}`} />
      </div>
      <p class="reading numbers">
        <strong>Style {roll}</strong>, {words({ digit, thickness })}: mean ink{' '}
        {mean(asked).toFixed(3)}. The discriminator also sees real digits with a request that was
        meant for another: those are wrong answers too.
      </p>
      <Touch term="digit" active={active}>
        <Row title="The same noise and thickness, each digit" {...digits} />
      </Touch>
      <Touch term="stroke" active={active}>
        <Row title="The same noise and digit, thin to thick" {...widths} />
      </Touch>
      <Formula
        tex={tex}
        terms={terms}
        active={active}
        values={{
          style: String(roll),
          digit: String(digit),
          stroke: scaled(thickness).toFixed(2),
        }}
      />
      <DataTable
        caption={`Ink of the ${digit}, by the thickness asked for`}
        columns={['Thickness (pixels)', 'Mean ink (0 to 1)']}
        rows={widths.wishes.map((wish, i) => [
          wish.thickness.toFixed(2),
          mean(nth(widths.pixels, i, SIDE)).toFixed(3),
        ])}
      />
    </>
  );
}

function words({ digit, thickness }: Wish): string {
  return `a ${digit} of stroke ${thickness.toFixed(2)} pixels`;
}

function Row({ title, wishes, pixels }: { title: string; wishes: Wish[]; pixels: Float32Array }) {
  return (
    <figure class="style-row">
      <figcaption class="muted">{title}</figcaption>
      <div class="noise-grid">
        {wishes.map((wish, i) => (
          <Tile key={i} size={SIDE} pixels={nth(pixels, i, SIDE)} label={words(wish)} />
        ))}
      </div>
    </figure>
  );
}
