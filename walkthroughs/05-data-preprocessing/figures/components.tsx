/** Turn a line through a cloud until it explains most; then rebuild a digit from k such directions. */
import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { meanSquaredError } from '../../../src/metrics/psnr.ts';
import { DataTable } from '../../../src/webview/kit/dataTable.tsx';
import { oneOfEach, PIXELS, SIDE, testDigits } from '../../../src/webview/kit/digitSet.ts';
import { change, useSaved } from '../../../src/webview/kit/figureHost.ts';
import { Formula, type Term, Touch } from '../../../src/webview/kit/formula.tsx';
import { PictureRows } from '../../../src/webview/kit/pictureRows.tsx';
import { Slider } from '../../../src/webview/kit/slider.tsx';
import { Tile } from '../../../src/webview/kit/tile.tsx';
import { usePrepared } from '../../../src/webview/kit/usePrepared.ts';
import { CloudLine } from './cloudLine.tsx';
import { DigitParts, MOST, shareAlong, varianceAlong } from './componentsLab.ts';
import { ExplainedChart } from './explainedChart.tsx';

const terms: readonly Term[] = [
  {
    name: 'direction',
    symbol: 'd',
    meaning: 'a direction of length 1: here the line through the cloud',
  },
  { name: 'covariance', symbol: 'C', meaning: 'covariance matrix: what rises and falls together' },
  { name: 'numbers', symbol: 'c_j', meaning: 'how far the digit lies along component j' },
  { name: 'k', symbol: 'k', meaning: 'how many components the digit is rebuilt from' },
];

const tex = String.raw`\begin{aligned}
\operatorname{Var}(\term{direction}{d}) &= \term{direction}{d}^{\top} \term{covariance}{C}\, \term{direction}{d} = \val{variance} = \val{share}\,\% \text{ of all} \\
\hat{x} &= \mu + \sum_{j=1}^{\term{k}{\val{k}}} \term{numbers}{c_j}\, d_j, \qquad \term{numbers}{c_j} = d_j^{\top}(x - \mu)
\end{aligned}`;

let parts: DigitParts | undefined;

export function Components() {
  const saved = useSaved('principal-components', { angle: 100, k: 10, selected: 3 });
  const active = useSignal<string | undefined>(undefined);
  const ready = usePrepared(() => {
    parts ??= new DigitParts();
    return parts;
  });
  const { angle, k, selected } = saved.value;
  const directions = useMemo(
    () => ready && Array.from({ length: 10 }, (_, j) => asPicture(ready, j)),
    [ready],
  );
  const digits = useMemo(
    () => ready && oneOfEach(testDigits()).map((index) => ready.take(index, k)),
    [ready, k],
  );
  if (!ready || !digits || !directions) {
    return <p class="muted preparing">Taking 1,500 digits apart…</p>;
  }

  const radians = (angle * Math.PI) / 180;
  const names = digits.map((_, digit) => `a ${digit}`);
  const chosen = digits[selected] ?? ready.take(0, k);
  const error = meanSquaredError(chosen.picture, chosen.rebuilt);
  return (
    <>
      <div class="planes">
        <CloudLine angle={angle} active={active} onTurn={(to) => change(saved, { angle: to })} />
        <div class="plane-box">
          <h3>A digit from k such directions</h3>
          <div class="pair-of-tiles">
            <div>
              <Tile pixels={chosen.picture} size={SIDE} label={`Original: ${names[selected]}`} />
              <p>original</p>
            </div>
            <div>
              <Tile pixels={chosen.rebuilt} size={SIDE} label={`Rebuilt from ${k} components`} />
              <p>rebuilt from {k}</p>
            </div>
          </div>
          <Touch term="k" active={active}>
            <Slider
              label="Components k"
              min={0}
              max={MOST}
              integer
              value={k}
              onInput={(to) => change(saved, { k: to })}
            />
          </Touch>
          <p class="reading numbers" role="status">
            {k} of {PIXELS} numbers explain{' '}
            <strong>{(100 * (ready.explained[k] ?? 0)).toFixed(1)} %</strong> of the variance of all
            digits. This one’s pixels are {Math.sqrt(error).toFixed(3)} off (root mean square; white
            is 1).
          </p>
        </div>
      </div>
      <PictureRows
        size={SIDE}
        names={names}
        selected={selected}
        onSelect={(column) => change(saved, { selected: column })}
        rows={[
          { name: 'Original', pictures: digits.map(({ picture }) => picture) },
          { name: 'Rebuilt', pictures: digits.map(({ rebuilt }) => rebuilt) },
          {
            name: 'Components, the strongest first',
            pictures: directions,
          },
        ]}
      />
      <ExplainedChart explained={ready.explained} k={k} />
      <Formula
        tex={tex}
        values={{
          variance: varianceAlong(radians).toFixed(2),
          share: (100 * shareAlong(radians)).toFixed(1),
          k: String(k),
        }}
        terms={terms}
        active={active}
      />
      <DataTable
        caption="What the first components explain, and the chosen digit’s number along each"
        columns={['Component', 'Explained so far, %', 'Number of this digit']}
        rows={() =>
          ready.components.directions.map((_, j) => [
            j + 1,
            (100 * (ready.explained[j + 1] ?? 0)).toFixed(2),
            (chosen.numbers[j] ?? 0).toFixed(3),
          ])
        }
      />
    </>
  );
}

/** Grey is 0; what a component adds is light, what it takes away dark. */
function asPicture({ components }: DigitParts, index: number): Float32Array {
  const direction = components.directions[index] ?? new Float64Array(PIXELS);
  const strongest = Math.max(...direction.map(Math.abs)) || 1;
  return Float32Array.from(direction, (value) => 0.5 + value / (2 * strongest));
}
