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
    const { inputs, outputs, weights } = this;
    for (let b = 0; b < batch; b++) {
      const row = this.#output.subarray(b * outputs, (b + 1) * outputs);
      row.set(this.bias);
      for (let i = 0; i < inputs; i++) {
        const x = input[b * inputs + i] as number;
        if (x === 0) continue; // most pixels of a digit, and half of all ReLUs
        const at = i * outputs;
        for (let o = 0; o < outputs; o++) {
          row[o] = (row[o] as number) + x * (weights[at + o] as number);
        }
      }
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
      for (let i = 0; i < inputs; i++) {
        const at = i * outputs;
        let sum = 0;
        for (let o = 0; o < outputs; o++) sum += (row[o] as number) * (weights[at + o] as number);
        result[b * inputs + i] = sum;
      }
    }
    return result;
  }
}

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
