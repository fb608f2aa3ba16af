/** The network unrolled in time: one column a letter read, its memory as a strip of colours. */
import { Canvas, type Surface } from '../../../src/webview/kit/canvas.tsx';
import { cellPicture } from '../../../src/webview/kit/cells.ts';
import { colour, palette } from '../../../src/webview/kit/theme.ts';
import { type ReadStep, UNITS } from './nameModel.ts';

interface Props {
  steps: readonly ReadStep[];
  /** Of the steps, how many were typed; the rest the network wrote. */
  typed: number;
  selected: number;
  onSelect: (step: number) => void;
}

export function Unrolled({ steps, typed, selected, onSelect }: Props) {
  return (
    <section class="unrolled" aria-label="Unrolled in time">
      <div class="unrolled-steps" style={{ '--steps': steps.length }}>
        {steps.map(({ letter }, i) => (
          <button
            key={i}
            type="button"
            class={i > typed ? 'written' : ''}
            aria-pressed={i === selected}
            aria-label={`Step ${i + 1}: ${letter === '.' ? 'the dot before the name' : letter}, ${i > typed ? 'written by the network' : 'given'}`}
            onClick={() => onSelect(i)}
          >
            {letter}
          </button>
        ))}
        <Canvas
          class="memory"
          draw={(surface) => draw(surface, steps, selected)}
          label={`Memory after each letter: ${UNITS} numbers from −1 (yellow) to 1 (blue)`}
        />
      </div>
    </section>
  );
}

function draw({ context, width, height }: Surface, steps: readonly ReadStep[], selected: number) {
  const column = width / steps.length;
  const x = (step: number) => Math.round(step * column);
  const [above, below] = [colour('charts-blue'), colour('charts-yellow')];
  const picture = cellPicture({ columns: steps.length, rows: UNITS }, (i) => {
    const value = steps[i % steps.length]?.memory[Math.floor(i / steps.length)] ?? 0;
    return [value >= 0 ? above : below, Math.min(1, Math.abs(value))];
  });
  context.imageSmoothingEnabled = false;
  steps.forEach((_, step) => {
    const [left, right] = [x(step) + 3, x(step + 1) - 3];
    context.drawImage(picture, step, 0, 1, UNITS, left, 0, right - left, height);
  });
  context.lineWidth = 1;
  context.strokeStyle = palette().muted;
  steps.forEach((_, step) => {
    context.strokeRect(x(step) + 3.5, 0.5, x(step + 1) - x(step) - 7, height - 1);
  });
  context.lineWidth = 3;
  context.strokeStyle = colour('focusBorder', 'charts-blue');
  context.strokeRect(x(selected) + 3, 1.5, x(selected + 1) - x(selected) - 6, height - 3);
}
