/** From noise to data in steps, by a guess of the noise. */
import { Random } from '../../../src/data/random.ts';
import { cleanOf, type Point } from './mixture.ts';
import { type Level, levelAt } from './schedule.ts';

/** ε̂ at a place and a level of noise. */
export type GuessNoise = (x: Point, level: Level) => Point;

export interface Walk {
  /** How many steps from time 1 to time 0. */
  steps: number;
  /** How much of the noise that goes in again is new: 0 for DDIM, 1 for DDPM (Song et al. 2021, equation 16). */
  eta: number;
  seed: number;
}

/** One point's way: its places at steps + 1 times, from noise to data. The same seed starts at the same place. */
export function walk(guessNoise: GuessNoise, { steps, eta, seed }: Walk): Point[] {
  const random = new Random(seed);
  const way: Point[] = [[random.normal(), random.normal()]];
  for (let i = 0; i < steps; i++) {
    const x = way[i] ?? [0, 0];
    const [now, next] = [levelAt(1 - i / steps), levelAt(1 - (i + 1) / steps)];
    const random2: Point = eta > 0 ? [random.normal(), random.normal()] : [0, 0];
    way.push(stepBack(x, guessNoise(x, now), now, next, eta, random2));
  }
  return way;
}

/** Song et al. 2021, equation 12: to the guessed clean point, then back into a little less noise. */
export function stepBack(
  x: Point,
  epsilon: Point,
  now: Level,
  next: Level,
  eta: number,
  random: Point,
): Point {
  const clean = cleanOf(x, epsilon, now);
  const fresh = eta * freshNoise(now, next);
  const kept = Math.sqrt(Math.max(0, next.noise ** 2 - fresh ** 2));
  return [
    next.signal * clean[0] + kept * epsilon[0] + fresh * random[0],
    next.signal * clean[1] + kept * epsilon[1] + fresh * random[1],
  ];
}

/** Standard deviation of the new noise in a step of DDPM. */
export function freshNoise(now: Level, next: Level): number {
  return (next.noise / now.noise) * Math.sqrt(Math.max(0, 1 - (now.signal / next.signal) ** 2));
}
