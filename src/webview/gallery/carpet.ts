/** The carpet behind the plane: what the model draws in each cell of a grid, row by row from the upper left. */
import { signal } from '@preact/signals';
import type { ExploredImage, Explorer } from '../../protocol/runner.ts';
import { toCanvas } from '../kit/exploredImage.ts';

/** Cells across and up. */
export const carpetSide = 9;

interface Carpet {
  /** The explorer it shows. */
  name: string;
  /** Tells it from the carpet of other axes, or of other values on the axes that are not on the plane. */
  key: string;
  /** Values of all axes, in the middle of each cell. */
  places: readonly number[][];
  /** Of the first cells, up to where it is woven. */
  pictures: readonly OffscreenCanvas[];
}

export const carpet = signal<Carpet>({ name: '', key: '', places: [], pictures: [] });

/** Begins a new carpet, unless this is the one that lies there. */
export function layCarpet(
  { name, axes }: Explorer,
  [across, up]: readonly [number, number],
  values: readonly number[],
): void {
  const others = values.map((value, i) => (i === across || i === up ? null : value));
  const key = JSON.stringify([name, across, up, others]);
  if (key === carpet.value.key) return;
  const places = Array.from({ length: carpetSide ** 2 }, (_, cell) =>
    values.map((value, i) => {
      const axis = axes[i];
      if (axis && i === across) return middle(axis.min, axis.max, cell % carpetSide);
      if (axis && i === up) return middle(axis.max, axis.min, Math.floor(cell / carpetSide));
      return value;
    }),
  );
  carpet.value = { name, key, places, pictures: [] };
}

function middle(from: number, to: number, cell: number): number {
  return from + ((cell + 0.5) / carpetSide) * (to - from);
}

export function weave(image: ExploredImage): void {
  const { pictures } = carpet.value;
  carpet.value = { ...carpet.value, pictures: [...pictures, toCanvas(image)] };
}
