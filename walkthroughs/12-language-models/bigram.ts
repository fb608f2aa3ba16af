/**
 * Bigram
 * Learns which character follows which, by counting and by gradient descent, and writes with what it knows.
 *
 * Data:   1,000 verses made by code, 141,000 characters; another 100 to validate with
 * Expect: about 3 seconds; both end at a perplexity of about 7.9, and write what only looks like words
 * Try:    set smoothing to 100 and look at the counts' perplexity: too much doubt costs as well
 */
import * as tf from '@tensorflow/tfjs-node';
import { data, log, showMatrix, showText } from 'genai101';

// Hyperparameters --------------------------------------------------------------------------------
const smoothing = 1; // added to each count: a pair that was never seen is unlikely, not impossible
const learningRate = 0.2; // at the beginning; falls to 0 in a straight line
const batchSize = 4000; // pairs
const epochs = 15; // passes over all pairs

// Data -------------------------------------------------------------------------------------------
const verses = data.verses({ count: 1100 }); // no two the same
const train = verses.slice(0, 1000).join('\n\n');
const validation = verses.slice(1000).join('\n\n');
const alphabet = [...new Set(train)].sort().join(''); // one token for each character
const letters = alphabet.length; // 31
const names = [...alphabet].map((c) => ({ '\n': '⏎', ' ': '␣' })[c] ?? c);

/** Each character of a text and the one that follows it, as numbers. */
function pairs(text: string) {
  const codes = tf.tensor1d(
    Int32Array.from(text, (c) => alphabet.indexOf(c)),
    'int32',
  );
  return { before: codes.slice(0, text.length - 1), after: codes.slice(1) };
}
const known = pairs(train);
const unknown = pairs(validation);

// Model ------------------------------------------------------------------------------------------
// By counting: how often b came after a, divided by how often anything did.
const counts = tf.buffer([letters, letters], 'float32');
counts.values.fill(smoothing);
for (let i = 1; i < train.length; i++) {
  const [a, b] = [alphabet.indexOf(train.charAt(i - 1)), alphabet.indexOf(train.charAt(i))];
  counts.set(counts.get(a, b) + 1, a, b);
}
const all = counts.toTensor(); // [31, 31]
const counted = all.div(all.sum(1, true)); // each row sums to 1

// By gradient descent: a network without hidden layer. The weights from character a are the logits
// of what follows it, so the best it can do is what the counts say.
const weights = tf.variable(tf.zeros([letters, letters]));

/** Mean of −ln p(next character), in nats. */
function crossEntropy(logits: tf.Tensor, { before, after }: ReturnType<typeof pairs>): tf.Scalar {
  const expected = tf.gather(logits, before); // [pairs, 31]; the same as one-hot times weights
  return tf.losses.softmaxCrossEntropy(tf.oneHot(after, letters), expected);
}

/** Among how many equally likely characters it would waver as much. */
const perplexity = (logits: tf.Tensor) => tf.tidy(() => crossEntropy(logits, unknown).exp());

/** Begins a line, and draws each next character from the row of the last one. */
function write(table: tf.Tensor, length: number): string {
  // The shares of a row, laid end to end from 0 to 1: a random number falls into one of them.
  const ends = tf.tidy(() => table.cumsum(1).arraySync()) as number[][];
  const chance = tf.tidy(() => tf.randomUniform([length]).arraySync()) as number[];
  const text = chance.reduce((written, dice) => {
    const row = ends[alphabet.indexOf(written.at(-1) ?? '')] ?? [];
    return written + (alphabet[row.findIndex((end) => dice < end)] ?? '\n');
  }, '\n');
  return text.trim();
}

// Training ---------------------------------------------------------------------------------------
const optimizer = tf.train.adam(learningRate);
const byCounting = perplexity(counted.log()); // the logarithms of probabilities are logits
const order = Int32Array.from(tf.util.createShuffledIndices(train.length - 1));
const steps = Math.floor(order.length / batchSize);

for (let epoch = 1; epoch <= epochs; epoch++) {
  for (let step = 0; step < steps; step++) {
    const progress = (epoch - 1 + step / steps) / epochs;
    Object.assign(optimizer, { learningRate: learningRate * (1 - progress) });
    tf.tidy(() => {
      const chosen = tf.tensor1d(order.subarray(step * batchSize, (step + 1) * batchSize), 'int32');
      const batch = { before: known.before.gather(chosen), after: known.after.gather(chosen) };
      optimizer.minimize(() => crossEntropy(weights, batch));
    });
  }
  const learned = perplexity(weights);
  await log({ perplexity: learned, 'perplexity of counts': byCounting }, epoch, epochs);
  learned.dispose();
}

// Result -----------------------------------------------------------------------------------------
const learned = tf.softmax(weights); // [31, 31]
const labels = { step: epochs, rows: names, columns: names };
showMatrix('counted: what follows (column) after (row)', counted, labels);
showMatrix('learned: what follows (column) after (row)', learned, labels);
showText('written from pairs', write(learned, 400), { step: epochs });
