import type { MatrixRecord } from '../../../protocol/record.ts';
import type { Draw, Surface } from '../canvas.tsx';
import { colour, palette } from '../theme.ts';

export interface MatrixLayout {
  left: number;
  top: number;
  cellWidth: number;
  cellHeight: number;
}

/** Room for names of rows and columns, where they are given and fit. */
export function layoutMatrix(
  record: MatrixRecord,
  surface: Pick<Surface, 'width' | 'height'>,
  names: boolean,
): MatrixLayout {
  const rows = Math.max(1, record.values.length);
  const columns = Math.max(1, record.values[0]?.length ?? 0);
  const longest = Math.max(0, ...(record.rows ?? []).map((name) => name.length));
  const withNames = names && surface.width > 120;
  const left = withNames && record.rows ? Math.min(surface.width / 3, longest * 7 + 8) : 0;
  const top = withNames && record.columns ? 16 : 0;
  return {
    left,
    top,
    cellWidth: (surface.width - left) / columns,
    cellHeight: (surface.height - top) / rows,
  };
}

export function matrixCellAt(layout: MatrixLayout, record: MatrixRecord, x: number, y: number) {
  const row = Math.floor((y - layout.top) / layout.cellHeight);
  const column = Math.floor((x - layout.left) / layout.cellWidth);
  const inside = row >= 0 && column >= 0 && record.values[row]?.[column] !== undefined;
  return inside ? { row, column } : undefined;
}

/** A heat map: no ink is zero (or the lowest value), blue is high, red is below zero, hatched is no number. */
export function drawMatrix(
  record: MatrixRecord,
  names: boolean,
  marked?: { row: number; column: number },
): Draw {
  return (surface) => {
    const { context } = surface;
    const layout = layoutMatrix(record, surface, names);
    const paint = heat(record);
    record.values.forEach((row, r) => {
      row.forEach((word, c) => {
        const { x, y, width, height } = cell(layout, r, c);
        const { style, alpha } = paint(Number(word));
        context.globalAlpha = alpha;
        context.fillStyle = style;
        context.fillRect(x, y, width, height);
      });
    });
    context.globalAlpha = 1;
    drawNames(surface, record, layout);
    if (marked) {
      const { x, y, width, height } = cell(layout, marked.row, marked.column);
      context.strokeStyle = palette().foreground;
      context.lineWidth = 2;
      context.strokeRect(x, y, width, height);
    }
  };
}

/** Snapped to whole pixels, so that no seam shows between cells. */
function cell({ left, top, cellWidth, cellHeight }: MatrixLayout, row: number, column: number) {
  const x = Math.round(left + column * cellWidth);
  const y = Math.round(top + row * cellHeight);
  const width = Math.round(left + (column + 1) * cellWidth) - x;
  const height = Math.round(top + (row + 1) * cellHeight) - y;
  return { x, y, width, height };
}

function heat({ values }: MatrixRecord) {
  const all = values.flat().map(Number).filter(Number.isFinite);
  const low = all.reduce((a, b) => Math.min(a, b), Infinity);
  const high = all.reduce((a, b) => Math.max(a, b), -Infinity);
  const zero = Math.max(low, 0);
  const reach = Math.max(high - zero, zero - low) || 1;
  const [blue, red, grey] = [colour('charts-blue'), colour('charts-red'), palette().muted];
  return (value: number) => {
    if (!Number.isFinite(value)) return { style: grey, alpha: 0.5 };
    return {
      style: value < zero ? red : blue,
      alpha: Math.min(1, 0.04 + (0.96 * Math.abs(value - zero)) / reach),
    };
  };
}

function drawNames({ context }: Surface, record: MatrixRecord, layout: MatrixLayout): void {
  const { muted, font } = palette();
  context.fillStyle = muted;
  // Where rows are low, their names are smaller, so that they do not touch.
  context.font = `${Math.min(11, Math.floor(layout.cellHeight) + 1)}px ${font}`;
  context.textBaseline = 'middle';
  context.textAlign = 'right';
  if (layout.left > 0 && layout.cellHeight >= 8) {
    record.rows?.forEach((name, row) => {
      const y = layout.top + (row + 0.5) * layout.cellHeight;
      context.fillText(name, layout.left - 4, y, layout.left - 4);
    });
  }
  context.textAlign = 'center';
  context.font = `11px ${font}`;
  if (layout.top > 0 && layout.cellWidth > 8) {
    record.columns?.forEach((name, column) => {
      const x = layout.left + (column + 0.5) * layout.cellWidth;
      // Narrower than its column: neighbours stay apart.
      context.fillText(name, x, layout.top / 2, layout.cellWidth - 6);
    });
  }
}
