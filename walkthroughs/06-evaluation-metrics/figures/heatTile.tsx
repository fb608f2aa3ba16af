/** A map of SSIM as a heat picture, as large as the picture that it judges: its border has no window and stays empty. */
import type { SimilarityMap } from '../../../src/metrics/ssim.ts';
import { WINDOW } from '../../../src/metrics/ssim.ts';
import { Canvas, type Surface } from '../../../src/webview/kit/canvas.tsx';

interface Props {
  map: SimilarityMap;
  label: string;
}

export function HeatTile({ map, label }: Props) {
  return <Canvas class="tile heat" label={label} draw={(surface) => drawMap(surface, map)} />;
}

function drawMap({ context, width }: Surface, { values, width: columns }: SimilarityMap): void {
  const cell = width / (columns + WINDOW - 1);
  const border = ((WINDOW - 1) / 2) * cell;
  values.forEach((value, i) => {
    const [x, y] = [i % columns, Math.floor(i / columns)];
    context.fillStyle = heat(1 - value);
    // A little larger than its cell, so that no gaps show between cells
    context.fillRect(border + x * cell, border + y * cell, cell + 0.5, cell + 0.5);
  });
}

/** From dark violet (0: equal) over orange to pale yellow (1: nothing in common). */
export function heat(difference: number): string {
  const d = Math.min(1, Math.max(0, difference));
  const red = Math.min(255, 40 + 400 * d);
  const green = Math.max(10, 330 * d - 80);
  const blue = d < 0.5 ? 70 : 70 + 180 * (d - 0.5);
  return `rgb(${red.toFixed(0)} ${green.toFixed(0)} ${blue.toFixed(0)})`;
}
