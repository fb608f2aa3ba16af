/** Two searches on one made-up loss, whose valley the learner drags: one hyperparameter matters more than the other. */
import { Random } from '../../../src/data/random.ts';

/** Two hyperparameters, each from 0 to 1. */
export type Place = readonly [x: number, y: number];

export interface Valley {
  /** Its deepest place. */
  at: Place;
  /** How much the second hyperparameter matters, 0 to 1; the first always matters fully. */
  second: number;
}

/** Width of the valley along a hyperparameter that matters fully. */
const WIDTH = 0.12;
/** A loss as good as this one is a find. */
export const GOOD = 0.2;

/** 0 at the bottom of the valley, towards 1 far from it. */
export function lossAt({ at, second }: Valley, [x, y]: Place): number {
  const far = ((x - at[0]) / WIDTH) ** 2 + second * ((y - at[1]) / WIDTH) ** 2;
  return far / (1 + far);
}

/** `perAxis` values of each hyperparameter, from end to end, every pair. */
export function gridPlaces(perAxis: number): Place[] {
  const marks = Array.from({ length: perAxis }, (_, i) => (i + 0.5) / perAxis);
  return marks.flatMap((y) => marks.map((x): Place => [x, y]));
}

export function randomPlaces(count: number, seed: number): Place[] {
  const random = new Random(seed);
  return Array.from({ length: count }, (): Place => [random.next(), random.next()]);
}

export function bestOf(valley: Valley, places: readonly Place[]): number {
  return Math.min(...places.map((place) => lossAt(valley, place)));
}

const SEARCHES = 500;

/** In what share of many random searches of as many trials the best is better than the grid's. */
export function shareBetter(valley: Valley, perAxis: number): number {
  const grid = bestOf(valley, gridPlaces(perAxis));
  const isBetter = (place: Place) => lossAt(valley, place) < grid;
  return searches(perAxis ** 2).filter((places) => places.some(isBetter)).length / SEARCHES;
}

/** The places do not depend on the valley, which is dragged. */
const searched = new Map<number, readonly Place[][]>();

function searches(trials: number): readonly Place[][] {
  const places =
    searched.get(trials) ??
    Array.from({ length: SEARCHES }, (_, i) => randomPlaces(trials, 1000 + i));
  searched.set(trials, places);
  return places;
}

const everywhere = gridPlaces(60);

/** What share of the whole plane is as good as `GOOD`: the chance of one random trial to find it. */
export function shareGood(valley: Valley): number {
  return everywhere.filter((place) => lossAt(valley, place) <= GOOD).length / everywhere.length;
}
