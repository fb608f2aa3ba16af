/**
 * Diffusion in two dimensions
 * Learns to see the noise in noisy points, and so leads pure noise back to two moons, step by step.
 *
 * Data:   4,000 points of two moons, made by code; new noise at every step of training
 * Expect: about 12 seconds; a cloud of noise becomes two moons, as thin as those of the data
 * Try:    times = 5: what do so few and large steps do to the moons?
 */
import * as tf from '@tensorflow/tfjs-node';
import { data, showCurve, showPoints } from 'genai101';

// Hyperparameters --------------------------------------------------------------------------------
const times = 50; // from the data (time 0) to pure noise (time 50), and back
const hiddenUnits = 64;
const learningRate = 0.004; // at first; falls in a straight line, to end on fine steps
const batchSize = 256;
const epochs = 11;
const batchesPerEpoch = 200;

// Data -------------------------------------------------------------------------------------------
const count = 4000;
const points = data.moons({ count, noise: 0.06 }).points; // [4000, 2]

// The noise schedule: how much of the data is left at each time, and how much noise is in. A point on a quarter
// of a circle, so that signal² + noise² = 1 and the cloud stays about as wide (Nichol and Dhariwal 2021).
const angles = tf.linspace(0, 1.54, times + 1); // a bit less than π/2: a trace of the signal is left
const signal = angles.cos(); // [51], 1 to 0.03
const noise = angles.sin(); // [51], 0 to 1
showCurve('noise schedule', tf.range(0, times + 1), { signal, noise }, { xLabel: 'time' });

/** The forward process: any time's noisy points at once, x = signal · data + noise · ε. */
function addNoise(clean: tf.Tensor, time: tf.Tensor, epsilon: tf.Tensor): tf.Tensor {
  const column = (values: tf.Tensor) => values.gather(time).expandDims(1); // [batch, 1]
  return clean.mul(column(signal)).add(epsilon.mul(column(noise))); // [batch, 2]
}

for (let t = 0; t <= times; t += 2) {
  tf.tidy(() => {
    const some = points.slice(0, 600);
    const noisy = addNoise(some, tf.fill([600], t, 'int32'), tf.randomNormal([600, 2]));
    showPoints('forward: data to noise', noisy, { step: t });
  });
}

// Model ------------------------------------------------------------------------------------------
const { dense } = tf.layers;
const hidden = { units: hiddenUnits, activation: 'swish' } as const;
const network = tf.sequential({
  layers: [
    dense({ ...hidden, inputShape: [8] }),
    dense(hidden),
    dense(hidden),
    dense({ units: 2 }), // the noise ε in x and y
  ],
});

/** What the network sees: the noisy points and, as six waves, the time. */
function withTime(noisy: tf.Tensor, time: tf.Tensor): tf.Tensor {
  const angle = angles.gather(time).expandDims(1);
  const waves = [1, 2, 4].flatMap((k) => [angle.mul(k).sin(), angle.mul(k).cos()]);
  return tf.concat([noisy, ...waves], 1); // [batch, 8]
}

/** Batches for ever: each point at a time of its own, and as the target the noise that was put in. */
function* batches() {
  for (;;) {
    yield tf.tidy(() => {
      const clean = points.gather(tf.randomUniform([batchSize], 0, count, 'int32'));
      const time = tf.randomUniform([batchSize], 1, times + 1, 'int32');
      const epsilon = tf.randomNormal([batchSize, 2]);
      return { xs: withTime(addNoise(clean, time, epsilon), time), ys: epsilon };
    });
  }
}

/** One step back in time: guess the noise, hence the clean point; then put a little less noise in again. */
function stepBack(x: tf.Tensor, t: number): tf.Tensor {
  const at = (values: tf.Tensor, time: number) => values.gather(time); // a scalar
  const [s, n, sNext, nNext] = [at(signal, t), at(noise, t), at(signal, t - 1), at(noise, t - 1)];
  const time = tf.fill([x.shape[0] ?? 0], t, 'int32');
  const epsilon = network.predict(withTime(x, time)) as tf.Tensor;
  const clean = x.sub(epsilon.mul(n)).div(s);
  // Part of the noise that goes in is new: this is DDPM (Ho et al. 2020), written as in Song et al. 2021, eq. 12.
  const fresh = nNext.div(n).mul(tf.sub(1, s.div(sNext).square()).sqrt());
  const kept = nNext.square().sub(fresh.square()).sqrt();
  const random = tf.randomNormal(x.shape).mul(fresh);
  return clean.mul(sNext).add(epsilon.mul(kept)).add(random);
}

// Training ---------------------------------------------------------------------------------------
const optimizer = tf.train.adam(learningRate);
network.compile({ optimizer, loss: 'meanSquaredError' });
await network.fitDataset(tf.data.generator(batches), {
  epochs,
  batchesPerEpoch,
  callbacks: {
    onEpochEnd: (epoch) => {
      Object.assign(optimizer, { learningRate: learningRate * (1 - (epoch + 1) / epochs) });
    },
  },
});

// Result -----------------------------------------------------------------------------------------
// From noise to data. With it the field: rows of dots start on a grid and point where the clean point is guessed.
const axis = tf.linspace(-1.4, 1.4, 13);
const grid = tf.stack(tf.meshgrid(axis, axis), 2).reshape([-1, 2]); // [169, 2]
let x: tf.Tensor = tf.randomNormal([1000, 2]);
showPoints('reverse: noise to data', x, { step: 0 });
for (let t = times; t >= 1; t--) {
  const step = times - t + 1;
  const before = x;
  x = tf.tidy(() => stepBack(before, t));
  before.dispose();
  showPoints('reverse: noise to data', x, { step });
  tf.tidy(() => {
    const guess = network.predict(withTime(grid, tf.fill([169], t, 'int32'))) as tf.Tensor;
    const dots = [0, 1, 2, 3, 4].map((k) => grid.sub(guess.mul(noise.gather(t)).mul(0.05 * k)));
    showPoints('field: against the noise', tf.concat(dots), { step });
  });
}
