/**
 * Adam in one pass over the weights (Kingma and Ba 2015, algorithm 1).
 * TensorFlow.js's own takes ten kernels a weight, a third of the time of a small dense network's step.
 */
import * as tf from '../tf.ts';
import { PortableBackend } from './backend.ts';

type Gradients = tf.NamedTensorMap | { name: string; tensor: tf.Tensor }[];

/** What an optimizer of TensorFlow.js keeps. */
interface Adam {
  learningRate: number;
  beta1: number;
  beta2: number;
  epsilon: number;
  /** β₁ and β₂ to the power of the step. */
  accBeta1: tf.Variable;
  accBeta2: tf.Variable;
  accumulatedFirstMoment: { variable: tf.Variable }[];
  accumulatedSecondMoment: { variable: tf.Variable }[];
  applyGradients(gradients: Gradients): void;
}

/** Lets Adam run in one pass wherever the portable engine is the backend. */
export function speedUpAdam(): void {
  const prototype = tf.AdamOptimizer.prototype as unknown as Adam;
  const stock = prototype.applyGradients;
  prototype.applyGradients = function (gradients) {
    const backend = tf.backend();
    // The stock one still counts the steps, makes the moments, and does the weights that are left.
    const rest = backend instanceof PortableBackend ? update(this, gradients, backend) : gradients;
    stock.call(this, rest);
  };
}

/** Updates the weights whose moments exist; gives back the gradients with those left out. */
function update(adam: Adam, gradients: Gradients, backend: PortableBackend): Gradients {
  const named = Array.isArray(gradients)
    ? gradients
    : Object.entries(gradients).map(([name, tensor]) => ({ name, tensor }));
  const rates = ratesOf(adam);
  return named.map(({ name, tensor }, i) => {
    const weights = tf.engine().registeredVariables[name];
    const first = adam.accumulatedFirstMoment[i]?.variable;
    const second = adam.accumulatedSecondMoment[i]?.variable;
    const known = [tensor, weights, first, second].filter((one) => one?.dtype === 'float32');
    if (!weights || !first || !second || known.length < 4) return { name, tensor };
    updateOne(backend, rates, weights, tensor, first, second);
    return { name, tensor: undefined as unknown as tf.Tensor };
  });
}

interface Rates {
  beta1: number;
  beta2: number;
  epsilon: number;
  /** The learning rate, corrected for the first moment's bias. */
  rate: number;
  /** What corrects the second moment's bias. */
  correction: number;
}

function ratesOf({ learningRate, beta1, beta2, epsilon, accBeta1, accBeta2 }: Adam): Rates {
  const power1 = accBeta1.dataSync()[0] ?? 0;
  const power2 = accBeta2.dataSync()[0] ?? 0;
  return { beta1, beta2, epsilon, rate: learningRate / (1 - power1), correction: 1 / (1 - power2) };
}

/** The old numbers may be shared with a clone, or laid out anew inside a kernel, so new ones are made. */
function updateOne(
  backend: PortableBackend,
  rates: Rates,
  weights: tf.Variable,
  gradient: tf.Tensor,
  first: tf.Variable,
  second: tf.Variable,
): void {
  const variables = [weights, first, second];
  const fresh = variables.map(({ shape }) => backend.makeOutput(shape, 'float32'));
  const view = ({ dataId }: tf.TensorInfo) => backend.view(dataId) as Float32Array;
  step(rates, view(gradient), variables.map(view), fresh.map(view));
  fresh.forEach((info, i) => {
    const tensor = tf.engine().makeTensorFromTensorInfo(info, backend);
    variables[i]?.assign(tensor);
    tensor.dispose();
  });
}

function step(
  { beta1, beta2, epsilon, rate, correction }: Rates,
  gradient: Float32Array,
  [oldW = gradient, oldM = gradient, oldV = gradient]: Float32Array[],
  [newW = gradient, newM = gradient, newV = gradient]: Float32Array[],
): void {
  for (let i = 0; i < gradient.length; i++) {
    const g = gradient[i] ?? 0;
    const m = beta1 * (oldM[i] ?? 0) + (1 - beta1) * g;
    const v = beta2 * (oldV[i] ?? 0) + (1 - beta2) * g * g;
    newM[i] = m;
    newV[i] = v;
    newW[i] = (oldW[i] ?? 0) - (rate * m) / (Math.sqrt(v * correction) + epsilon);
  }
}
