/** One point on its way through the network: forward to the loss, then backward to every weight. */
import { type Dense, slope } from '../../../src/webview/kit/network/dense.ts';

export interface TracedLayer {
  /** What came in. */
  inputs: readonly number[];
  /** Weights · inputs + bias, of each unit. */
  sums: readonly number[];
  /** The activation of each sum. */
  outputs: readonly number[];
  /** ∂loss/∂sum, of each unit. */
  errors: readonly number[];
}

export interface Trace {
  layers: readonly TracedLayer[];
  /** Probability of class 1. */
  answer: number;
  /** −ln of the probability of the right class, in nats. */
  loss: number;
}

const TINY = 1e-7;

/** @param target the right class, 0 or 1 @param layers the last of them with one unit and a sigmoid */
export function trace(layers: readonly Dense[], point: readonly number[], target: number): Trace {
  const passed = passForward(layers, point);
  const answer = passed.at(-1)?.outputs[0] ?? 0.5;
  const right = target === 1 ? answer : 1 - answer;
  return {
    layers: passBackward(layers, passed, answer - target),
    answer,
    loss: -Math.log(Math.max(TINY, right)),
  };
}

type Passed = Omit<TracedLayer, 'errors'>;

function passForward(layers: readonly Dense[], point: readonly number[]): Passed[] {
  let inputs = point;
  return layers.map((layer) => {
    const outputs = Array.from(
      layer.forward(Float32Array.from(inputs), 1).subarray(0, layer.outputs),
    );
    const passed = { inputs, sums: sumsOf(layer, inputs), outputs };
    inputs = outputs;
    return passed;
  });
}

export function sumsOf(layer: Dense, inputs: readonly number[]): number[] {
  return Array.from(layer.bias, (bias, unit) =>
    inputs.reduce((sum, input, i) => sum + input * weight(layer, i, unit), bias),
  );
}

/** @param error ∂loss/∂sum of the output: for a sigmoid and the loss −ln p it is just answer − target */
function passBackward(
  layers: readonly Dense[],
  passed: readonly Passed[],
  error: number,
): TracedLayer[] {
  let errors = [error];
  return passed
    .map((layer, l) => ({ ...layer, l }))
    .reverse()
    .map(({ l, ...layer }) => {
      const traced = { ...layer, errors };
      errors = errorsBelow(layers, l, layer.inputs, errors);
      return traced;
    })
    .reverse();
}

/** The chain rule: each unit below gets the errors above, weighted, times the slope of its own activation. */
function errorsBelow(
  layers: readonly Dense[],
  l: number,
  outputs: readonly number[],
  above: readonly number[],
): number[] {
  const [layer, below] = [layers[l], layers[l - 1]];
  if (!layer || !below) return [];
  return outputs.map((output, i) => {
    const sum = above.reduce((total, error, unit) => total + error * weight(layer, i, unit), 0);
    return sum * slope(output, below.activation);
  });
}

export function weight(layer: Dense, input: number, unit: number): number {
  return layer.weights[input * layer.outputs + unit] ?? 0;
}
