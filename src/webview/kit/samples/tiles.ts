/** Where the tiles of a grid of images go, and which one is under the pointer. */

export interface TileGrid {
  /** Size of one tile in the file, in pixels. */
  width: number;
  height: number;
  columns: number;
  count: number;
  labels?: string[] | undefined;
}

export interface TileLayout {
  /** CSS pixels per pixel of the file. */
  scale: number;
  tileWidth: number;
  tileHeight: number;
  gap: number;
  /** Height of the line below each tile for its label; 0 without labels. */
  caption: number;
  width: number;
  height: number;
}

export interface TileBounds {
  width: number;
  height?: number | undefined;
  /** Device pixels per CSS pixel. */
  ratio: number;
  /** Most CSS pixels per pixel of the file. */
  maxScale?: number | undefined;
  captions?: boolean | undefined;
}

const captionHeight = 16;
/** Narrower tiles have no room for a word. */
const narrowestCaption = 22;

/**
 * As large as fits. From four device pixels per pixel on their number is whole: no pixel is blurred or wider than its
 * neighbour. Below, where that would leave up to half of the room empty, only the tiles are whole.
 */
export function layoutTiles(grid: TileGrid, bounds: TileBounds): TileLayout {
  const { ratio, maxScale = 8 } = bounds;
  const columns = Math.max(1, Math.min(grid.columns, grid.count));
  const rows = Math.max(1, Math.ceil(grid.count / columns));
  const gap = grid.count > 1 ? 2 / ratio : 0;
  const wanted = bounds.captions !== false && (grid.labels?.some(Boolean) ?? false);
  const room = (captions: number) =>
    Math.min(
      (bounds.width - gap * (columns - 1)) / (columns * grid.width),
      ((bounds.height ?? Infinity) - gap * (rows - 1) - captions * rows) / (rows * grid.height),
      maxScale,
    );
  const snap = (scale: number) => {
    const whole = scale * ratio >= 1 && scale * ratio < 4 ? grid.width * ratio : 0;
    return whole > 0 ? Math.floor(scale * whole) / whole : snapScale(scale, ratio);
  };
  const first = snap(room(wanted ? captionHeight : 0));
  const fits = wanted && first * grid.width >= narrowestCaption;
  return tilesAtScale(grid, fits || !wanted ? first : snap(room(0)), gap, fits);
}

export function tilesAtScale(
  grid: TileGrid,
  scale: number,
  gap: number,
  captions: boolean,
): TileLayout {
  const columns = Math.max(1, Math.min(grid.columns, grid.count));
  const rows = Math.max(1, Math.ceil(grid.count / columns));
  const caption = captions ? captionHeight : 0;
  const tileWidth = grid.width * scale;
  const tileHeight = grid.height * scale;
  return {
    scale,
    tileWidth,
    tileHeight,
    gap,
    caption,
    width: columns * tileWidth + (columns - 1) * gap,
    height: rows * (tileHeight + caption) + (rows - 1) * gap,
  };
}

/** A whole number of device pixels per pixel, where there is at least one. */
export function snapScale(scale: number, ratio: number): number {
  const device = scale * ratio;
  return Math.max(device >= 1 ? Math.floor(device) : device, 0.02) / ratio;
}

/** Top left corner of a tile in the layout. */
export function tilePosition(grid: TileGrid, layout: TileLayout, index: number) {
  const columns = Math.max(1, Math.min(grid.columns, grid.count));
  return {
    x: (index % columns) * (layout.tileWidth + layout.gap),
    y: Math.floor(index / columns) * (layout.tileHeight + layout.caption + layout.gap),
  };
}

/** Index of the tile at a position in the layout. */
export function tileAt(grid: TileGrid, layout: TileLayout, x: number, y: number) {
  const columns = Math.max(1, Math.min(grid.columns, grid.count));
  const column = Math.floor(x / (layout.tileWidth + layout.gap));
  const row = Math.floor(y / (layout.tileHeight + layout.caption + layout.gap));
  const index = row * columns + column;
  if (x < 0 || y < 0 || column >= columns || index >= grid.count) return undefined;
  return index;
}
