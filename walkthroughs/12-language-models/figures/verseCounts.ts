/** What follows what in the verses, counted; and draws from it. */
import type { Random } from '../../../src/data/random.ts';
import { verses } from '../../../src/data/verses.ts';

const text = `\n${verses({ count: 1000, seed: 1 }).join('\n\n')}`;

/** The characters of the verses, each a token. */
export const alphabet = [...new Set(text)].sort().join('');

/** As people can see it. */
export function visible(character: string): string {
  return character === '\n' ? '⏎' : character === ' ' ? '␣' : character;
}

/** For a formula, whose letters have no such signs. */
export function spoken(character: string): string {
  return character === '\n' ? 'line end' : character === ' ' ? 'space' : character;
}

/** What has been counted before: a text is drawn from the same few characters again and again. */
const counted = new Map<string, Float32Array>();

/** How often each character of the alphabet follows these in the verses. Not to be written to. */
export function followers(before: string): Float32Array {
  const known = counted.get(before);
  if (known) return known;
  const counts = count(before);
  counted.set(before, counts);
  return counts;
}

function count(before: string): Float32Array {
  const counts = new Float32Array(alphabet.length);
  for (let at = text.indexOf(before); at >= 0; at = text.indexOf(before, at + 1)) {
    const next = alphabet.indexOf(text.charAt(at + before.length));
    if (next >= 0 && at + before.length < text.length) counts[next] = (counts[next] ?? 0) + 1;
  }
  return counts;
}

export function shares(counts: Float32Array): Float32Array {
  const total = counts.reduce((sum, count) => sum + count, 0);
  return counts.map((count) => (total > 0 ? count / total : 1 / counts.length));
}

/** softmax(logits / temperature) of the `kept` likeliest; the others get 0. Impossible ones have −∞ as logit. */
export function sharpened(logits: Float32Array, temperature: number, kept: number): Float32Array {
  const least = logits.toSorted().at(-kept) ?? Number.NEGATIVE_INFINITY;
  const most = Math.max(...logits);
  // Where several are as likely as the last one kept, the first of them stay.
  let room = kept - logits.filter((logit) => logit > least).length;
  const powers = logits.map((logit) => {
    const stays = logit > least || (logit === least && room-- > 0);
    return stays ? Math.exp((logit - most) / temperature) : 0;
  });
  return shares(powers);
}

/** The place of one drawn with these probabilities. */
export function drawn(odds: Float32Array, random: Random): number {
  let left = random.next();
  const at = odds.findIndex((share) => {
    left -= share;
    return left < 0;
  });
  return at < 0 ? odds.indexOf(Math.max(...odds)) : at;
}
