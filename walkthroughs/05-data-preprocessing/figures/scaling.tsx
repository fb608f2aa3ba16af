/** Change the units of one feature: the loss becomes a ravine or a round bowl, and gradient descent shows it. */
import { useSignal } from '@preact/signals';
import { Canvas } from '../../../src/webview/kit/canvas.tsx';
import { DataTable } from '../../../src/webview/kit/dataTable.tsx';
import { change, useSaved } from '../../../src/webview/kit/figureHost.ts';
import { formatNumber } from '../../../src/webview/kit/format.ts';
import { Formula, type Term, Touch } from '../../../src/webview/kit/formula.tsx';
import { Plane, type Position } from '../../../src/webview/kit/plane.tsx';
import { Playback } from '../../../src/webview/kit/playback.tsx';
import { drawAxes } from '../../../src/webview/kit/plot.ts';
import { Slider } from '../../../src/webview/kit/slider.tsx';
import { palette } from '../../../src/webview/kit/theme.ts';
import { Trainer } from '../../../src/webview/kit/trainer.ts';
import { drawContours, drawHouses, drawPath } from './contours.ts';
import { area, bowlOf, goodRate, pathOf, ratioOf, scalings, stepsNeeded } from './scalingLab.ts';

const terms: readonly Term[] = [
  { name: 'scaled', symbol: "x'", meaning: 'the scaled number: here an area of 150 m²' },
  { name: 'mean', symbol: '\\mu', meaning: 'mean of the column' },
  { name: 'deviation', symbol: '\\sigma', meaning: 'standard deviation of the column' },
  { name: 'rate', symbol: '\\eta', meaning: 'learning rate; above 2 / λmax the steps grow' },
  {
    name: 'condition',
    symbol: '\\kappa',
    meaning: 'condition number: largest ÷ smallest curvature; 1 for a circle',
  },
];

const tex = String.raw`\begin{aligned}
\term{scaled}{x'} &= \frac{x - \term{mean}{\mu}}{\term{deviation}{\sigma}} = \frac{150 - \val{mean}}{\val{deviation}} = \val{scaled} \\
w &\leftarrow w - \term{rate}{\eta}\,\nabla \mathcal{L}(w) \\
\term{rate}{\eta} &= \val{rate}, \qquad \frac{2}{\lambda_{\max}} = \val{limit} \\
\term{condition}{\kappa} &= \frac{\lambda_{\max}}{\lambda_{\min}} = \val{condition}
\end{aligned}`;

/** Half the side of the weights' plane. */
const REACH = 3;
const MOST_RATIO = 15;
const SHOWN_STEPS = 250;
const weightX = { label: 'weight of area, from its best', min: -REACH, max: REACH };
const weightY = { label: 'weight of distance, from its best', min: -REACH, max: REACH };

let walk: Trainer | undefined;

export function Scaling() {
  const saved = useSaved('scaling', {
    ratio: round(ratioOf(scalings.raw), 4),
    rate: round(goodRate(bowlOf(ratioOf(scalings.raw)))),
    x: -2.2,
    y: 2.4,
    steps: 0,
  });
  const active = useSignal<string | undefined>(undefined);
  // The path follows from the settings and the number of steps, so there is nothing to train.
  walk ??= new Trainer({ train() {}, reset() {}, limit: SHOWN_STEPS, mostPerFrame: 1 });
  void walk.version.value;

  const { ratio, rate, x, y } = saved.value;
  const bowl = bowlOf(ratio);
  const start: Position = [x, y];
  const path = pathOf(bowl, start, rate, walk.step);
  const limit = 2 / bowl.steep;
  const rescale = (to: number) =>
    change(saved, { ratio: round(to, 4), rate: round(goodRate(bowlOf(to))) });
  return (
    <>
      <div class="bar">
        <Scalings ratio={ratio} onChoose={rescale} />
        <Playback
          trainers={[walk]}
          what="the two weights"
          saved={saved.peek().steps}
          onSteps={(steps) => change(saved, { steps })}
        />
      </div>
      <div class="bar">
        <Touch term="deviation" active={active} class="grow">
          <Slider
            label="Spread of area ÷ distance"
            min={0.2}
            max={MOST_RATIO}
            log
            value={ratio}
            onInput={rescale}
          />
        </Touch>
        <Touch term="rate" active={active} class="grow">
          <Slider
            label="Learning rate η"
            min={0.002}
            max={1.5}
            log
            value={rate}
            onInput={(value) => change(saved, { rate: value })}
          />
        </Touch>
      </div>
      <div class="planes">
        <div class="plane-box">
          <h3>Loss over the two weights</h3>
          <Plane
            label="Start of gradient descent"
            x={weightX}
            y={weightY}
            position={start}
            onMove={([toX, toY]) => change(saved, { x: round(toX, 3), y: round(toY, 3) })}
            draw={(surface, frame) => {
              drawContours(surface, frame, bowl, REACH);
              drawPath(surface, frame, path);
            }}
          />
        </div>
        <HousesPlane ratio={ratio} />
      </div>
      <p class="reading" role="status">
        {verdict(stepsNeeded(bowl, start, rate), rate, limit)}
      </p>
      <Formula
        tex={tex}
        values={{
          mean: area.mean.toFixed(1),
          deviation: area.deviation.toFixed(1),
          scaled: ((150 - area.mean) / area.deviation).toFixed(2),
          rate: rate.toPrecision(2),
          limit: limit.toPrecision(2),
          condition: (bowl.steep / bowl.flat).toFixed(1),
        }}
        terms={terms}
        active={active}
      />
      <StepsTable start={start} />
    </>
  );
}

function Scalings({ ratio, onChoose }: { ratio: number; onChoose: (ratio: number) => void }) {
  return (
    <fieldset class="switch" aria-label="Scaling">
      {Object.values(scalings).map((scaling) => {
        const its = round(ratioOf(scaling), 4);
        return (
          <button
            key={scaling.name}
            type="button"
            aria-pressed={its === ratio}
            onClick={() => onChoose(its)}
          >
            {scaling.name}
          </button>
        );
      })}
    </fieldset>
  );
}

function HousesPlane({ ratio }: { ratio: number }) {
  const reach = 3.6 * Math.max(1, ratio); // the farthest house is at 3.3 standard deviations
  const label = `60 houses by area and distance, centred; the area is spread ${formatNumber(ratio)} times as widely.`;
  return (
    <div class="plane-box">
      <h3>The 60 houses, in these units</h3>
      <Canvas
        class="plane-canvas"
        label={label}
        draw={(surface) => {
          const x = { label: 'area, centred', min: -reach, max: reach };
          const y = { label: 'distance, centred', min: -reach, max: reach };
          drawHouses(surface, drawAxes(surface, x, y, palette()), ratio);
        }}
      />
    </div>
  );
}

function StepsTable({ start }: { start: Position }) {
  const rows = Object.values(scalings).map((scaling) => {
    const bowl = bowlOf(ratioOf(scaling));
    const rate = goodRate(bowl);
    const steps = stepsNeeded(bowl, start, rate);
    return [scaling.name, (bowl.steep / bowl.flat).toFixed(1), rate.toFixed(3), steps ?? 'never'];
  });
  return (
    <DataTable
      caption="Steps from this start for nine tenths of the way to the best weights, at a rate that suits it"
      columns={['Scaling', 'κ', 'Learning rate', 'Steps']}
      rows={rows}
    />
  );
}

function verdict(needed: number | undefined, rate: number, limit: number) {
  if (rate >= limit) {
    return 'Diverges: at this learning rate every step along the steep side overshoots by more than the last.';
  }
  return (
    <>
      From here it takes{' '}
      <strong>{needed === undefined ? 'over 9,999' : formatNumber(needed)}</strong> steps to go nine
      tenths of the way to the best weights.
    </>
  );
}

/** Short enough for a number box. */
function round(value: number, digits = 2): number {
  return Number(value.toPrecision(digits));
}
