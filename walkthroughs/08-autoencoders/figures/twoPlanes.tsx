/** The latent planes of a plain and of a variational autoencoder, side by side. */
import { type Signal, useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { DataTable } from '../../../src/webview/kit/dataTable.tsx';
import { SIDE, similarTestDigits } from '../../../src/webview/kit/digitSet.ts';
import { Formula, type Term, Touch } from '../../../src/webview/kit/formula.tsx';
import { Plane, type Position } from '../../../src/webview/kit/plane.tsx';
import type { Axis } from '../../../src/webview/kit/plot.ts';
import { Tile } from '../../../src/webview/kit/tile.tsx';
import type { PlainLab, VariationalLab } from './latentLab.ts';
import { nearestDigit, verdict } from './nearest.ts';
import { axesAround, type Decode, drawCarpet, drawCodes, drawCrosses } from './planeLayers.ts';
import { RandomDigits, standardNormal } from './randomDigits.tsx';

export interface Labs {
  plain: PlainLab;
  variational: VariationalLab;
}

type Which = keyof Labs;

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

const prior = { x: { label: 'z₁', min: -3, max: 3 }, y: { label: 'z₂', min: -3, max: 3 } };

interface Props {
  labs: Labs;
  positions: Record<Which, readonly number[]>;
  /** Whether to show what every place decodes to. */
  carpet: boolean;
  /** Seed of the random codes. */
  draw: number;
  active: Signal<string | undefined>;
  onMove: (which: Which, position: Position) => void;
}

export function TwoPlanes({ labs, positions, carpet, draw, active, onMove }: Props) {
  const last = useSignal<Which>('plain');
  const plain = useModel(labs.plain);
  const variational = useModel(labs.variational);
  const randomCodes = useMemo(() => standardNormal(draw), [draw]);
  const plainAxes = useMemo(() => axesAround(plain.codes), [plain]);
  const views = {
    plain: look(plain.decode, within(plainAxes, positions.plain)),
    variational: look(variational.decode, within(prior, positions.variational)),
  };
  const shown = views[last.value];
  const move = (which: Which) => (position: Position) => {
    last.value = which;
    onMove(which, position);
  };
  const common = { carpet, randomCodes, active };
  return (
    <>
      <div class="planes">
        <PlaneBox
          title="Plain autoencoder"
          axes={plainAxes}
          codes={plain.codes}
          view={views.plain}
          onMove={move('plain')}
          {...common}
        />
        <PlaneBox
          title="Variational autoencoder"
          axes={prior}
          codes={variational.codes}
          view={views.variational}
          onMove={move('variational')}
          {...common}
        />
      </div>
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

/** What does not change while the point moves; `decode` is another function whenever the weights are others. */
function useModel(lab: PlainLab | VariationalLab): { codes: Float32Array; decode: Decode } {
  const version = lab.trainer.version.value;
  return useMemo(
    () => ({ codes: lab.codes(), decode: (codes) => lab.decode(codes) }),
    [lab, version],
  );
}

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
  active: Signal<string | undefined>;
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
          still={[carpet, codes, randomCodes, view.decode]}
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

function within(axes: BoxProps['axes'], [x = 0, y = 0]: readonly number[]): Position {
  const inside = (value: number, axis: Axis) => Math.min(axis.max, Math.max(axis.min, value));
  return [inside(x, axes.x), inside(y, axes.y)];
}
