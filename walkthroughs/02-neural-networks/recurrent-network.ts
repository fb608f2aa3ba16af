/**
 * Recurrent network
 * Learns to write names letter by letter, with a memory that is carried from each letter to the next.
 *
 * Data:   2,000 invented names; their vowels agree, and their end answers their beginning
 * Expect: about 6 seconds; new names that keep the rules, which pairs of letters cannot know
 * Try:    slide temperature to 0.3 while it trains, then to 2: from timid to wild
 */
import * as tf from '@tensorflow/tfjs-node';
import { data, log, showText, tune } from 'genai101';

// Hyperparameters --------------------------------------------------------------------------------
// Below 1 the likely letters become likelier still, above 1 all letters become more alike.
const hyper = tune({ temperature: 0.9 }, { temperature: [0.1, 3] });
const units = 64; // numbers in the memory
const learningRate = 0.005;
const batchSize = 50;
const epochs = 10;

// Data -------------------------------------------------------------------------------------------
const alphabet = '.abcdefghijklmnopqrstuvwxyz'; // the dot stands before and after a name
const letters = alphabet.length; // 27
const names = data.names({ count: 2400 }); // no two the same
const train = names.slice(0, 2000);
const test = names.slice(2000);
const steps = 17; // letters of the longest name, and a dot

/** 'ana' becomes the numbers of .ana.............. */
const encode = (name: string) =>
  [...`.${name}`.padEnd(steps + 1, '.')].map((c) => alphabet.indexOf(c));

/** What the network reads, what comes next each time, and which steps count: those up to the final dot. */
function examples(words: string[]) {
  const codes = tf.tensor2d(words.map(encode), [words.length, steps + 1], 'int32');
  const counts = words.map((word) => [...Array(steps).keys()].map((i) => Number(i <= word.length)));
  return {
    inputs: tf.oneHot(codes.slice([0, 0], [-1, steps]), letters).cast('float32'), // [n, 17, 27]
    targets: tf.oneHot(codes.slice([0, 1]), letters), // [n, 17, 27]
    weights: tf.tensor2d(counts), // [n, 17]
  };
}
const unknown = examples(test);

// Model ------------------------------------------------------------------------------------------
// The GRU reads a letter, mixes it into its memory, and hands the memory on to the next step.
// Its gates learn what to keep and what to overwrite (gated recurrent unit, Cho et al. 2014).
const model = tf.sequential({
  layers: [
    tf.layers.gru({
      units,
      inputShape: [null, letters], // any number of steps
      returnSequences: true, // its memory after each step, [n, steps, 64], not only after the last
      recurrentInitializer: 'glorotUniform',
    }),
    tf.layers.dense({ units: letters }), // logits of the next letter, at each step
  ],
});

/** Mean of −ln p(next letter). Its exponential is the perplexity: among how many letters it wavers. */
function crossEntropy({ inputs, targets, weights }: ReturnType<typeof examples>): tf.Scalar {
  const logits = model.apply(inputs) as tf.Tensor; // [n, 17, 27]
  return tf.losses.softmaxCrossEntropy(targets, logits, weights);
}

/** The baseline: counts which letter follows which, and forgets all but the last one. */
function bigramPerplexity(): number {
  const pairsOf = (name: string) =>
    [...`${name}.`].map((next, i) => [name[i - 1] ?? '.', next].join(''));
  const counts = new Map<string, number>();
  for (const pair of train.flatMap(pairsOf)) {
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
    counts.set(pair.charAt(0), (counts.get(pair.charAt(0)) ?? 0) + 1);
  }
  // One is added to each count: a pair that was never seen is unlikely, not impossible.
  const surprises = test.flatMap(pairsOf).map((pair) => {
    const likelihood =
      ((counts.get(pair) ?? 0) + 1) / ((counts.get(pair.charAt(0)) ?? 0) + letters);
    return -Math.log(likelihood);
  });
  return Math.exp(surprises.reduce((sum, surprise) => sum + surprise, 0) / surprises.length);
}

/** Names letter by letter: each letter drawn from what the network expects, then read by it as the next input. */
function write(count: number): string[] {
  return tf.tidy(() => {
    let codes = tf.zeros([count, 1], 'int32') as tf.Tensor; // dots
    for (let step = 1; step < steps; step++) {
      const logits = model.predict(tf.oneHot(codes, letters)) as tf.Tensor; // [count, step, 27]
      const last = logits.slice([0, step - 1], [-1, 1]).reshape([count, letters]);
      // With Gumbel noise added, the largest is a draw from the softmax of the logits.
      const noise = tf.randomUniform([count, letters], 1e-6).log().neg().log().neg();
      const drawn = last.div(hyper.temperature).add(noise).argMax(1).expandDims(1); // [count, 1]
      codes = codes.concat(drawn, 1);
    }
    const rows = codes.arraySync() as number[][];
    const texts = rows.map((row) => row.map((code) => alphabet[code]).join('')); // '.ana.'
    return texts.map((text) => text.split('.')[1] ?? '');
  });
}

// Training ---------------------------------------------------------------------------------------
const optimizer = tf.train.adam(learningRate);
const bigram = bigramPerplexity();

for (let epoch = 1; epoch <= epochs; epoch++) {
  for (let at = 0; at < train.length; at += batchSize) {
    tf.tidy(() => {
      const batch = examples(train.slice(at, at + batchSize));
      // Backward pass through time: from the loss at each letter back over all letters before it.
      optimizer.minimize(() => crossEntropy(batch));
    });
  }
  const perplexity = tf.tidy(() => crossEntropy(unknown).exp());
  await log({ perplexity, 'bigram perplexity': bigram }, epoch, epochs);
  perplexity.dispose();
  showText('names', write(24).join('\n'), { step: epoch });
}

// Result -----------------------------------------------------------------------------------------
const written = write(100);
const fresh = written.filter((name) => !train.includes(name));
showText('100 names', written.join('\n'), { step: epochs });
console.log(`${fresh.length} of 100 names are not in the training list.`);
