/** Verses made up by code: a corpus for language models, with spelling, lines, metre and rhyme to be learned. */
import { Random } from './random.ts';
import { type Family, families, type Place, places } from './verseWords.ts';

export interface VersesOptions {
  /** How many verses, no two the same; at most 20,000. */
  count: number;
  /** The same seed gives the same verses, and the first n of them whatever the count. */
  seed: number;
}

/** A line, {places} to be filled. {noun} and {verb} end it, and rhyme. */
const NOUN_LINES: readonly string[] = [
  'the {two} {wanders} {near} the {noun}',
  'a {golden} {one} {above} the {noun}',
  'and every {one} will {find} the {noun}',
  'we {walked} {above} the {golden} {noun}',
  'the {one} has {found} the {golden} {noun}',
  'when {season} {wanders} {near} the {noun}',
  'come {sing} with me {above} the {noun}',
  'the {old} {one} {sleeps} {above} the {noun}',
  'i saw a {two} {near} the {noun}',
  'my {two} {keeps} the {golden} {noun}',
  'there is a {one} {above} the {noun}',
  'no {one} has {found} so {old} a {noun}',
  'o {golden} {one}, o {golden} {noun}',
  '{few} {golden} {many} {above} the {noun}',
  'the {one} and {one} have {found} the {noun}',
];
const VERB_LINES: readonly string[] = [
  'where all the {golden} {many} will {verb}',
  'and {near} the {two} we will {verb}',
  'so {golden} {many} may {sing} and {verb}',
  'the {two} and the {one} will {verb}',
  'i know the {many} will {sing} and {verb}',
  'and when the {season} comes, we {verb}',
];
const VERB_SHARE = 0.3;

/** What ends the four lines; now and then the verse ends with a cry. */
const STOPS = [',', '.', ',', '.'] as const;
const CRY_SHARE = 0.15;

/**
 * Verses of four lines of 20 to 45 characters with a line break after each but the last; lines 1 and 2 rhyme, 3 and 4
 * too. All in the 31 characters a to z, space, line break, comma, full stop and exclamation mark. In a verse no noun,
 * verb or adjective stands twice. About 135 characters a verse; some 400 words in all.
 */
export function verses({ count, seed }: VersesOptions): string[] {
  const random = new Random(seed);
  const made = new Set<string>();
  while (made.size < count) made.add(verse(random));
  return [...made];
}

function verse(random: Random): string {
  const used = new Set<string>();
  const [first, second] = random.order(families.length);
  const lines = [first, second].flatMap((at) => couplet(random, families[at ?? 0] ?? NONE, used));
  const cry = random.chance(CRY_SHARE);
  return lines.map((line, i) => line + (cry && i === 3 ? '!' : STOPS[i])).join('\n');
}

const NONE: Family = { nouns: [], verbs: [] };

function couplet(random: Random, family: Family, used: Set<string>): string[] {
  return [0, 1].map(() => {
    const isVerb = family.verbs.some((verb) => !used.has(verb)) && random.chance(VERB_SHARE);
    const template = unused(random, isVerb ? VERB_LINES : NOUN_LINES, used);
    const rhyme = unused(random, isVerb ? family.verbs : family.nouns, used);
    return fill(template.replace(/\{(noun|verb)\}/, rhyme), random, used);
  });
}

function fill(template: string, random: Random, used: Set<string>): string {
  const filled = template.replace(/\{(\w+)\}/g, (_, place: string) =>
    unused(random, places[place as Place], used),
  );
  return filled.replace(/\ba (?=[aeiou])/g, 'an ');
}

/** One that did not stand in this verse yet. */
function unused(random: Random, items: readonly string[], used: Set<string>): string {
  const item = random.pick(items.filter((each) => !used.has(each)));
  used.add(item);
  return item;
}

/** The words that the verses are made of, those between the places too. */
export function verseWords(): Set<string> {
  const lines = [...NOUN_LINES, ...VERB_LINES].join(' ').replace(/\{\w+\}/g, ' ');
  const fixed = lines.match(/[a-z]+/g) ?? [];
  const rhymes = families.flatMap(({ nouns, verbs }) => [...nouns, ...verbs]);
  return new Set([...fixed, 'an', ...Object.values(places).flat(), ...rhymes]);
}

/** True where both words are of one family of rhymes, and not the same word. */
export function isRhyme(one: string, other: string): boolean {
  const family = families.find(({ nouns, verbs }) => [...nouns, ...verbs].includes(one));
  return one !== other && !!family && [...family.nouns, ...family.verbs].includes(other);
}
