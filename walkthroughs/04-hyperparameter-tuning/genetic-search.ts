/**
 * Genetic search
 * Learns five hyperparameters at once, by breeding: good ones have children, which are mixtures with small changes.
 *
 * Data:   two moons of noisy points, made by code: 60 to train on, 300 to validate with
 * Expect: about 8 seconds; each generation is better on average than the one before, until all are alike
 * Try:    set `mutation` to 0: how soon are all alike, and are they as good?
 */
import * as tf from '@tensorflow/tfjs-node';
import { data, log, showPoints, trials } from 'genai101';

// Hyperparameters --------------------------------------------------------------------------------
const population = 16; // trials of a generation; they run in parallel
const generations = 6;
const parents = 4; // the best of each generation, which have the children of the next
const mutation = 0.1; // standard deviation of a change; each gene runs from 0 to 1
const steps = 60; // of gradient descent in each trial, on all 60 points

// Data -------------------------------------------------------------------------------------------
const train = data.moons({ count: 60, noise: 0.25 }); // points [60, 2], labels [60]
const validation = data.moons({ count: 300, noise: 0.25, seed: 1000 }); // never trained on

// Model ------------------------------------------------------------------------------------------
type Hyperparameters = {
  learningRate: number;
  l2: number;
  momentum: number;
  units: number;
  activation: string;
};

/** Trains a network of two hidden layers with these values: one trial. */
const evaluate = trials(
  async ({ learningRate, l2, momentum, units, activation }: Hyperparameters) => {
    const activate = (x: tf.Tensor) => (activation === 'tanh' ? x.tanh() : x.relu());
    const [w1, w2] = [weights([2, units], 1), weights([units, units], 2)];
    const [w3, b1] = [weights([units, 1], 3), tf.variable(tf.zeros([units]))];
    const logits = (x: tf.Tensor) => activate(activate(x.matMul(w1).add(b1)).matMul(w2)).matMul(w3);
    const loss = ({ points, labels }: typeof train) =>
      tf.losses.sigmoidCrossEntropy(labels.toFloat().expandDims(1), logits(points)) as tf.Scalar;
    const penalty = () => tf.addN([w1, w2, w3].map((w) => w.square().sum())).mul(l2);

    const optimizer = tf.train.momentum(learningRate, momentum);
    for (let step = 0; step < steps; step++) {
      const cost = optimizer.minimize(() => loss(train).add(penalty()) as tf.Scalar, true);
      if (cost && step % 5 === 0) await log({ loss: cost, val_loss: loss(validation) }, step);
    }
    return loss(validation);
  },
  { measure: 'validation loss' },
);

function weights(shape: [number, number], seed: number): tf.Variable<tf.Rank.R2> {
  return tf.variable(tf.randomNormal(shape, 0, 1 / Math.sqrt(shape[0]), 'float32', seed));
}

// Training ---------------------------------------------------------------------------------------
type Genes = number[]; // five numbers from 0 to 1

/** What genes stand for. */
function express([rate = 0, l2 = 0, momentum = 0, size = 0, kind = 0]: Genes): Hyperparameters {
  return {
    learningRate: 10 ** (5 * rate - 4), // 0.0001 to 10
    l2: 10 ** (5 * l2 - 6), // 0.000001 to 0.1
    momentum: 0.95 * momentum,
    units: Math.round(2 ** (1 + 4 * size)), // 2 to 32
    activation: kind < 0.5 ? 'tanh' : 'relu',
  };
}

const pick = <T>(all: T[]) => all[Math.floor(Math.random() * all.length)] as T;
const normal = () => Math.sqrt(-2 * Math.log(1 - Math.random())) * Math.cos(6.2832 * Math.random());

/** Crossover: each gene comes from one parent or the other. Mutation: and changes a little. */
function child(mother: Genes, father: Genes): Genes {
  const mixed = mother.map((gene, i) => (Math.random() < 0.5 ? gene : (father[i] ?? gene)));
  return mixed.map((gene) => Math.min(1, Math.max(0, gene + mutation * normal())));
}

let swarm: Genes[] = Array.from({ length: population }, () =>
  Array.from({ length: 5 }, Math.random),
);
for (let generation = 1; generation <= generations; generation++) {
  const results = await Promise.all(swarm.map((genes) => evaluate(express(genes))));
  const losses = results.map((loss) => (Number.isNaN(loss) ? Number.POSITIVE_INFINITY : loss));
  const ranked = swarm.map((genes, i) => ({ genes, loss: losses[i] ?? 0 }));
  ranked.sort((a, b) => a.loss - b.loss);
  const selected = ranked.slice(0, parents).map(({ genes }) => genes);

  const median = ranked[population / 2]?.loss ?? Number.NaN;
  await log({ best: ranked[0]?.loss ?? Number.NaN, median }, generation, generations);
  const places = ranked.map(({ genes: [rate = 0, l2 = 0] }) => [5 * rate - 4, 5 * l2 - 6]);
  const classes = ranked.map((_, rank) => (rank < parents ? 1 : 0)); // 1: has children
  showPoints('learning rate and L2, exponents of ten', places, { step: generation, classes });

  const children = () => child(pick(selected), pick(selected));
  // The best lives on unchanged, so that nothing good is lost.
  swarm = [...selected.slice(0, 1), ...Array.from({ length: population - 1 }, children)];
}

// Result -----------------------------------------------------------------------------------------
const [best = []] = swarm;
console.log(`The best of ${population * generations} trials: ${JSON.stringify(express(best))}`);
