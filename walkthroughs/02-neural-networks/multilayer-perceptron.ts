/**
 * Multilayer perceptron
 * Learns to tell two spirals apart that no straight line can part, by bending the plane layer after layer.
 *
 * Data:   1,000 points on two spirals that wind around each other
 * Expect: about 4 seconds; 99 of 100 new points are put on the right spiral
 * Try:    activation = 'linear': however many layers, the border stays one straight line
 */
import * as tf from '@tensorflow/tfjs-node';
import { data, log, showImages, showPoints } from 'genai101';

// Hyperparameters --------------------------------------------------------------------------------
const hiddenLayers = 3;
const units = 32; // neurons in each hidden layer
const activation = 'relu'; // max(0, sum): the bend without which layers add up to one straight map
const learningRate = 0.005;
const batchSize = 50;
const epochs = 30;

// Data -------------------------------------------------------------------------------------------
const train = data.spirals({ count: 1000 }); // points [1000, 2], labels [1000]
const test = data.spirals({ count: 500, seed: 1000 }); // points that it never learns from

/** Every place of a picture, row by row from the upper left: what the network says of the whole plane. */
const side = 96; // pixels
const across = tf.linspace(-1, 1, side);
const [x, y] = tf.meshgrid(across, across.mul(-1)); // y points up
const plane = tf.stack([(x as tf.Tensor).flatten(), (y as tf.Tensor).flatten()], 1); // [9216, 2]

// Model ------------------------------------------------------------------------------------------
const model = tf.sequential();
for (let layer = 0; layer < hiddenLayers; layer++) {
  // Each neuron: activation(weights · inputs + bias)
  model.add(tf.layers.dense({ units, activation, ...(layer === 0 && { inputShape: [2] }) }));
}
model.add(tf.layers.dense({ units: 1, activation: 'sigmoid' })); // the probability of class 1
model.summary();

// Training ---------------------------------------------------------------------------------------
const optimizer = tf.train.adam(learningRate);
const labels = train.labels.cast('float32').reshape([-1, 1]); // [1000, 1]
const batches = train.points.shape[0] / batchSize;

/** How far the answers are from the labels: −ln of the probability given to the right class. */
function lossOf(points: tf.Tensor, truth: tf.Tensor): tf.Scalar {
  const answers = model.apply(points) as tf.Tensor; // [batch, 1]
  return tf.losses.logLoss(truth, answers);
}

for (let epoch = 1; epoch <= epochs; epoch++) {
  let loss = 0;
  for (let batch = 0; batch < batches; batch++) {
    const points = train.points.slice(batch * batchSize, batchSize); // [50, 2]
    const truth = labels.slice(batch * batchSize, batchSize); // [50, 1]
    // Forward pass; then backward: the chain rule carries the loss back to a gradient for each weight,
    // and the optimizer takes one step downhill.
    const value = optimizer.minimize(() => lossOf(points, truth), true);
    loss += (value?.dataSync()[0] ?? 0) / batches;
    value?.dispose();
    tf.dispose([points, truth]);
  }
  const accuracy = tf.tidy(() => accuracyOn(test.points, test.labels));
  await log({ loss, 'test accuracy': accuracy }, epoch, epochs);
  tf.tidy(() => showImages('decision map', mapOf(plane), { step: epoch }));
}

function accuracyOn(points: tf.Tensor, truth: tf.Tensor): number {
  const named = (model.predict(points) as tf.Tensor).reshape([-1]).greater(0.5);
  return named.equal(truth.cast('bool')).mean().dataSync()[0] ?? 0;
}

/** Black where it is sure of class 0, white where it is sure of class 1. */
function mapOf(places: tf.Tensor): tf.Tensor {
  return (model.predict(places) as tf.Tensor).reshape([1, side, side]);
}

// Result -----------------------------------------------------------------------------------------
showPoints('test points', test.points, { classes: test.labels });
console.log(`Test accuracy: ${tf.tidy(() => accuracyOn(test.points, test.labels)).toFixed(3)}`);
