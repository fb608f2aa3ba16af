/** Invented names, put together by rules that reach across the whole name: more than two neighbouring letters tell. */
import { Random } from './random.ts';

export interface NamesOptions {
  /** How many names, no two the same. */
  count: number;
  /** The same seed gives the same names, and the first n of them whatever the count. */
  seed: number;
}

/** Vowel harmony: all vowels of a name are of one kind, as in Finnish or Turkish words. */
export const VOWELS = { bright: 'eiy', dark: 'aou' } as const;

/** The more often a letter stands here, the more often it is picked. */
const OFTEN = { bright: [...'eeeiiiy'], dark: [...'aaaoou'] };
/** What begins a syllable; pairs of consonants only at the beginning of the name and after a vowel. */
const CONSONANTS = [...'lllmmmnnnrrrrsssttkkddvbhfgj'];
const ONSETS = [...CONSONANTS, 'br', 'dr', 'tr', 'st', 'sh'];
/** What may close a syllable inside a name. */
const CODAS = [...'nnrrlls'];
/** What closes a name that begins with a vowel. */
const ENDINGS = [...'nnrrsl'];

/**
 * Names of two to four syllables in lower-case letters a to z, without capitals or accents.
 *
 * Three rules hold for every name, and none can be seen in two neighbouring letters alone:
 * all vowels are bright (e, i, y) or all are dark (a, o, u); a name that begins with a vowel ends with a
 * consonant, one that begins with a consonant ends with a vowel; no vowel stands beside another.
 */
export function names({ count, seed }: NamesOptions): string[] {
  const random = new Random(seed);
  const made = new Set<string>();
  while (made.size < count) made.add(name(random));
  return [...made];
}

/** True where a text follows the rules of the names: the vowels agree, and the end answers the beginning. */
export function isLawful(name: string): boolean {
  const vowels = [...name].filter(isVowel);
  const first = name[0] ?? '';
  const last = name.at(-1) ?? '';
  const agree = [VOWELS.bright, VOWELS.dark].some((kind) =>
    vowels.every((vowel) => kind.includes(vowel)),
  );
  return vowels.length > 0 && agree && isVowel(first) !== isVowel(last);
}

function isVowel(letter: string): boolean {
  return VOWELS.bright.includes(letter) || VOWELS.dark.includes(letter);
}

function name(random: Random): string {
  const vowels = random.chance(0.5) ? OFTEN.bright : OFTEN.dark;
  const vowelFirst = random.chance(0.35);
  const syllables = random.pick([2, 2, 2, 3, 3, 3, 4]);
  let text = '';
  let closed = false;
  for (let i = 0; i < syllables; i++) {
    if (i > 0 || !vowelFirst) text += random.pick(closed ? CONSONANTS : ONSETS);
    text += random.pick(vowels);
    closed = i < syllables - 1 && random.chance(0.2);
    if (closed) text += random.pick(CODAS);
  }
  return vowelFirst ? text + random.pick(ENDINGS) : text;
}
