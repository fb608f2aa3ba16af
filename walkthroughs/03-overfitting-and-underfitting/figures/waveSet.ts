/** What the figures of this chapter share: the curve behind the points, and where it is drawn. */
import { waveAt } from '../../../src/data/wave.ts';

/** The x at which curves are drawn. */
export const GRID: readonly number[] = Array.from({ length: 161 }, (_, i) => i / 80 - 1);

export const truth: readonly number[] = GRID.map(waveAt);

/** Half the height of the plot: points beyond it cannot be dragged. */
export const LIMIT = 2;
