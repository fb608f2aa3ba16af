/** Short melodies made by rules of ours: a scale, rhythms of a bar, phrases that answer each other, and a cadence. */
import { Random } from './random.ts';

export interface MelodiesOptions {
  /** How many melodies, no two the same. */
  count: number;
  /** The same seed gives the same melodies, and the first n of them whatever the count. */
  seed: number;
}

export interface Note {
  /** MIDI number: 60 is the middle C, 12 more is an octave higher, 69 is 440 Hz. */
  pitch: number;
  /** How long it sounds, in beats; four beats are a bar. */
  beats: number;
}

/** C major from the B below the middle C to the G an octave and a fifth above it. */
export const SCALE: readonly number[] = [59, 60, 62, 64, 65, 67, 69, 71, 72, 74, 76, 77, 79];
export const TONIC: readonly number[] = [60, 72];
/** The largest step from one note to the next, in semitones: a fifth. */
export const WIDEST = 7;

/** Beats of the notes of one bar; the more often a rhythm stands here, the more often it is picked. */
const RHYTHMS: readonly (readonly number[])[] = [
  [1, 1, 1, 1],
  [1, 1, 1, 1],
  [1, 1, 2],
  [2, 1, 1],
  [1.5, 0.5, 1, 1],
  [0.5, 0.5, 1, 1, 1],
  [1, 0.5, 0.5, 2],
];
/** Steps along the scale: mostly neighbours, sometimes a third, seldom a fourth. */
const STEPS = [-1, -1, -1, -1, 1, 1, 1, 1, 0, -2, 2, 2, -3, 3];
/** Places in the scale. */
const [LOWEST, MIDDLE, HIGHEST] = [0, 5, SCALE.length - 1];

/**
 * Melodies of eight bars, about 20 to 36 notes, in C major from B3 (59) to G5 (79).
 *
 * Two bars are a phrase. The first phrase comes back as the third; the second rests on D, G or B (an open end), and
 * the fourth comes home by B or D to a C that lasts two beats. No two notes are further apart than a fifth.
 */
export function melodies({ count, seed }: MelodiesOptions): Note[][] {
  const random = new Random(seed);
  const made: Note[][] = [];
  const known = new Set<string>();
  while (made.length < count) {
    const melody = compose(random);
    const name = JSON.stringify(melody);
    if (isLawful(melody) && !known.has(name)) made.push(melody);
    known.add(name);
  }
  return made;
}

/** Within the scale, no step wider than a fifth, and a C at the end. */
export function isLawful(melody: readonly Note[]): boolean {
  const pitches = melody.map(({ pitch }) => pitch);
  return (
    pitches.every((pitch) => SCALE.includes(pitch)) &&
    pitches.every((pitch, i) => Math.abs(pitch - (pitches[i - 1] ?? pitch)) <= WIDEST) &&
    TONIC.includes(pitches.at(-1) ?? 0)
  );
}

function compose(random: Random): Note[] {
  const begin = random.pick([3, 5, 5, 8]); // E, G or C
  const first = phrase(random, begin);
  const open = ending(phrase(random, begin), random.pick([[2], [5], [7]])); // D, G or B
  const home = ending(
    phrase(random, MIDDLE),
    random.pick([
      [0, 1],
      [2, 1],
      [7, 8],
      [9, 8],
    ]),
  );
  return [first, open, first, home].flat();
}

/** Two bars that wander along the scale. */
function phrase(random: Random, begin: number): Note[] {
  const rhythm = [...random.pick(RHYTHMS), ...random.pick(RHYTHMS)];
  let place = begin;
  return rhythm.map((beats, i) => {
    if (i > 0) place = inside(place + random.pick(STEPS));
    return { pitch: SCALE[place] ?? 60, beats };
  });
}

/** The same phrase with other last notes, given as places in the scale; the very last one lasts two beats. */
function ending(notes: readonly Note[], last: readonly number[]): Note[] {
  const closed: Note[] = [];
  let beats = 8 - 2 - (last.length - 1);
  for (const note of notes) {
    if (beats <= 0) break;
    closed.push({ ...note, beats: Math.min(beats, note.beats) });
    beats -= note.beats;
  }
  return [
    ...closed,
    ...last.map((place, i) => ({
      pitch: SCALE[place] ?? 60,
      beats: i === last.length - 1 ? 2 : 1,
    })),
  ];
}

/** At the ends of the range it turns back. */
function inside(place: number): number {
  if (place < LOWEST) return LOWEST + 1;
  return place > HIGHEST ? HIGHEST - 1 : place;
}
