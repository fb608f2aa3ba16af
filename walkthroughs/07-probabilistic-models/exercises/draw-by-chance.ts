/**
 * Exercise: draw by chance
 * This chain has counted well, and yet it writes one and the same name a hundred times.
 *
 * Data:   2,000 invented names to count in
 * Expect: about 1 second
 * Try:    draw each letter as often as it followed the context, instead of always the same one
 */
import * as tf from '@tensorflow/tfjs-node';
import { data, log, showText } from 'genai101';

// Hyperparameters --------------------------------------------------------------------------------
const order = 2; // letters that the chain looks back
const written = 100;

// Data -------------------------------------------------------------------------------------------
const names = data.names({ count: 2000 });

// Model ------------------------------------------------------------------------------------------
/** By the last two letters: how often each letter came next. A dot stands before and after a name. */
const chain = new Map<string, Map<string, number>>();

for (const name of names) {
  const text = `${'.'.repeat(order)}${name}.`;
  for (let i = order; i < text.length; i++) {
    const counts = chain.get(text.slice(i - order, i)) ?? new Map<string, number>();
    counts.set(text.charAt(i), (counts.get(text.charAt(i)) ?? 0) + 1);
    chain.set(text.slice(i - order, i), counts);
  }
}

/** The next letter, by how often each followed this context. */
function next(context: string): string {
  const counts = chain.get(context) ?? new Map([['.', 1]]);
  const letters = [...counts.keys()];
  const times = tf.tensor1d([...counts.values()]);
  const [drawn = 0] = times.argMax().dataSync(); // TODO: always the most frequent one?
  return letters[drawn] ?? '.';
}

export function write(): string {
  let text = '.'.repeat(order);
  do text += tf.tidy(() => next(text.slice(-order)));
  while (!text.endsWith('.') && text.length < 20);
  return text.replaceAll('.', '');
}

// Training ---------------------------------------------------------------------------------------
// Counting, above, is all the training there is.
await log({ contexts: chain.size });

// Result -----------------------------------------------------------------------------------------
const made = Array.from({ length: written }, write);
showText('names', made.join('\n'));
await log({ 'different names': new Set(made).size });
