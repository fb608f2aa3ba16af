/** Which place looks at which, as a heat map; a row is chosen by click or by arrow keys. */
import { useMemo } from 'preact/hooks';
import type { MatrixRecord } from '../../../src/protocol/record.ts';
import { Canvas } from '../../../src/webview/kit/canvas.tsx';
import {
  drawMatrix,
  layoutMatrix,
  matrixCellAt,
} from '../../../src/webview/kit/samples/drawMatrix.ts';
import { visible } from './verseCounts.ts';

interface Props {
  tokens: readonly string[];
  map: readonly number[][];
  place: number;
  onChoose: (place: number) => void;
}

const directions: Record<string, number> = {
  ArrowUp: -1,
  ArrowLeft: -1,
  ArrowDown: 1,
  ArrowRight: 1,
};

export function PlaceMap({ tokens, map, place, onChoose }: Props) {
  const record = useMemo((): MatrixRecord => {
    const names = tokens.map(visible);
    const values = map.map((row) => [...row]);
    return { type: 'matrix', name: 'looks', step: 0, time: 0, values, rows: names, columns: names };
  }, [tokens, map]);
  const column = map[place]?.indexOf(Math.max(...(map[place] ?? []))) ?? 0;
  return (
    <div
      class="pair-map"
      role="application"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: its rows are chosen with the keyboard too
      tabIndex={0}
      aria-label={`Where each place looks. Place ${place}, ${visible(tokens[place] ?? '')}, looks most at place ${column}, ${visible(tokens[column] ?? '')}; arrow keys choose another.`}
      onPointerDown={(event) => {
        const box = event.currentTarget.getBoundingClientRect();
        const [x, y] = [event.clientX - box.left, event.clientY - box.top];
        const cell = matrixCellAt(layoutMatrix(record, box, true), record, x, y);
        if (cell) onChoose(cell.row);
      }}
      onKeyDown={(event) => {
        const direction = directions[event.key];
        if (!direction) return;
        event.preventDefault();
        onChoose(Math.min(tokens.length - 1, Math.max(0, place + direction)));
      }}
    >
      <Canvas draw={drawMatrix(record, true, { row: place, column })} />
    </div>
  );
}
