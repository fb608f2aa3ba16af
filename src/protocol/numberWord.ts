import type { NumberWord } from './record.ts';

/** A number as JSON can carry it. */
export function toWord(value: number): NumberWord {
  return Number.isFinite(value) ? value : (String(value) as NumberWord);
}

/** The number that `toWord` wrote. */
export function fromWord(word: NumberWord): number {
  return Number(word);
}
