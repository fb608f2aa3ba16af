/** Layers one after another. */
import type { Random } from '../../../data/random.ts';
import { type Activation, Dense } from './dense.ts';

/** The result is valid until the next call. */
export function forward(
  layers: readonly Dense[],
  input: Float32Array,
  batch: number,
): Float32Array {
  return layers.reduce((signal, layer) => layer.forward(signal, batch), input);
}

/** Returns dLoss/dInput, empty unless wanted. */
export function backward(
  layers: readonly Dense[],
  gradient: Float32Array,
  batch: number,
  wantInput = true,
): Float32Array {
  return layers.reduceRight(
    (signal, layer, i) => layer.backward(signal, batch, wantInput || i > 0),
    gradient,
  );
}

export function update(layers: readonly Dense[], rate: number, beta1?: number): void {
  for (const layer of layers) layer.update(rate, beta1);
}

/** Layers of the widths given, from the first to the last; the last one has `end` as its activation, the others `hidden`. */
export function stack(
  widths: readonly number[],
  end: Activation,
  random: Random,
  hidden: Activation = 'relu',
): Dense[] {
  return widths.slice(1).map((width, i) => {
    const activation = i === widths.length - 2 ? end : hidden;
    return new Dense(widths[i] ?? 0, width, activation, random);
  });
}

/** Weights and biases, as far as both have them. */
export function copyLayers(from: readonly Dense[], to: readonly Dense[]): void {
  to.forEach((layer, l) => {
    const source = from[l];
    if (!source) return;
    const outputs = Math.min(source.outputs, layer.outputs);
    for (let i = 0; i < Math.min(source.inputs, layer.inputs); i++) {
      const row = source.weights.subarray(i * source.outputs, i * source.outputs + outputs);
      layer.weights.set(row, i * layer.outputs);
    }
    layer.bias.set(source.bias.subarray(0, outputs));
  });
}

/** Throws the gradients away, where only that of the input was wanted. */
export function forget(layers: readonly Dense[]): void {
  for (const layer of layers) {
    layer.weightGradient.fill(0);
    layer.biasGradient.fill(0);
  }
}
