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

function drawMap({ context, width }: Surface, map: SimilarityMap): void {
  const { values, width: columns, height: rows } = map;
  const side = width / (columns + WINDOW - 1);
  const border = ((WINDOW - 1) / 2) * side;
  const picture = new ImageData(columns, rows);
  values.forEach((value, i) => {
    picture.data.set([...heat(1 - value), 255], 4 * i);
  });
  const bitmap = new OffscreenCanvas(columns, rows);
  bitmap.getContext('2d')?.putImageData(picture, 0, 0);
  context.imageSmoothingEnabled = false;
  context.drawImage(bitmap, border, border, columns * side, rows * side);
}

/** Red, green and blue, from dark violet (0: equal) over orange to pale yellow (1: nothing in common). */
export function heat(difference: number): [red: number, green: number, blue: number] {
  const d = Math.min(1, Math.max(0, difference));
  const red = Math.min(255, 40 + 400 * d);
  const green = Math.max(10, 330 * d - 80);
  const blue = d < 0.5 ? 70 : 70 + 180 * (d - 0.5);
  return [Math.round(red), Math.round(green), Math.round(blue)];
}
