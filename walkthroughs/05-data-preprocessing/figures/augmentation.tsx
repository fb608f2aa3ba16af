/** Turn, move, resize, mirror and roughen a digit, and see when its label becomes a lie. */
import { type Signal, useSignal } from '@preact/signals';
import { DataTable } from '../../../src/webview/kit/dataTable.tsx';
import { SIDE } from '../../../src/webview/kit/digitSet.ts';
import { change, useSaved } from '../../../src/webview/kit/figureHost.ts';
import { Formula, type Term, Touch } from '../../../src/webview/kit/formula.tsx';
import { Slider } from '../../../src/webview/kit/slider.tsx';
import { Tile } from '../../../src/webview/kit/tile.tsx';
import { usePrepared } from '../../../src/webview/kit/usePrepared.ts';
import { exampleOf, grid, nameOf, type Recipe } from './augmentLab.ts';

const terms: readonly Term[] = [
  { name: 'turn', symbol: '\\theta', meaning: 'angle of the rotation R, drawn anew each time' },
  { name: 'zoom', symbol: 's', meaning: 'size: 1 is as it was' },
  { name: 'shift', symbol: 't', meaning: 'shift in pixels: what leaves the frame is cropped' },
  { name: 'noise', symbol: '\\sigma', meaning: 'strength of the noise ε; white is 1' },
];

const tex = String.raw`\begin{aligned}
\tilde{x}(p) &= x\bigl(c + \tfrac{1}{\term{zoom}{s}} R(\term{turn}{\theta})(p - c - \term{shift}{t})\bigr) + \term{noise}{\sigma}\,\varepsilon \\
\term{turn}{\theta} &\in [-\val{turn}^\circ, \val{turn}^\circ], \quad \term{zoom}{s} \in [\val{small}, \val{large}] \\
\term{shift}{t} &\in [-\val{shift}, \val{shift}]^2, \quad \term{noise}{\sigma} = \val{noise}
\end{aligned}`;

const COUNT = 24;
const digits = Array.from({ length: 10 }, (_, digit) => digit);

export function Augmentation() {
  const saved = useSaved('augmentation', {
    digit: 6,
    turn: 15,
    shift: 1,
    zoom: 0.15,
    noise: 0.05,
    mirror: false,
    seed: 1,
  });
  const active = useSignal<string | undefined>(undefined);
  const ready = usePrepared(() => exampleOf(0));
  if (!ready) return <p class="muted preparing">Drawing 1,800 digits…</p>;

  const { digit, seed, ...recipe } = saved.value;
  const pictures = grid(digit, recipe, seed, COUNT);
  const names = pictures.map(nameOf);
  const kept = names.filter((name) => name === digit).length;
  return (
    <>
      <div class="bar">
        <fieldset class="digits">
          <legend>Digit</legend>
          {digits.map((each) => (
            <button
              key={each}
              type="button"
              class="pick"
              aria-pressed={each === digit}
              aria-label={`Augment a ${each}`}
              onClick={() => change(saved, { digit: each })}
            >
              <Tile pixels={exampleOf(each)} size={SIDE} />
            </button>
          ))}
        </fieldset>
        <button type="button" onClick={() => change(saved, { seed: seed + 1 })}>
          Draw others
        </button>
      </div>
      <Knobs recipe={recipe} active={active} onChange={(part) => change(saved, part)} />
      <p class="reading" role="status">
        <strong>
          {kept} of {COUNT}
        </strong>{' '}
        are still named {digit} by their nearest neighbours among unchanged digits.{' '}
        {advice(digit, kept)}
      </p>
      <div class="augmented">
        {pictures.map((pixels, i) => (
          <figure key={i} class={names[i] === digit ? '' : 'lie'}>
            <Tile pixels={pixels} size={SIDE} label={`Named ${names[i]}`} />
            <figcaption>{names[i]}</figcaption>
          </figure>
        ))}
      </div>
      <Formula tex={tex} values={valuesOf(recipe)} terms={terms} active={active} />
      <DataTable
        caption={`What ${COUNT} augmented pictures of a ${digit} are named`}
        columns={['Named', 'Pictures']}
        rows={digits.map((name) => [name, names.filter((each) => each === name).length])}
      />
    </>
  );
}

interface KnobsProps {
  recipe: Recipe;
  active: Signal<string | undefined>;
  onChange: (part: Partial<Recipe>) => void;
}

const knobs = [
  { name: 'turn', label: 'Rotation up to, degrees', max: 180, integer: true },
  { name: 'shift', label: 'Shift up to, pixels', max: 5, integer: false },
  { name: 'zoom', label: 'Change of size up to', max: 0.5, integer: false },
  { name: 'noise', label: 'Noise σ', max: 0.6, integer: false },
] as const;

function Knobs({ recipe, active, onChange }: KnobsProps) {
  return (
    <div class="bar">
      {knobs.map(({ name, label, max, integer }) => (
        <Touch key={name} term={name} active={active} class="grow">
          <Slider
            label={label}
            min={0}
            max={max}
            integer={integer}
            value={recipe[name]}
            onInput={(value) => onChange({ [name]: value })}
          />
        </Touch>
      ))}
      <label class="choice">
        <input
          type="checkbox"
          checked={recipe.mirror}
          onChange={(event) => onChange({ mirror: event.currentTarget.checked })}
        />
        Mirror every other one
      </label>
    </div>
  );
}

function advice(digit: number, kept: number): string {
  if (kept === COUNT) return 'All of them would teach a network something true.';
  if (kept >= 0.8 * COUNT) return 'The others are hard cases, or lies already: look at them.';
  return `A network that is told “${digit}” for all of these is lied to.`;
}

function valuesOf({ turn, shift, zoom, noise }: Recipe): Record<string, string> {
  return {
    turn: String(turn),
    small: (1 - zoom).toFixed(2),
    large: (1 + zoom).toFixed(2),
    shift: shift.toFixed(1),
    noise: noise.toFixed(2),
  };
}
