/** How often each character follows each other one, as a heat map to choose a pair from. */
import { useMemo } from 'preact/hooks';
import type { MatrixRecord } from '../../../src/protocol/record.ts';
import { Canvas, type Surface } from '../../../src/webview/kit/canvas.tsx';
import {
  drawMatrix,
  layoutMatrix,
  matrixCellAt,
} from '../../../src/webview/kit/samples/drawMatrix.ts';
import { palette } from '../../../src/webview/kit/theme.ts';
import { alphabet, followers, shares, visible } from './verseCounts.ts';

interface Props {
  /** The two characters of the marked pair. */
  pair: string;
  /** The character that the text ends with: its row is framed. */
  last: string;
  onChoose: (pair: string) => void;
}

const names = [...alphabet].map(visible);
const SIZE = alphabet.length;
const directions: Record<string, readonly [rows: number, columns: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

export function PairMap({ pair, last, onChoose }: Props) {
  const record = useMemo(allShares, []);
  const row = alphabet.indexOf(pair.charAt(0));
  const column = alphabet.indexOf(pair.charAt(1));
  const choose = (toRow: number, toColumn: number) =>
    onChoose(alphabet.charAt(within(toRow)) + alphabet.charAt(within(toColumn)));
  const drawCells = drawMatrix(record, true, { row, column });
  return (
    <div
      class="pair-map"
      role="application"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: its cells are chosen with the keyboard too
      tabIndex={0}
      aria-label={`Probabilities of all pairs. ${visible(pair.charAt(0))} before ${visible(pair.charAt(1))} is chosen; arrow keys choose another.`}
      onPointerDown={(event) => {
        const box = event.currentTarget.getBoundingClientRect();
        const [x, y] = [event.clientX - box.left, event.clientY - box.top];
        const cell = matrixCellAt(layoutMatrix(record, box, true), record, x, y);
        if (cell) choose(cell.row, cell.column);
      }}
      onKeyDown={(event) => {
        const direction = directions[event.key];
        if (!direction) return;
        event.preventDefault();
        choose(row + direction[0], column + direction[1]);
      }}
    >
      <Canvas
        draw={(surface) => {
          drawCells(surface);
          frameRow(surface, record, alphabet.indexOf(last));
        }}
      />
    </div>
  );
}

function allShares(): MatrixRecord {
  const values = [...alphabet].map((before) => [...shares(followers(before))]);
  return { type: 'matrix', name: 'pairs', step: 0, time: 0, values, rows: names, columns: names };
}

function frameRow(surface: Surface, record: MatrixRecord, row: number): void {
  const { left, top, cellWidth, cellHeight } = layoutMatrix(record, surface, true);
  surface.context.strokeStyle = palette().foreground;
  surface.context.lineWidth = 1;
  surface.context.strokeRect(left, top + row * cellHeight, SIZE * cellWidth - 1, cellHeight);
}

function within(index: number): number {
  return Math.min(SIZE - 1, Math.max(0, index));
}
