import type { Surface } from '../canvas.tsx';
import { palette } from '../theme.ts';
import { type TileGrid, type TileLayout, tilePosition } from './tiles.ts';

/** Draws a grid of images, each pixel a sharp square, with a label below each tile where there is room. */
export function drawTiles(
  { context }: Pick<Surface, 'context'>,
  image: CanvasImageSource,
  grid: TileGrid,
  layout: TileLayout,
): void {
  context.imageSmoothingEnabled = layout.scale < 0.75;
  context.imageSmoothingQuality = 'high';
  const { foreground, font } = palette();
  context.font = `11px ${font}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillStyle = foreground;
  for (let i = 0; i < grid.count; i++) {
    const column = i % grid.columns;
    const row = Math.floor(i / grid.columns);
    const { x, y } = tilePosition(grid, layout, i);
    const { tileWidth, tileHeight } = layout;
    const [sx, sy] = [column * grid.width, row * grid.height];
    context.drawImage(image, sx, sy, grid.width, grid.height, x, y, tileWidth, tileHeight);
    const label = grid.labels?.[i];
    if (label && layout.caption > 0) {
      const text = shorten(context, label, tileWidth);
      context.fillText(text, x + tileWidth / 2, y + tileHeight + layout.caption / 2);
    }
  }
}

function shorten(context: CanvasRenderingContext2D, text: string, width: number): string {
  if (context.measureText(text).width <= width) return text;
  let kept = text;
  while (kept.length > 1 && context.measureText(`${kept}…`).width > width) kept = kept.slice(0, -1);
  return `${kept}…`;
}
