/**
 * A Markov chain that writes
 * Learns which letter follows the last few, by counting, and writes new names letter by letter.
 *
 * Data:   2,000 invented names to count in, 400 others to judge by
 * Expect: about 2 seconds; perplexity on held-out names falls, then rises; from order 5 on nearly all are copies
 * Try:    order = 1, then 8: nonsense, then copies. Which order writes best without copying?
 */
import * as tf from '@tensorflow/tfjs-node';
import { data, log, showMatrix, showText } from 'genai101';

// Hyperparameters --------------------------------------------------------------------------------
const order = 3; // letters that the chain looks back; it forgets all before them
const mostLetters = 8; // orders from 0 to this are compared
const smoothing = 0.1; // added to each count: what was never seen is unlikely, not impossible
const written = 200; // names of each order

// Data -------------------------------------------------------------------------------------------
const names = data.names({ count: 2400 }); // no two the same
const train = names.slice(0, 2000);
const test = names.slice(2000);
// Your own: (await data.loadText('lines.txt')).split('\n'), and its letters in the alphabet.
const alphabet = '.abcdefghijklmnopqrstuvwxyz'; // the dot stands before and after a name

// Model ------------------------------------------------------------------------------------------
/** By context, the last letters: how often each letter came next. */
type Chain = Map<string, Map<string, number>>;

/** Each letter of a name with the letters before it; dots stand where there are none. */
function steps(name: string, order: number): { context: string; next: string }[] {
  const text = `${'.'.repeat(order)}${name}.`;
  return [...text.slice(order)].map((next, i) => ({ context: text.slice(i, i + order), next }));
}

function count(names: string[], order: number): Chain {
  const chain: Chain = new Map();
  for (const { context, next } of names.flatMap((name) => steps(name, order))) {
    const counts = chain.get(context) ?? new Map<string, number>();
    counts.set(next, (counts.get(next) ?? 0) + 1);
    chain.set(context, counts);
  }
  return chain;
}

const sum = (numbers: Iterable<number>) => [...numbers].reduce((all, each) => all + each, 0);

/** e to the mean of −ln p(next | context): among how many letters the chain wavers, on average. */
function perplexity(chain: Chain, order: number, names: string[]): number {
  const surprises = names
    .flatMap((name) => steps(name, order))
    .map(({ context, next }) => {
      const counts = chain.get(context) ?? new Map<string, number>();
      const total = sum(counts.values()) + smoothing * alphabet.length;
      return -Math.log(((counts.get(next) ?? 0) + smoothing) / total);
    });
  return Math.exp(sum(surprises) / surprises.length);
}

/** A name, each letter drawn as often as it followed the same context in the names counted. */
function write(chain: Chain, order: number): string {
  let text = '.'.repeat(order);
  for (;;) {
    const counts = chain.get(text.slice(text.length - order)) ?? new Map<string, number>();
    let left = Math.random() * sum(counts.values());
    const drawn = [...counts].find(([, times]) => {
      left -= times;
      return left < 0;
    });
    if (!drawn || drawn[0] === '.') return text.slice(order);
    text += drawn[0];
  }
}

// Training ---------------------------------------------------------------------------------------
// Counting is all the training there is: the shares counted are the probabilities of highest likelihood.
const known = new Set(train);
for (let letters = 0; letters <= mostLetters; letters++) {
  const chain = count(train, letters);
  const texts = Array.from({ length: written }, () => write(chain, letters));
  const copies = texts.filter((name) => known.has(name)).length / written;
  await log(
    {
      perplexity: perplexity(chain, letters, train),
      val_perplexity: perplexity(chain, letters, test),
      'copied names': copies,
    },
    letters, // the step is the order
    mostLetters,
  );
  showText('names of each order', texts.join('\n'), { step: letters });
}

// Result -----------------------------------------------------------------------------------------
const chain = count(train, order);
const fresh = Array.from({ length: 50 }, () => write(chain, order)).filter((n) => !known.has(n));
showText(`new names, order ${order}`, fresh.join('\n'), { step: order });

// The chain of order 1 as a matrix: each row is a letter, and says how probable each next letter is.
const pairs = count(train, 1);
const rows = [...alphabet].map((from) => [...alphabet].map((to) => pairs.get(from)?.get(to) ?? 0));
const counts = tf.tensor2d(rows); // [27, 27]
const transitions = counts.div(counts.sum(1, true).maximum(1));
showMatrix('next letter', transitions, { step: 1, rows: [...alphabet], columns: [...alphabet] });
