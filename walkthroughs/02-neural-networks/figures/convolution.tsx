/** Slide a kernel over a picture, change its nine numbers, and see the feature map they make. */
import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { SIDE, testDigits } from '../../../src/webview/kit/digitSet.ts';
import { change, useSaved } from '../../../src/webview/kit/figureHost.ts';
import { Touch } from '../../../src/webview/kit/formula.tsx';
import { useInterval } from '../../../src/webview/kit/useInterval.ts';
import { usePrepared } from '../../../src/webview/kit/usePrepared.ts';
import { ConvolutionControls } from './convolutionControls.tsx';
import {
  convolve,
  isKernel,
  KERNEL_SIDE,
  padded,
  patch,
  pool,
  presets,
  relu,
  square,
} from './convolutionMaths.ts';
import { ConvolutionNumbers } from './convolutionNumbers.tsx';
import { type Cell, GridMap } from './gridMap.tsx';
import { KernelEditor } from './kernelEditor.tsx';
import { PictureChoice, pictureOf } from './pictureChoice.tsx';

const empty: readonly number[] = [];
const firstKernel: readonly number[] = presets['upright edges'] ?? empty;
/** Milliseconds at each place while the kernel slides by itself. */
const PACE = 90;

export function Convolution() {
  const saved = useSaved('convolution', {
    kernel: firstKernel,
    stride: 1,
    padding: 0,
    bend: true,
    pooling: 'max',
    digit: 7,
    drawing: empty,
    place: 54,
  });
  const digits = usePrepared(testDigits);
  const active = useSignal<string | undefined>(undefined);
  const sliding = useSignal(false);
  const { stride, padding, bend, pooling, digit, drawing } = saved.value;
  const kernel = isKernel(saved.value.kernel) ? saved.value.kernel : firstKernel;
  const count = useRef(1);
  const stepOn = () => change(saved, { place: (saved.value.place + 1) % count.current });
  useInterval(stepOn, PACE, sliding.value);
  if (!digits) return <p class="muted preparing">Drawing digits…</p>;

  const pixels =
    drawing.length > 0 ? pictureOf(drawing) : digits.image(digits.labels.indexOf(digit));
  const surrounded = padded(square(pixels), padding);
  const sums = convolve(square(pixels), kernel, { stride, padding });
  const features = bend ? relu(sums) : sums;
  count.current = sums.values.length;
  const place = Math.min(saved.value.place, sums.values.length - 1);
  const [column, row] = [place % sums.width, Math.floor(place / sums.width)];
  const below = patch(surrounded, column * stride, row * stride);
  const pooled =
    pooling === 'none' ? undefined : pool(features, pooling === 'max' ? 'max' : 'average');
  const moveTo = ([toColumn, toRow]: Cell) => {
    const x = Math.min(sums.width - 1, Math.max(0, toColumn));
    const y = Math.min(sums.height - 1, Math.max(0, toRow));
    change(saved, { place: y * sums.width + x });
  };
  const step = ([x, y]: Cell) => moveTo([column + x, row + y]);
  const where = `row ${row + 1}, column ${column + 1}`;
  return (
    <>
      <ConvolutionControls
        settings={{ kernel, stride, padding, bend, pooling }}
        onChange={(part) => change(saved, { ...part, place })}
        active={active}
      />
      <div class="sliding">
        <div>
          <GridMap
            label="Picture with the kernel’s window"
            grid={surrounded}
            kind="pixels"
            border={padding}
            box={{ column: column * stride, row: row * stride, size: KERNEL_SIDE }}
            text={where}
            onPoint={([x, y]) =>
              moveTo([Math.round((x - 1) / stride), Math.round((y - 1) / stride)])
            }
            onStep={step}
          />
          <p class="caption">
            picture, {surrounded.width} × {surrounded.height}
            {padding > 0 && ' with its border'}
          </p>
        </div>
        <Touch term="w" active={active} class="middle">
          <KernelEditor kernel={kernel} onChange={(next) => change(saved, { kernel: next })} />
          <p class="caption">kernel, 3 × 3</p>
        </Touch>
        <Touch term="y" active={active}>
          <GridMap
            label="Feature map"
            grid={features}
            kind="numbers"
            box={{ column, row, size: 1 }}
            text={`${where}: ${(features.values[place] ?? 0).toFixed(2)}`}
            onPoint={moveTo}
            onStep={step}
          />
          <p class="caption">
            feature map, {sums.width} × {sums.height}
          </p>
        </Touch>
        {pooled && (
          <div>
            <GridMap
              label="Pooled map"
              grid={pooled}
              kind="numbers"
              box={{
                column: Math.min(pooled.width - 1, Math.floor(column / 2)),
                row: Math.min(pooled.height - 1, Math.floor(row / 2)),
                size: 1,
              }}
              text={`of ${where}`}
              onPoint={([x, y]) => moveTo([2 * x, 2 * y])}
              onStep={([x, y]) => step([2 * x, 2 * y])}
            />
            <p class="caption">
              pooled, {pooled.width} × {pooled.height}
            </p>
          </div>
        )}
      </div>
      <div class="passes">
        <button
          type="button"
          class="primary pace"
          onClick={() => {
            sliding.value = !sliding.value;
          }}
        >
          {sliding.value ? 'Pause' : 'Slide'}
        </button>
        <button type="button" onClick={stepOn}>
          Step
        </button>
        <button type="button" onClick={() => change(saved, { place: 0 })}>
          Reset
        </button>
        <ul class="keys">
          <li>
            <i class="key-box" style={{ '--key': 'var(--vscode-charts-blue)' }} /> above zero
          </li>
          <li>
            <i class="key-box" style={{ '--key': 'var(--vscode-charts-yellow)' }} /> below zero
          </li>
        </ul>
      </div>
      <ConvolutionNumbers
        kernel={kernel}
        below={below}
        sums={sums}
        sliding={{ stride, padding }}
        side={SIDE}
        active={active}
      />
      <PictureChoice
        set={digits}
        digit={digit}
        drawing={drawing}
        onChange={(part) => change(saved, part)}
      />
    </>
  );
}
