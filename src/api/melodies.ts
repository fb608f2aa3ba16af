/** Short melodies, as lists of notes. */
import { melodies as composeMelodies, type Note } from '../data/melodies.ts';
import { GenAI101Error } from './error.ts';
import { reporter } from './reporter.ts';
import { checkWhole } from './whole.ts';

export type { Note } from '../data/melodies.ts';

export interface MelodiesOptions {
  /** How many melodies, no two the same; at most 10,000. */
  count: number;
  /** Another seed gives other melodies, for example to test with; the seed of the run where it is left out. */
  seed?: number;
}

/**
 * Melodies of eight bars in C major, made by rules: phrases that answer each other and come home to C.
 * A note has a pitch (MIDI number, 59 to 79; 60 is the middle C) and a length in beats (0.5, 1, 1.5 or 2).
 *
 * ```ts
 * const tunes = data.melodies({ count: 100 });
 * ```
 *
 * @throws GenAI101Error when `count` is no whole number from 1 to 10,000
 */
export function melodies({ count, seed = reporter().seed }: MelodiesOptions): Note[][] {
  checkWhole('data.melodies', 'count', count);
  if (count <= 10_000) return composeMelodies({ count, seed });
  throw new GenAI101Error(
    `data.melodies: there are melodies for a count up to 10,000, not ${count}.`,
  );
}
