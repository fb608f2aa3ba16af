/** All test images in the order of their error; one of them is chosen, by pointer or arrow keys. */
import { Canvas, type Surface } from '../../../src/webview/kit/canvas.tsx';
import { SIDE } from '../../../src/webview/kit/digitSet.ts';
import { colour } from '../../../src/webview/kit/theme.ts';
import { drawPixels } from '../../../src/webview/kit/tile.tsx';
import { useSize } from '../../../src/webview/kit/useSize.ts';
import type { Tested } from './anomalyLab.ts';

interface Props {
  ranking: readonly Tested[];
  threshold: number;
  chosen: number;
  onChoose: (rank: number) => void;
}

const CELL = 30;

export function Ranking({ ranking, threshold, chosen, onChoose }: Props) {
  const [ref, { width }] = useSize();
  const columns = Math.max(1, Math.floor(width / CELL));
  const rows = Math.ceil(ranking.length / columns);
  const choose = (rank: number) => onChoose(Math.min(ranking.length - 1, Math.max(0, rank)));
  const steps: Record<string, number> = {
    ArrowLeft: -1,
    ArrowRight: 1,
    ArrowUp: -columns,
    ArrowDown: columns,
    Home: -ranking.length,
    End: ranking.length,
  };
  const key = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    choose(chosen + step);
  };
  const point = (event: PointerEvent) => {
    if (!(event.currentTarget instanceof Element)) return;
    const box = event.currentTarget.getBoundingClientRect();
    const column = Math.floor((event.clientX - box.left) / CELL);
    const rank = Math.floor((event.clientY - box.top) / CELL) * columns + column;
    if (column < columns && rank < ranking.length) choose(rank);
  };
  const tested = ranking[chosen];
  return (
    <div
      ref={ref}
      class="ranking"
      role="slider"
      tabIndex={0}
      aria-label="Chosen test image, by rank of its error"
      aria-valuemin={1}
      aria-valuemax={ranking.length}
      aria-valuenow={chosen + 1}
      aria-valuetext={
        tested &&
        `Rank ${chosen + 1}: a ${tested.label}, ${tested.anomalous ? 'an anomaly' : 'normal'}, error ${tested.error.toFixed(4)}`
      }
      onKeyDown={key}
      onPointerDown={point}
    >
      <Canvas
        style={{ display: 'block', width: '100%', height: `${rows * CELL}px` }}
        draw={(surface) => draw(surface, { ranking, threshold, chosen, columns })}
      />
    </div>
  );
}

interface Order {
  ranking: readonly Tested[];
  threshold: number;
  chosen: number;
  columns: number;
}

function draw({ context }: Surface, { ranking, threshold, chosen, columns }: Order): void {
  const orange = colour('charts-yellow');
  const blue = colour('charts-blue');
  ranking.forEach((tested, i) => {
    const x = (i % columns) * CELL + 2;
    const y = Math.floor(i / columns) * CELL + 2;
    context.globalAlpha = tested.error >= threshold ? 1 : 0.35;
    drawPixels(context, tested.pixels, SIDE, [x, y, CELL - 4, CELL - 8]);
    context.fillStyle = tested.anomalous ? orange : blue;
    context.fillRect(x, y + CELL - 7, CELL - 4, tested.anomalous ? 3 : 2);
    context.globalAlpha = 1;
    if (i !== chosen) return;
    context.strokeStyle = colour('focusBorder', 'foreground');
    context.lineWidth = 2;
    context.strokeRect(x - 1, y - 1, CELL - 2, CELL - 2);
  });
}
