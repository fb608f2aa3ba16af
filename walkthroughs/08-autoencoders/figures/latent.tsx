/** Drag a point through two latent planes: one with holes, one without. */
import { type ReadonlySignal, useSignal } from '@preact/signals';
import { Random } from '../../../src/data/random.ts';
import { DataTable } from '../../../src/webview/kit/dataTable.tsx';
import { change, useFigureHost, useSaved } from '../../../src/webview/kit/figureHost.ts';
import { Formula, type Term, Touch } from '../../../src/webview/kit/formula.tsx';
import { Plane, type Position } from '../../../src/webview/kit/plane.tsx';
import { Playback } from '../../../src/webview/kit/playback.tsx';
import type { Axis } from '../../../src/webview/kit/plot.ts';
import { nth, Tile } from '../../../src/webview/kit/tile.tsx';
import { usePrepared } from '../../../src/webview/kit/usePrepared.ts';
import { SIDE, similarTestDigits } from './digitSet.ts';
import { plainLab, variationalLab } from './latentLab.ts';
import { HOLE, nearestDigit, verdict } from './nearest.ts';
import { OwnModel, ownModels } from './ownModel.tsx';
import { axesAround, drawCarpet, drawCodes, drawCrosses } from './planeLayers.ts';

const terms: readonly Term[] = [
  { name: 'code', symbol: 'z', meaning: 'the point you drag: a code of two numbers' },
  { name: 'picture', symbol: '\\hat{x}', meaning: 'the picture that the decoder draws there' },
  { name: 'nearest', symbol: 'x_i', meaning: 'a training digit; the nearest one counts' },
  {
    name: 'prior',
    symbol: '\\mathcal{N}',
    meaning: 'standard normal: where random codes (×) are drawn',
  },
];

const tex = String.raw`\begin{aligned}
\term{code}{z} &= \left(\val{x},\ \val{y}\right) \qquad \term{picture}{\hat{x}} = \operatorname{decode}(\term{code}{z}) \\
\text{likeness} &= \max_i\ \mathrm{PSNR}\bigl(\term{picture}{\hat{x}},\ \term{nearest}{x_i}\bigr) = \val{likeness}\ \mathrm{dB} \\
\text{random: }& \term{code}{z} \sim \term{prior}{\mathcal{N}}(0,\ I)
\end{aligned}`;

const DRAWS = 14;
const prior: { x: Axis; y: Axis } = {
  x: { label: 'z₁', min: -3, max: 3 },
  y: { label: 'z₂', min: -3, max: 3 },
};

export function Latent() {
  const host = useFigureHost();
  const saved = useSaved('latent-space', {
    steps: 0,
    plain: [0, 0],
    variational: [0.4, 0.6],
    carpet: true,
    own: false,
    draw: 1,
  });
  const labs = usePrepared(() => ({ plain: plainLab(), variational: variationalLab() }));
  const active = useSignal<string | undefined>(undefined);
  const last = useSignal<'plain' | 'variational'>('plain');
  if (!labs) return <p class="muted preparing">Drawing 1,800 digits…</p>;

  void labs.plain.trainer.version.value;
  void labs.variational.trainer.version.value;
  const { carpet, draw } = saved.value;
  const randomCodes = standardNormal(draw);
  const models = ownModels(host.runs.value);
  const own = saved.value.own && models.length > 0;
  const plainCodes = labs.plain.codes();
  const plainAxes = axesAround(plainCodes);
  const views = {
    plain: look(labs.plain.decode.bind(labs.plain), within(plainAxes, saved.value.plain)),
    variational: look(
      labs.variational.decode.bind(labs.variational),
      within(prior, saved.value.variational),
    ),
  };
  const shown = views[last.value];
  const move = (which: 'plain' | 'variational') => (position: Position) => {
    last.value = which;
    change(saved, { [which]: [...position] });
  };
  return (
    <>
      <div class="bar">
        <fieldset class="switch">
          <legend class="spoken">What to explore</legend>
          <button type="button" aria-pressed={!own} onClick={() => change(saved, { own: false })}>
            Two small networks
          </button>
          <button
            type="button"
            aria-pressed={own}
            disabled={models.length === 0}
            title={
              models.length === 0
                ? 'Run latent-space.ts or variational-autoencoder.ts first; once trained, its model answers here'
                : 'The model that your own run trained'
            }
            onClick={() => change(saved, { own: true })}
          >
            Your model
          </button>
        </fieldset>
        {!own && (
          <>
            <label class="choice">
              <input
                type="checkbox"
                checked={carpet}
                onChange={(event) => change(saved, { carpet: event.currentTarget.checked })}
              />
              Show what every place decodes to
            </label>
            <Touch term="prior" active={active}>
              <button type="button" onClick={() => change(saved, { draw: draw + 1 })}>
                Draw random codes
              </button>
            </Touch>
            <Playback
              trainers={[labs.plain.trainer, labs.variational.trainer]}
              what="both autoencoders"
              saved={saved.peek().steps}
              onSteps={(steps) => change(saved, { steps })}
            />
          </>
        )}
      </div>
      {own ? (
        <OwnModel models={models} />
      ) : (
        <div class="planes">
          <PlaneBox
            title="Plain autoencoder"
            axes={plainAxes}
            codes={plainCodes}
            carpet={carpet}
            view={views.plain}
            randomCodes={randomCodes}
            active={active}
            onMove={move('plain')}
          />
          <PlaneBox
            title="Variational autoencoder"
            axes={prior}
            codes={labs.variational.codes()}
            carpet={carpet}
            view={views.variational}
            randomCodes={randomCodes}
            active={active}
            onMove={move('variational')}
          />
        </div>
      )}
      <Formula
        tex={tex}
        values={{
          x: shown.position[0].toFixed(2),
          y: shown.position[1].toFixed(2),
          likeness: shown.nearest.likeness.toFixed(1),
        }}
        terms={terms}
        active={active}
      />
      <DataTable
        caption="Where the points are"
        columns={['Plane', 'z₁', 'z₂', 'Nearest training digit', 'Likeness, dB']}
        rows={(['plain', 'variational'] as const).map((which) => [
          which === 'plain' ? 'Plain autoencoder' : 'Variational autoencoder',
          views[which].position[0].toFixed(2),
          views[which].position[1].toFixed(2),
          views[which].nearest.label,
          views[which].nearest.likeness.toFixed(1),
        ])}
      />
    </>
  );
}

type Decode = (codes: Float32Array) => Float32Array;

function look(decode: Decode, position: Position) {
  const picture = decode(Float32Array.from(position));
  return { decode, position, picture, nearest: nearestDigit(picture) };
}

interface BoxProps {
  title: string;
  axes: { x: Axis; y: Axis };
  codes: Float32Array;
  carpet: boolean;
  view: ReturnType<typeof look>;
  randomCodes: Float32Array;
  active: Parameters<typeof Touch>[0]['active'] & ReadonlySignal<string | undefined>;
  onMove: (position: Position) => void;
}

function PlaneBox({ title, axes, codes, carpet, view, randomCodes, active, onMove }: BoxProps) {
  const { nearest } = view;
  return (
    <section class="plane-box" aria-label={title}>
      <h3>{title}</h3>
      <Touch term="code" active={active}>
        <Plane
          label={`Latent plane of the ${title.toLowerCase()}`}
          {...axes}
          position={view.position}
          onMove={onMove}
          draw={(surface, frame) => {
            if (carpet) drawCarpet(surface, frame, view.decode);
            drawCodes(surface, frame, codes, similarTestDigits().labels);
            drawCrosses(surface, frame, randomCodes);
          }}
        />
      </Touch>
      <div class="decoded">
        <Touch term="picture" active={active}>
          <Tile pixels={view.picture} size={SIDE} label="Decoded picture" />
          <p class="caption">decoded</p>
        </Touch>
        <Touch term="nearest" active={active}>
          <Tile
            pixels={nearest.pixels}
            size={SIDE}
            label={`Nearest training digit: a ${nearest.label}`}
          />
          <p class="caption">nearest digit</p>
        </Touch>
        <p class="verdict numbers" aria-live="polite">
          <strong>{verdict(nearest)}</strong>
          <br />
          {nearest.likeness.toFixed(1)} dB
        </p>
      </div>
      <RandomDigits codes={randomCodes} decode={view.decode} active={active} />
    </section>
  );
}

interface RandomProps {
  codes: Float32Array;
  decode: Decode;
  active: BoxProps['active'];
}

/** What random codes decode to, and how many kinds of digit are among it. */
function RandomDigits({ codes, decode, active }: RandomProps) {
  const pictures = decode(codes);
  const found = Array.from({ length: DRAWS }, (_, i) => nth(pictures, i, SIDE)).map((pixels) => ({
    pixels,
    nearest: nearestDigit(pixels),
  }));
  const clear = found.filter(({ nearest }) => nearest.likeness >= HOLE);
  const kinds = new Set(clear.map(({ nearest }) => nearest.label)).size;
  return (
    <Touch term="prior" active={active}>
      <div class="strip">
        {found.map(({ pixels, nearest }, i) => (
          <Tile
            key={i}
            pixels={pixels}
            size={SIDE}
            label={nearest.likeness >= HOLE ? `like a ${nearest.label}` : 'like no digit'}
          />
        ))}
      </div>
      <p class="muted numbers">
        {DRAWS} random codes (×): {clear.length} decode to digits, of {kinds}{' '}
        {kinds === 1 ? 'kind' : 'kinds'}
      </p>
    </Touch>
  );
}

function standardNormal(seed: number): Float32Array {
  const random = new Random(seed);
  return Float32Array.from({ length: 2 * DRAWS }, () => random.normal());
}

function within(axes: BoxProps['axes'], [x = 0, y = 0]: readonly number[]): Position {
  const inside = (value: number, axis: Axis) => Math.min(axis.max, Math.max(axis.min, value));
  return [inside(x, axes.x), inside(y, axes.y)];
}
