/** Letters and notes as people read them. */
import { SCALE } from '../../../src/data/melodies.ts';
import type { PlayedNote } from '../../../src/webview/kit/melodyPlayer.ts';
import { type Corpus, END, type Token } from './chainLab.ts';

const NOTES = ['C', 'C♯', 'D', 'D♯', 'E', 'F', 'F♯', 'G', 'G♯', 'A', 'A♯', 'B'];

/** The places of the graph: letters, or pitches whatever their length; the end comes first. */
export const places: Record<Corpus, readonly string[]> = {
  names: [END, ...'abcdefghijklmnopqrstuvwxyz'],
  tunes: [END, ...SCALE.map(String)],
};

/** Where in the graph a token lies. */
export function placeOf(token: Token): string {
  return token.split(':')[0] ?? END;
}

/** 'C4'; a letter is itself. */
export function placeText(place: string): string {
  const pitch = Number(place);
  if (place === END || !Number.isFinite(pitch)) return place;
  return `${NOTES[pitch % 12]}${Math.floor(pitch / 12) - 1}`;
}

export function noteOf(token: Token): PlayedNote {
  const [pitch = 60, beats = 1] = token.split(':').map(Number);
  return { pitch, beats };
}

/** 'a', or 'C4 ×2': a note of two beats. */
export function tokenText(corpus: Corpus, token: Token): string {
  if (token === END) return 'end';
  if (corpus === 'names') return token;
  const { beats } = noteOf(token);
  return `${placeText(placeOf(token))}${beats === 1 ? '' : ` ×${beats}`}`;
}

export function textOf(corpus: Corpus, text: readonly Token[]): string {
  return text.map((token) => tokenText(corpus, token)).join(corpus === 'names' ? '' : ' ');
}
