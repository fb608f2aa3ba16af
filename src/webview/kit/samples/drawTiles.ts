import type { Surface } from '../canvas.tsx';
import { palette } from '../theme.ts';
import { type TileGrid, type TileLayout, tilePosition } from './tiles.ts';

/** Draws a grid of images, each pixel a sharp square (from one device pixel on), with a label below each tile where there is room. */
export function drawTiles(
  { context }: Pick<Surface, 'context'>,
  image: CanvasImageSource,
  grid: TileGrid,
  layout: TileLayout,
): void {
  const { source, enlarged } = enlarge(context, image, grid, layout);
  context.imageSmoothingEnabled = layout.scale < 0.75 || enlarged > 1;
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
    const [sw, sh] = [grid.width * enlarged, grid.height * enlarged];
    context.drawImage(source, column * sw, row * sh, sw, sh, x, y, tileWidth, tileHeight);
    const label = grid.labels?.[i];
    if (label && layout.caption > 0) {
      const text = shorten(context, label, tileWidth);
      context.fillText(text, x + tileWidth / 2, y + tileHeight + layout.caption / 2);
    }
  }
}

/**
 * Where a pixel is one and a half device pixels wide, squares as they are would differ in width and smooth ones blur:
 * they are made too large, sharp, and then reduced, so that only their edges are mixed.
 */
function enlarge(
  context: CanvasRenderingContext2D,
  image: CanvasImageSource,
  grid: TileGrid,
  layout: TileLayout,
): { source: CanvasImageSource; enlarged: number } {
  const device = layout.scale * context.getTransform().a;
  if (device < 1 || Math.abs(device - Math.round(device)) < 1e-6)
    return { source: image, enlarged: 1 };
  const enlarged = Math.ceil(device);
  const rows = Math.ceil(grid.count / grid.columns);
  const size = [grid.columns * grid.width * enlarged, rows * grid.height * enlarged] as const;
  const source = new OffscreenCanvas(...size);
  const large = source.getContext('2d');
  if (!large) return { source: image, enlarged: 1 };
  large.imageSmoothingEnabled = false;
  large.drawImage(image, 0, 0, ...size);
  return { source, enlarged };
}

function shorten(context: CanvasRenderingContext2D, text: string, width: number): string {
  if (context.measureText(text).width <= width) return text;
  let kept = text;
  while (kept.length > 1 && context.measureText(`${kept}…`).width > width) kept = kept.slice(0, -1);
  return `${kept}…`;
}
