/**
 * A fully connected layer with its backward pass, on plain typed arrays.
 * Batches are stored row by row: [batch, units].
 */

import type { Random } from '../../../data/random.ts';
import { type Adam, createAdam } from './adam.ts';

export type Activation = 'linear' | 'relu' | 'sigmoid' | 'tanh';

export class Dense {
  readonly inputs: number;
  readonly outputs: number;
  readonly activation: Activation;
  /** [inputs, outputs] */
  readonly weights: Float32Array;
  readonly bias: Float32Array;
  readonly weightGradient: Float32Array;
  readonly biasGradient: Float32Array;
  readonly #weightAdam: Adam;
  readonly #biasAdam: Adam;
  #input: Float32Array = new Float32Array(0);
  #output = new Float32Array(0);

  constructor(inputs: number, outputs: number, activation: Activation, random: Random) {
    this.inputs = inputs;
    this.outputs = outputs;
    this.activation = activation;
    // He et al. 2015 for ReLU, Glorot & Bengio 2010 otherwise: keeps the size of the signal from layer to layer.
    const spread = Math.sqrt(activation === 'relu' ? 2 / inputs : 2 / (inputs + outputs));
    this.weights = new Float32Array(inputs * outputs);
    for (let i = 0; i < this.weights.length; i++) this.weights[i] = random.normal() * spread;
    this.bias = new Float32Array(outputs);
    this.weightGradient = new Float32Array(inputs * outputs);
    this.biasGradient = new Float32Array(outputs);
    this.#weightAdam = createAdam(inputs * outputs);
    this.#biasAdam = createAdam(outputs);
  }

  /** The result is valid until the next call. */
  forward(input: Float32Array, batch: number): Float32Array {
    this.#input = input;
    this.#output = sized(this.#output, batch * this.outputs);
    const { inputs, outputs } = this;
    for (let b = 0; b < batch; b++) {
      const row = this.#output.subarray(b * outputs, (b + 1) * outputs);
      row.set(this.bias);
      addRows(row, this.weights, input.subarray(b * inputs, (b + 1) * inputs));
    }
    activate(this.#output, batch * outputs, this.activation);
    return this.#output;
  }

  /**
   * Adds to the gradients and returns that of the input, [batch, inputs] (empty when not wanted).
   * `gradient` is dLoss/dOutput of the last forward pass; it is overwritten.
   */
  backward(gradient: Float32Array, batch: number, wantInput = true): Float32Array {
    derive(gradient, this.#output, batch * this.outputs, this.activation);
    this.#accumulate(gradient, batch);
    return wantInput ? this.#inputGradient(gradient, batch) : new Float32Array(0);
  }

  /** One step of Adam; `beta1` is its momentum, the usual one where not given. */
  update(rate: number, beta1?: number): void {
    this.#weightAdam.update(this.weights, this.weightGradient, rate, beta1);
    this.#biasAdam.update(this.bias, this.biasGradient, rate, beta1);
  }

  #accumulate(gradient: Float32Array, batch: number): void {
    const { inputs, outputs, weightGradient, biasGradient } = this;
    for (let b = 0; b < batch; b++) {
      const row = gradient.subarray(b * outputs, (b + 1) * outputs);
      for (let o = 0; o < outputs; o++) {
        biasGradient[o] = (biasGradient[o] as number) + (row[o] as number);
      }
      for (let i = 0; i < inputs; i++) {
        const x = this.#input[b * inputs + i] as number;
        if (x === 0) continue;
        const at = i * outputs;
        for (let o = 0; o < outputs; o++) {
          weightGradient[at + o] = (weightGradient[at + o] as number) + x * (row[o] as number);
        }
      }
    }
  }

  #inputGradient(gradient: Float32Array, batch: number): Float32Array {
    const { inputs, outputs, weights } = this;
    const result = new Float32Array(batch * inputs);
    for (let b = 0; b < batch; b++) {
      const row = gradient.subarray(b * outputs, (b + 1) * outputs);
      let i = 0;
      // Four sums at a time: none has to wait for the one before.
      for (; i + 3 < inputs; i += 4) {
        const at = i * outputs;
        let [first, second, third, fourth] = [0, 0, 0, 0];
        for (let o = 0; o < outputs; o++) {
          const slope = row[o] as number;
          first += slope * (weights[at + o] as number);
          second += slope * (weights[at + outputs + o] as number);
          third += slope * (weights[at + 2 * outputs + o] as number);
          fourth += slope * (weights[at + 3 * outputs + o] as number);
        }
        const to = b * inputs + i;
        result[to] = first;
        result[to + 1] = second;
        result[to + 2] = third;
        result[to + 3] = fourth;
      }
      for (; i < inputs; i++) {
        const at = i * outputs;
        let sum = 0;
        for (let o = 0; o < outputs; o++) sum += (row[o] as number) * (weights[at + o] as number);
        result[b * inputs + i] = sum;
      }
    }
    return result;
  }
}

/** Where the rows of inputs that are not zero begin in the weights, and those inputs. */
let starts = new Int32Array(0);
let factors = new Float32Array(0);

/**
 * Adds each row of weights times its input, four rows a pass: most of the time goes into fetching and storing sums.
 * Rounded after each row, so that the numbers are those of one row a pass.
 */
function addRows(sums: Float32Array, weights: Float32Array, input: Float32Array): void {
  const { length } = sums;
  if (starts.length < input.length) {
    starts = new Int32Array(input.length);
    factors = new Float32Array(input.length);
  }
  let count = 0;
  for (let i = 0; i < input.length; i++) {
    const x = input[i] as number;
    if (x === 0) continue; // most pixels of a digit, and half of all ReLUs
    starts[count] = i * length;
    factors[count++] = x;
  }
  let k = 0;
  for (; k + 3 < count; k += 4) {
    const [x0, x1, x2, x3] = [factors[k], factors[k + 1], factors[k + 2], factors[k + 3]] as Four;
    const [w0, w1, w2, w3] = [starts[k], starts[k + 1], starts[k + 2], starts[k + 3]] as Four;
    for (let o = 0; o < length; o++) {
      let sum = Math.fround((sums[o] as number) + x0 * (weights[w0 + o] as number));
      sum = Math.fround(sum + x1 * (weights[w1 + o] as number));
      sum = Math.fround(sum + x2 * (weights[w2 + o] as number));
      sums[o] = sum + x3 * (weights[w3 + o] as number);
    }
  }
  for (; k < count; k++) {
    const [x, at] = [factors[k] as number, starts[k] as number];
    for (let o = 0; o < length; o++) {
      sums[o] = (sums[o] as number) + x * (weights[at + o] as number);
    }
  }
}

type Four = [number, number, number, number];

/** The same array while it is large enough: training allocates nothing per step but gradients. */
function sized(array: Float32Array<ArrayBuffer>, size: number): Float32Array<ArrayBuffer> {
  return array.length >= size ? array : new Float32Array(size);
}

function activate(values: Float32Array, size: number, activation: Activation): void {
  if (activation === 'relu') {
    for (let i = 0; i < size; i++) values[i] = Math.max(0, values[i] as number);
  } else if (activation === 'sigmoid') {
    for (let i = 0; i < size; i++) values[i] = 1 / (1 + Math.exp(-(values[i] as number)));
  } else if (activation === 'tanh') {
    for (let i = 0; i < size; i++) values[i] = Math.tanh(values[i] as number);
  }
}

/** Turns dLoss/dOutput into dLoss/dSum, in place. */
function derive(
  gradient: Float32Array,
  output: Float32Array,
  size: number,
  activation: Activation,
): void {
  if (activation === 'linear') return;
  for (let i = 0; i < size; i++) {
    gradient[i] = (gradient[i] as number) * slope(output[i] as number, activation);
  }
}

/** Derivative of an activation, from its output. */
export function slope(output: number, activation: Activation): number {
  switch (activation) {
    case 'linear':
      return 1;
    case 'relu':
      return output > 0 ? 1 : 0;
    case 'sigmoid':
      return output * (1 - output);
    case 'tanh':
      return 1 - output * output;
  }
}
