/** Tables of houses: as tensors, and as texts. */
import { dirtyHouses as makeDirtyHouses } from '../data/dirtyHouses.ts';
import { houses as makeHouses } from '../data/houses.ts';
import type { TextTable } from '../data/textTable.ts';
import * as tf from '../engine/tf.ts';
import { reporter } from './reporter.ts';
import { checkWhole } from './whole.ts';

export interface HousesOptions {
  /** How many houses. */
  count: number;
  /** Another seed gives other houses, for example to test with; the seed of the run where it is left out. */
  seed?: number;
}

export interface HouseTable {
  /** Names of the columns, with their units: area in m², rooms, age in years, distance to the centre in m. */
  columns: readonly string[];
  /** [count, 4], float32: one house a row. */
  features: tf.Tensor2D;
  /** [count, 1], float32: prices in thousands. */
  targets: tf.Tensor2D;
}

/**
 * A table of houses and their prices, made by code: four features in very different units.
 *
 * ```ts
 * const { features, targets } = data.houses({ count: 400 });
 * ```
 *
 * @throws GenAI101Error when `count` is no whole number above 0
 */
export function houses({ count, seed = reporter().seed }: HousesOptions): HouseTable {
  checkWhole('data.houses', 'count', count);
  const { columns, features, prices } = makeHouses({ count, seed });
  return {
    columns,
    features: tf.tensor2d(features, [count, 4]),
    targets: tf.tensor2d(prices, [count, 1]),
  };
}

/**
 * The houses with their prices as people hand them over, every cell a text: with copies, typing errors, words for
 * numbers, and gaps, in about one row of five. The shape is that of `data.loadTable`.
 *
 * ```ts
 * const { columns, rows } = data.dirtyHouses({ count: 400 });
 * ```
 *
 * @throws GenAI101Error when `count` is no whole number above 0
 */
export function dirtyHouses({ count, seed = reporter().seed }: HousesOptions): TextTable {
  checkWhole('data.dirtyHouses', 'count', count);
  const { columns, rows } = makeDirtyHouses({ count, seed });
  return { columns, rows };
}
