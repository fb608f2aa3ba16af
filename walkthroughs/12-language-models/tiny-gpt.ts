/**
 * Tiny GPT
 * Learns to write verses character by character, with a transformer as in GPT, small enough to read.
 *
 * Data:   1,000 verses made by code, 141,000 characters; another 100 to validate with
 * Expect: about 90 seconds; lines of real words, few rhymes yet, at a fifth of the bigram's perplexity
 * Try:    afterwards, move temperature and topK in the gallery, from dull to drunk
 */
import * as tf from '@tensorflow/tfjs-node';
import { data, explore, log, showMatrix, showText, tune } from 'genai101';

// Hyperparameters --------------------------------------------------------------------------------
const hyper = tune({ epochs: 8 }, { epochs: [1, 24] }); // of 250 steps each
const context = 144; // characters that it sees at most: a whole verse
const width = 64; // numbers that stand for one character, in every block
const heads = 4; // each looks through 16 of these
const batchSize = 7; // verses
const learningRate = 0.006; // after a warm-up of 100 steps; falls to 0 in a straight line

// Data -------------------------------------------------------------------------------------------
const text = `\n${data.verses({ count: 1100 }).join('\n\n')}`; // no two verses the same
const alphabet = [...new Set(text)].sort().join('');
const letters = alphabet.length; // 31
const encode = (text: string) => Array.from(text, (c) => alphabet.indexOf(c));
const starts = [...text.matchAll(/(?<=^|\n)\n/g)].map(({ index }) => index);
const cut = (at = 0) => encode(text.slice(at, at + context + 1));
const pieces = (from: (number | undefined)[]) => tf.tensor2d(from.map(cut), undefined, 'int32'); // [n, 145]

// Model ------------------------------------------------------------------------------------------
const kernel = (rows: number, columns: number, deviation = rows ** -0.5) =>
  tf.variable<tf.Rank.R2>(tf.randomNormal([rows, columns], 0, deviation));
const [tokens, positions] = [kernel(letters, width, 0.1), kernel(context, width, 0.1)];
const blocks = Array.from({ length: 2 }, () => ({
  ...{ query: kernel(width, width), key: kernel(width, width), value: kernel(width, width) },
  ...{ mix: kernel(width, width, 0.05), grow: kernel(width, 4 * width) },
  shrink: kernel(4 * width, width, 0.03),
}));
const output = kernel(width, letters);

/** Each row gets mean 0 and variance 1 (layer norm, Ba et al. 2016; without its scale and shift). */
function normalize(x: tf.Tensor2D): tf.Tensor2D {
  const { mean, variance } = tf.moments(x, -1, true);
  return x.sub(mean).mul(variance.add(1e-5).rsqrt());
}

/** Logits of the next character after each [n · length, 31]; `maps`: where each head of each block looked. */
function gpt(codes: tf.Tensor2D) {
  const [count, length] = codes.shape;
  const past = tf.linalg.bandPart(tf.ones([length, length]), -1, 0); // 1 up to the diagonal
  const maps: tf.Tensor[] = []; // [n, heads, length, length] each
  const embedded = tf.gather(tokens, codes).add(positions.slice(0, length)); // [n, length, 64]
  let x = embedded.reshape<tf.Tensor2D>([-1, width]);
  for (const { query, key, value, mix, grow, shrink } of blocks) {
    const seen = normalize(x);
    const split = (weights: tf.Tensor2D) =>
      seen.matMul(weights).reshape([count, length, heads, -1]).transpose([0, 2, 1, 3]);
    const scores = tf.matMul(split(query), split(key), false, true).div(Math.sqrt(width / heads));
    const attention = tf.softmax(scores.add(past.sub(1).mul(1e9))); // none looks ahead: that would be to copy
    maps.push(attention);
    const mixed = attention.matMul(split(value)).transpose([0, 2, 1, 3]).reshape([-1, width]);
    x = x.add(mixed.matMul(mix)); // a block only adds to what is there, so gradients pass it by
    x = x.add(normalize(x).matMul(grow).relu().matMul(shrink));
  }
  return { logits: normalize(x).matMul(output), maps };
}

const pairs = tf.fill([letters, letters], 1).bufferSync(); // the baseline: which follows which
for (let at = 1; at < (starts[1000] ?? 0); at++) {
  const pair = encode(text.slice(at - 1, at + 1));
  pairs.set(Number(pairs.get(...pair)) + 1, ...pair);
}

function loss(batch: tf.Tensor2D, model = (codes: tf.Tensor2D) => gpt(codes).logits): tf.Scalar {
  const next = tf.oneHot(batch.slice([0, 1]).reshape([-1]), letters); // at each place, the one after
  return tf.losses.softmaxCrossEntropy(next, model(batch.slice([0, 0], [-1, context])));
}

/** Verses, each character drawn (by Gumbel noise) from the `topK` likeliest; the same seed, the same luck. */
function write(count: number, temperature: number, topK: number, seed: number): string[] {
  const rows = Array.from({ length: count }, () => encode('\n'));
  for (let length = 1; length < context; length++) {
    const drawn = tf.tidy(() => {
      const { logits } = gpt(tf.tensor2d(rows, undefined, 'int32'));
      const all = logits.reshape<tf.Tensor3D>([count, length, letters]);
      const last = all.slice([0, length - 1, 0], [-1, 1, -1]).squeeze<tf.Tensor2D>([1]);
      const worst = tf.topk(last, topK).values.min(1, true);
      const allowed = tf.where(last.less(worst), tf.fill(last.shape, -1e9), last.div(temperature));
      const chance = tf.randomUniform([count, letters], 1e-6, 1, 'float32', 1000 * seed + length);
      return allowed.sub(chance.log().neg().log()).argMax(1).dataSync();
    });
    for (const [i, row] of rows.entries()) row.push(drawn[i] ?? 0);
  }
  const texts = rows.map((row) => row.map((code) => alphabet[code]).join('')); // '\nthe …\n\n…'
  return texts.map((each) => each.slice(1).split('\n\n')[0] ?? '');
}

// Training ---------------------------------------------------------------------------------------
const optimizer = tf.train.adam(learningRate, 0.9, 0.99);
const unknown = pieces(starts.slice(1000, 1060));
const byPairs = (codes: tf.Tensor2D) => tf.gather(pairs.toTensor().log(), codes.flatten());
const pairPerplexity = tf.tidy(() => loss(unknown, byPairs).exp());
let step = 0;
for (let epoch = 1; epoch <= hyper.epochs; epoch++) {
  const steps = hyper.epochs * 250;
  const order = Array.from(tf.util.createShuffledIndices(250 * batchSize), (i) => starts[i % 1000]);
  for (let i = 0; i < order.length; i += batchSize) {
    const rate = learningRate * Math.min(++step / 100, 1 - step / steps);
    Object.assign(optimizer, { learningRate: Math.max(0, rate) });
    optimizer.minimize(() => loss(pieces(order.slice(i, i + batchSize))));
    await log({ 'learning rate': rate }, step, steps); // lets Stop and the slider in
  }
  const [perplexity = 0] = tf.tidy(() => loss(unknown).exp().dataSync());
  await log({ perplexity, 'perplexity of pairs': pairPerplexity }, step, steps);
  showText('verses', write(2, 0.7, 10, epoch).join('\n\n'), { step });
}

// Result -----------------------------------------------------------------------------------------
const written = write(24, 0.7, 10, 0);
showText('24 verses', written.join('\n\n'), { step });
const couplet = `\n${written[0]?.split('\n', 2).join('\n')}`;
const names = Array.from(couplet, (c) => ({ '\n': '⏎', ' ': '␣' })[c] ?? c);
const labels = { step, rows: names, columns: names };
const codes = tf.tensor2d([encode(couplet)], undefined, 'int32');
const maps = tf.tidy(() => tf.concat(gpt(codes).maps, 1).squeeze([0]).unstack());
for (const [i, looks] of maps.entries()) {
  showMatrix(`block ${Math.ceil((i + 1) / heads)}, head ${(i % heads) + 1} looks`, looks, labels);
}
const whole = { min: 1, max: 31, integer: true };
const dials = { temperature: [0.1, 2], topK: { ...whole, value: 10 }, verse: whole } as const;
explore('verse', dials, (at) => write(1, at.temperature, at.topK, at.verse)[0] ?? '');
