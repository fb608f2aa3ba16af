import { useMemo, useState } from 'preact/hooks';
import type { MatrixRecord } from '../../../protocol/record.ts';
import { Canvas } from '../canvas.tsx';
import { formatNumber } from '../format.ts';
import { drawMatrix, layoutMatrix, matrixCellAt } from './drawMatrix.ts';

interface Cell {
  row: number;
  column: number;
}

/** A heat map; pointer and arrow keys read single values. */
export function MatrixFigure({ record, maxHeight }: { record: MatrixRecord; maxHeight: number }) {
  const [cell, setCell] = useState<Cell>();
  const marked = cell && record.values[cell.row]?.[cell.column] !== undefined ? cell : undefined;
  const draw = useMemo(() => drawMatrix(record, true, marked), [record, marked]);
  const rows = record.values.length;
  const columns = record.values[0]?.length ?? 0;
  if (rows === 0 || columns === 0) return <p class="muted">An empty matrix.</p>;

  const onMouseMove = (event: MouseEvent) => {
    const canvas = event.currentTarget as HTMLCanvasElement;
    const size = { width: canvas.clientWidth, height: canvas.clientHeight };
    setCell(matrixCellAt(layoutMatrix(record, size, true), record, event.offsetX, event.offsetY));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const move = moves[event.key];
    if (!move) return;
    event.preventDefault();
    const from = marked ?? { row: 0, column: 0 };
    setCell({
      row: clamp(from.row + (marked ? move[0] : 0), rows),
      column: clamp(from.column + (marked ? move[1] : 0), columns),
    });
  };
  return (
    <>
      <Canvas
        class="matrix"
        draw={draw}
        tabIndex={0}
        label={`${record.name}, step ${record.step}, ${rows} by ${columns} values. Arrow keys read them.`}
        style={{
          width: `min(100%, ${Math.max(120, (maxHeight * columns) / rows)}px)`,
          aspectRatio: `${columns} / ${rows}`,
          minHeight: '24px',
          maxHeight: `${maxHeight}px`,
        }}
        onMouseMove={onMouseMove}
        onMouseLeave={() => setCell(undefined)}
        onKeyDown={onKeyDown}
      />
      <p class="reading muted numbers" role="status">
        {marked ? cellText(record, marked) : `${rows} × ${columns}`}
      </p>
    </>
  );
}

const moves: Record<string, [number, number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

function clamp(index: number, count: number): number {
  return Math.min(count - 1, Math.max(0, index));
}

function cellText(record: MatrixRecord, { row, column }: Cell): string {
  const rowName = record.rows?.[row] ?? `row ${row}`;
  const columnName = record.columns?.[column] ?? `column ${column}`;
  return `${rowName}, ${columnName}: ${formatNumber(Number(record.values[row]?.[column]))}`;
}
