/** Markov chains of any order over letters or notes, by counting; and what each order is worth. */
import { melodies } from '../../../src/data/melodies.ts';
import { names } from '../../../src/data/names.ts';
import { Random } from '../../../src/data/random.ts';

export type Corpus = 'names' | 'tunes';

/** Stands before and after each text. */
export const END = '.';
export const MOST_ORDER = 6;
const SMOOTHING = 0.1;
/** Texts written for each order, to count copies in. */
const WRITTEN = 100;
const LONGEST = 120;

/** A letter, or a note as 'pitch:beats'. */
export type Token = string;

interface Texts {
  train: readonly Token[][];
  test: readonly Token[][];
  /** How many different tokens there are, with the end. */
  vocabulary: number;
}

/** By context, the last tokens: how often each token came next. */
export type Chain = ReadonlyMap<string, ReadonlyMap<Token, number>>;

export interface Next {
  token: Token;
  /** How often it followed the context. */
  count: number;
  probability: number;
}

export const corpora: Record<Corpus, Texts> = {
  names: split(
    names({ count: 800, seed: 1 }).map((name) => [...name]),
    650,
  ),
  tunes: split(
    melodies({ count: 100, seed: 1 }).map((tune) =>
      tune.map(({ pitch, beats }) => `${pitch}:${beats}`),
    ),
    80,
  ),
};

function split(texts: readonly Token[][], at: number): Texts {
  const vocabulary = new Set(texts.flat()).size + 1;
  return { train: texts.slice(0, at), test: texts.slice(at), vocabulary };
}

/** The last tokens as a key; fewer at the beginning of a text. */
export function contextOf(tokens: readonly Token[], order: number): string {
  return tokens.slice(Math.max(0, tokens.length - order)).join(' ');
}

export function learn(texts: readonly (readonly Token[])[], order: number): Chain {
  const chain = new Map<string, Map<Token, number>>();
  for (const text of texts) {
    [...text, END].forEach((next, i) => {
      const context = contextOf(text.slice(Math.max(0, i - order), i), order);
      const counts = chain.get(context) ?? new Map<Token, number>();
      counts.set(next, (counts.get(next) ?? 0) + 1);
      chain.set(context, counts);
    });
  }
  return chain;
}

/** What may follow, the most probable first. */
export function choices(chain: Chain, tokens: readonly Token[], order: number): Next[] {
  const counts = [...(chain.get(contextOf(tokens, order)) ?? [])];
  const total = counts.reduce((sum, [, count]) => sum + count, 0);
  return counts
    .map(([token, count]) => ({ token, count, probability: count / total }))
    .sort((a, b) => b.count - a.count);
}

/** @param chance evenly in [0, 1) */
export function drawn(next: readonly Next[], chance: number): Token {
  let left = chance;
  const found = next.find(({ probability }) => {
    left -= probability;
    return left < 0;
  });
  return found?.token ?? next.at(-1)?.token ?? END;
}

export function write(chain: Chain, order: number, random: Random): Token[] {
  const text: Token[] = [];
  while (text.length < LONGEST) {
    const token = drawn(choices(chain, text, order), random.next());
    if (token === END) break;
    text.push(token);
  }
  return text;
}

const known: Record<Corpus, ReadonlySet<string>> = {
  names: new Set(corpora.names.train.map((text) => text.join(' '))),
  tunes: new Set(corpora.tunes.train.map((text) => text.join(' '))),
};

export function isCopy(corpus: Corpus, text: readonly Token[]): boolean {
  return known[corpus].has(text.join(' '));
}

/** What an order is worth. */
export interface Worth {
  /** Perplexity on the texts counted in, and on others. */
  trained: number;
  heldOut: number;
  /** Share of texts written that are copies. */
  copied: number;
}

/** For orders 0 to MOST_ORDER. */
export function survey(corpus: Corpus): Worth[] {
  const { train, test, vocabulary } = corpora[corpus];
  return Array.from({ length: MOST_ORDER + 1 }, (_, order) => {
    const chain = learn(train, order);
    const random = new Random(order);
    const texts = Array.from({ length: WRITTEN }, () => write(chain, order, random));
    return {
      trained: perplexity(chain, order, train, vocabulary),
      heldOut: perplexity(chain, order, test, vocabulary),
      copied: texts.filter((text) => isCopy(corpus, text)).length / WRITTEN,
    };
  });
}

export function perplexity(
  chain: Chain,
  order: number,
  texts: readonly (readonly Token[])[],
  vocabulary: number,
): number {
  let [loss, tokens] = [0, 0];
  for (const text of texts) {
    [...text, END].forEach((next, i) => {
      const counts = chain.get(contextOf(text.slice(Math.max(0, i - order), i), order));
      let total = SMOOTHING * vocabulary;
      for (const count of counts?.values() ?? []) total += count;
      loss -= Math.log(((counts?.get(next) ?? 0) + SMOOTHING) / total);
      tokens++;
    });
  }
  return Math.exp(loss / tokens);
}
