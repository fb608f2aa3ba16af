/** What TensorFlow.js's optimizers keep and compute; the formulas stand in assembly/optimizer/. */
import type * as tf from '../../tf.ts';
import * as kind from '../assembly/kinds.ts';
import type { PortableBackend } from '../backend.ts';
import { bits } from '../kernels/kernels.ts';
import { type Optimizer, own, type Rule, type Slots } from './inPlace.ts';

interface Descent extends Optimizer {
  /** The negative learning rate. */
  c: tf.Scalar;
}

export const descent: Rule<Descent> = {
  kind: kind.DESCEND,
  slots: () => [],
  numbers: ({ c }, backend) => [bits(numberIn(backend, c))],
};

interface Momentum extends Descent {
  m: tf.Scalar;
  useNesterov: boolean;
  accumulations: Slots;
}

export const momentum: Rule<Momentum> = {
  kind: kind.MOMENTUM,
  slots: ({ accumulations }) => [accumulations],
  numbers: ({ c, m, useNesterov }, backend) => [
    bits(numberIn(backend, c)),
    bits(numberIn(backend, m)),
    Number(useNesterov),
  ],
};

interface Adam extends Optimizer {
  learningRate: number;
  beta1: number;
  beta2: number;
  epsilon: number;
  /** β₁ and β₂ to the power of the step. */
  accBeta1: tf.Variable;
  accBeta2: tf.Variable;
  accumulatedFirstMoment: Slots;
  accumulatedSecondMoment: Slots;
}

export const adam: Rule<Adam> = {
  kind: kind.ADAM,
  slots: (optimizer) => [optimizer.accumulatedFirstMoment, optimizer.accumulatedSecondMoment],
  numbers: ({ learningRate, beta1, beta2, epsilon, accBeta1, accBeta2 }, backend) =>
    [
      ...[beta1, 1 - beta1, beta2, 1 - beta2],
      learningRate / (1 - numberIn(backend, accBeta1)),
      1 / (1 - numberIn(backend, accBeta2)),
      epsilon,
    ].map(bits),
  finish({ accBeta1, accBeta2, beta1, beta2 }, backend) {
    change(backend, accBeta1, (power) => power * Math.fround(beta1));
    change(backend, accBeta2, (power) => power * Math.fround(beta2));
  },
};

interface Adamax extends Optimizer {
  learningRate: number;
  beta1: number;
  beta2: number;
  epsilon: number;
  decay: number;
  iteration: tf.Variable;
  accBeta1: tf.Variable;
  accumulatedFirstMoment: Slots;
  accumulatedWeightedInfNorm: Slots;
}

export const adamax: Rule<Adamax> = {
  kind: kind.ADAMAX,
  slots: (optimizer) => [optimizer.accumulatedFirstMoment, optimizer.accumulatedWeightedInfNorm],
  numbers({ learningRate, beta1, beta2, epsilon, decay, iteration, accBeta1 }, backend) {
    const decayed = learningRate / (1 + decay * numberIn(backend, iteration));
    const rate = decayed / (1 - numberIn(backend, accBeta1));
    return [beta1, 1 - beta1, beta2, rate, epsilon].map(bits);
  },
  finish({ accBeta1, beta1, iteration }, backend) {
    change(backend, accBeta1, (power) => power * Math.fround(beta1));
    change(backend, iteration, (count) => count + 1);
  },
};

interface RmsProp extends Optimizer {
  learningRate: number;
  decay: number;
  momentum: number;
  epsilon: number;
  centered: boolean;
  accumulatedMeanSquares: Slots;
  accumulatedMoments: Slots;
  accumulatedMeanGrads: Slots;
}

export const rmsProp: Rule<RmsProp> = {
  kind: kind.RMS_PROP,
  slots: ({ accumulatedMeanSquares, accumulatedMoments, accumulatedMeanGrads, centered }) => [
    accumulatedMeanSquares,
    accumulatedMoments,
    centered ? accumulatedMeanGrads : undefined,
  ],
  numbers: ({ decay, momentum, learningRate, epsilon }) =>
    [decay, 1 - decay, momentum, learningRate, epsilon].map(bits),
};

interface Adagrad extends Optimizer {
  learningRate: number;
  accumulatedGrads: Slots;
}

export const adagrad: Rule<Adagrad> = {
  kind: kind.ADAGRAD,
  slots: ({ accumulatedGrads }) => [accumulatedGrads],
  numbers: ({ learningRate }, backend) => [learningRate, backend.epsilon()].map(bits),
};

interface Adadelta extends Adagrad {
  rho: number;
  epsilon: number;
  accumulatedUpdates: Slots;
}

export const adadelta: Rule<Adadelta> = {
  kind: kind.ADADELTA,
  slots: ({ accumulatedGrads, accumulatedUpdates }) => [accumulatedGrads, accumulatedUpdates],
  numbers: ({ rho, learningRate, epsilon }) => [rho, 1 - rho, learningRate, epsilon].map(bits),
};

function numberIn(backend: PortableBackend, scalar: tf.Tensor): number {
  return backend.view(scalar)[0] as number;
}

/** Changes a scalar in place. */
function change(
  backend: PortableBackend,
  scalar: tf.Variable,
  next: (value: number) => number,
): void {
  own(backend, scalar);
  backend.block(scalar).overwrite(Float32Array.of(next(numberIn(backend, scalar))));
}
