/**
 * Attention
 * Learns where to look: one attention head finds, for each question, the earlier place that holds its answer.
 *
 * Data:   lists such as a7 c3 a? b1 c? b?, made anew for each step; after a? comes 7, after c? comes 3
 * Expect: about 3 seconds; nearly every answer is right, and each question looks at one place only
 * Try:    leave the mask out (no `.add(future)`), and watch questions look at what comes later
 */
import * as tf from '@tensorflow/tfjs-node';
import { log, showMatrix, showText } from 'genai101';

// Hyperparameters --------------------------------------------------------------------------------
const width = 32; // numbers that stand for a token, and in its query, key and value
const learningRate = 0.005;
const batchSize = 64; // lists
const [epochs, stepsPerEpoch] = [10, 30];

// Data -------------------------------------------------------------------------------------------
const alphabet = 'abcdefghijklmnopqrstuvwxyz';
const asks = 10; // the sign of a question; 0 to 9 are the digits
const length = 16; // eight letters, each told once and asked once later

/** Numbers from 0 up to below `limit`, in random order. */
const shuffled = (limit: number) => Array.from(tf.util.createShuffledIndices(limit));

/** One list: which letter stands at each place, which sign (a digit, or a question), and what is right there. */
function list() {
  const letters = shuffled(alphabet.length).slice(0, length / 2);
  const digits = letters.map(() => tf.util.randUniform(0, 10) | 0);
  const places = shuffled(length).map((place) => place >> 1); // every letter's number, twice
  const told = places.map((which, i) => places.indexOf(which) === i);
  return {
    letters: places.map((which) => letters[which] ?? 0),
    signs: places.map((which, i) => (told[i] ? (digits[which] ?? 0) : asks)),
    answers: places.map((which) => digits[which] ?? 0),
  };
}

/** Many lists as tensors, [batch, 16] each; `asked` is 1 at the questions, where the loss counts. */
function batchOf(count: number) {
  const lists = Array.from({ length: count }, list);
  const [letters, signs, answers] = (['letters', 'signs', 'answers'] as const).map((part) =>
    tf.tensor(
      lists.map((each) => each[part]),
      [count, length],
      'int32',
    ),
  ) as [tf.Tensor, tf.Tensor, tf.Tensor];
  return { letters, signs, answers, asked: signs.equal(asks).cast('float32') };
}
type Batch = ReturnType<typeof batchOf>;

/** 'a7 c3 a?=7 …', one line a list: the digits are those given, or those answered where they are passed. */
function spell({ letters, signs }: Batch, answers?: tf.Tensor): string[] {
  const [letterRows, signRows, answerRows] = [letters, signs, answers].map(
    (tensor) => tensor?.arraySync() as number[][] | undefined,
  );
  return (letterRows ?? []).map((row, i) => {
    const words = row.map((letter, place) => {
      const sign = signRows?.[i]?.[place];
      const answer = answerRows ? `=${answerRows[i]?.[place]}` : '';
      return `${alphabet[letter]}${sign === asks ? `?${answer}` : sign}`;
    });
    return words.join(' ');
  });
}

// Model ------------------------------------------------------------------------------------------
const table = (rows: number, columns: number) =>
  tf.variable<tf.Rank.R2>(tf.randomNormal([rows, columns], 0, columns ** -0.5));
const letterTable = table(alphabet.length, width); // a token's numbers are those of its letter …
const signTable = table(asks + 1, width); // … plus those of its sign
const toQuery = table(width, width);
const toKey = table(width, width);
const toValue = tf.variable<tf.Rank.R2>(tf.zeros([width, 10])); // no digit is favoured at first

// Each place may look at earlier ones and at itself: 0 there, −10⁹ in the future. [16, 16]
const future = tf.tidy(() =>
  tf.linalg
    .bandPart(tf.ones([length, length]), -1, 0)
    .sub(1)
    .mul(1e9),
);

/** Logits of the digit at each place [batch, 16, 10], and how much each place (row) looks at each other (column). */
function model({ letters, signs }: Batch) {
  const tokens = tf.gather(letterTable, letters).add(tf.gather(signTable, signs)); // [batch, 16, 32]
  const through = (weights: tf.Variable<tf.Rank.R2>) =>
    tokens
      .reshape<tf.Tensor2D>([-1, width])
      .matMul(weights)
      .reshape([letters.shape[0] ?? 1, length, -1]);
  const query = through(toQuery); // what a place looks for
  const key = through(toKey); // what a place offers to be found by
  const value = through(toValue); // what it hands over to those who look at it: logits of ten digits
  // Long vectors have large products; √width keeps the softmax from starting out all or nothing.
  const scores = tf.matMul(query, key, false, true).div(Math.sqrt(width)); // [batch, 16, 16]
  const attention = tf.softmax(scores.add(future)); // rows sum to 1, nothing after the diagonal
  return { logits: tf.matMul(attention, value), attention }; // the values, mixed as it looks
}

function loss(batch: Batch): tf.Scalar {
  const { logits } = model(batch);
  return tf.losses.softmaxCrossEntropy(tf.oneHot(batch.answers, 10), logits, batch.asked);
}

// Training ---------------------------------------------------------------------------------------
const optimizer = tf.train.adam(learningRate);
const test = batchOf(200);
const shown = batchOf(1);
const names = spell(shown)[0]?.split(' ') ?? [];

for (let epoch = 1; epoch <= epochs; epoch++) {
  for (let step = 0; step < stepsPerEpoch; step++) {
    tf.tidy(() => {
      const batch = batchOf(batchSize);
      optimizer.minimize(() => loss(batch));
    });
  }
  const [testLoss, accuracy] = tf.tidy(() => {
    const right = model(test).logits.argMax(-1).equal(test.answers).cast('float32').mul(test.asked);
    return [loss(test), right.sum().div(test.asked.sum())];
  });
  await log({ loss: testLoss, accuracy }, epoch, epochs);
  tf.dispose([testLoss, accuracy]);
  const map = tf.tidy(() => model(shown).attention.squeeze([0])); // [16, 16]
  showMatrix('where each place (row) looks', map, { step: epoch, rows: names, columns: names });
  map.dispose();
}

// Result -----------------------------------------------------------------------------------------
const answers = tf.tidy(() => model(test).logits.argMax(-1)); // [200, 16]
showText('answers', spell(test, answers).join('\n'), { step: epochs });
