/** Shape two Gaussians and read their Fréchet distance; drop classes and see the Inception Score fall. */

import { useSignal } from '@preact/signals';
import type { Surface } from '../../../src/webview/kit/canvas.tsx';
import { DataTable } from '../../../src/webview/kit/dataTable.tsx';
import { change, useSaved } from '../../../src/webview/kit/figureHost.ts';
import { Formula, type Term, Touch } from '../../../src/webview/kit/formula.tsx';
import { HandlePlane } from '../../../src/webview/kit/handlePlane.tsx';
import { Key } from '../../../src/webview/kit/key.tsx';
import type { Position } from '../../../src/webview/kit/plane.tsx';
import { disc, type Frame } from '../../../src/webview/kit/plot.ts';
import { Slider } from '../../../src/webview/kit/slider.tsx';
import { colour } from '../../../src/webview/kit/theme.ts';
import { ClassBars } from './classBars.tsx';
import { cloud, frechetTerms, kidOf, normal, realSpread, type Spread } from './generativeLab.ts';

const terms: readonly Term[] = [
  { name: 'means', symbol: '\\mu', meaning: 'means of real (r) and generated (g) features' },
  { name: 'spreads', symbol: '\\Sigma', meaning: 'their covariances: spread and direction' },
];

const tex = String.raw`\begin{aligned}
d^2 &= \lVert \term{means}{\mu_r - \mu_g} \rVert^2 + \operatorname{tr}\bigl(\term{spreads}{\Sigma_r + \Sigma_g - 2\,(\Sigma_r \Sigma_g)^{1/2}}\bigr) \\
&= \term{means}{\val{means}} + \term{spreads}{\val{spreads}} = \val{distance}
\end{aligned}`;

const axisX = { label: 'feature 1', min: -5, max: 5 };
const axisY = { label: 'feature 2', min: -3.5, max: 3.5 };

export function Generative() {
  const saved = useSaved('generative', {
    rx: -1,
    ry: 0,
    gx: 1.5,
    gy: 0.5,
    x: 0.6,
    y: 1,
    correlation: -0.3,
    chosen: 1,
    dropped: [] as readonly number[],
    sureness: 0.95,
    onlyTwo: false,
  });
  const active = useSignal<string | undefined>(undefined);
  const { rx, ry, gx, gy, x, y, correlation, chosen } = saved.value;
  const [realMean, madeMean] = [[rx, ry] as const, [gx, gy] as const];
  const spread = { x, y, correlation };
  const found = frechetTerms(normal(realMean, realSpread), normal(madeMean, spread));
  const [real, made] = [cloud('real', realMean, realSpread), cloud('generated', madeMean, spread)];
  const kid = kidOf(real, made);
  const move = (index: number, [toX, toY]: Position) => {
    const [px, py] = [Number(toX.toFixed(2)), Number(toY.toFixed(2))];
    change(saved, index === 0 ? { rx: px, ry: py } : { gx: px, gy: py });
  };
  return (
    <>
      <div class="bar">
        <SpreadSliders spread={spread} active={active} onChange={(part) => change(saved, part)} />
        <button
          type="button"
          class="secondary"
          onClick={() => change(saved, { gx: rx, gy: ry, ...realSpread })}
        >
          Make them equal
        </button>
      </div>
      <div>
        <ul class="keys">
          <Key token="charts-blue">real</Key>
          <Key token="charts-yellow" dashed>
            generated
          </Key>
          <li class="muted">Drag a centre. Ellipses: 1 and 2 standard deviations.</li>
        </ul>
        <HandlePlane
          label="Means of the real and of the generated features"
          x={axisX}
          y={axisY}
          handles={[realMean, madeMean]}
          chosen={Math.min(1, Math.max(0, Math.round(chosen)))}
          onChoose={(index) => change(saved, { chosen: index })}
          onMove={move}
          draw={(surface, frame) => {
            drawCloud(surface, frame, real, realMean, realSpread, 'charts-blue');
            drawCloud(surface, frame, made, madeMean, spread, 'charts-yellow');
          }}
        />
      </div>
      <p class="reading numbers" role="status">
        Fréchet distance <strong>{found.distance.toFixed(2)}</strong>; KID of 10 subsets of 20
        points each <strong>{kid.mean.toFixed(2)}</strong> ± {kid.deviation.toFixed(2)}. Of equal
        clouds KID scatters around 0.
      </p>
      <Formula
        tex={tex}
        values={{
          means: found.means.toFixed(2),
          spreads: found.spreads.toFixed(2),
          distance: found.distance.toFixed(2),
        }}
        terms={terms}
        active={active}
      />
      <DataTable
        caption="The two Gaussians and their distance"
        columns={['Cloud', 'Mean 1', 'Mean 2', 'σ 1', 'σ 2', 'Correlation']}
        rows={[
          ['real', rx, ry, realSpread.x, realSpread.y, realSpread.correlation],
          ['generated', gx, gy, x, y, correlation],
        ]}
      />
      <ClassBars
        dropped={saved.value.dropped}
        sureness={saved.value.sureness}
        onlyTwo={saved.value.onlyTwo}
        onChange={(part) => change(saved, part)}
      />
    </>
  );
}

interface SlidersProps {
  spread: Spread;
  active: ReturnType<typeof useSignal<string | undefined>>;
  onChange: (part: Partial<Spread>) => void;
}

function SpreadSliders({ spread, active, onChange }: SlidersProps) {
  const sliders = [
    ['x', 'Generated: σ of feature 1', 0.05, 2],
    ['y', 'Generated: σ of feature 2', 0.05, 2],
    ['correlation', 'Generated: correlation', -0.95, 0.95],
  ] as const;
  return (
    <>
      {sliders.map(([name, label, min, max]) => (
        <Touch key={name} term="spreads" active={active} class="grow">
          <Slider
            label={label}
            min={min}
            max={max}
            value={spread[name]}
            onInput={(value) => onChange({ [name]: value })}
          />
        </Touch>
      ))}
    </>
  );
}

function drawCloud(
  { context }: Surface,
  frame: Frame,
  points: Float64Array,
  [mx, my]: Position,
  { x, y, correlation }: Spread,
  token: string,
): void {
  context.fillStyle = colour(token);
  context.strokeStyle = colour(token);
  context.globalAlpha = 0.5;
  for (let i = 0; i < points.length; i += 2) {
    disc(context, [frame.x(points[i] ?? 0), frame.y(points[i + 1] ?? 0)], 1.5);
  }
  context.globalAlpha = 1;
  context.lineWidth = 2;
  context.setLineDash(token === 'charts-yellow' ? [6, 4] : []);
  const rest = Math.sqrt(1 - correlation ** 2);
  for (const radius of [1, 2]) {
    context.beginPath();
    for (let i = 0; i <= 72; i++) {
      const [u, v] = [radius * Math.cos((i * Math.PI) / 36), radius * Math.sin((i * Math.PI) / 36)];
      context.lineTo(frame.x(mx + x * u), frame.y(my + y * (correlation * u + rest * v)));
    }
    context.stroke();
  }
  context.setLineDash([]);
  disc(context, [frame.x(mx), frame.y(my)], 7);
}
