/** Predicts the next of 64 characters from the last 40. */
import { Random } from '../../../../src/data/random.ts';
import * as tf from '../../../../src/engine/tf.ts';
import { integers, labels, seedWeights } from './data.ts';
import { compiled } from './forms.ts';
import type { MakeWorkload } from './workload.ts';

const characters = 64;
const steps = 40;
const batchSize = 32;
// The default for the recurrent kernel, orthogonal, takes seconds, and the weights are replaced anyway.
const cell = {
  units: 128,
  recurrentActivation: 'sigmoid',
  recurrentInitializer: 'glorotUniform',
} as const;

export const lstm: MakeWorkload = (batch = batchSize) => predictor(tf.layers.lstm(cell), batch);

/** TensorFlow.js knows only the form that resets before the matrix product (resetAfter: false). */
export const gru: MakeWorkload = (batch = batchSize) => predictor(tf.layers.gru(cell), batch);

function predictor(recurrent: ReturnType<typeof tf.layers.rnn>, batch: number) {
  const model = tf.sequential({
    layers: [
      tf.layers.embedding({ inputDim: characters, outputDim: 64, inputLength: steps }),
      recurrent,
      tf.layers.dense({ units: characters, activation: 'softmax' }),
    ],
  });
  model.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy' });
  seedWeights(model, 1);
  const random = new Random(2);
  const text = integers(random, [batch, steps], characters);
  const next = labels(random, batch, characters);
  return compiled(model, text, next, tf.metrics.categoricalCrossentropy);
}
