/** Layers one after another. */
import type { Dense } from './dense.ts';

/** The result is valid until the next call. */
export function forward(layers: readonly Dense[], input: Float32Array, batch: number): Float32Array {
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

export function update(layers: readonly Dense[], rate: number): void {
  for (const layer of layers) layer.update(rate);
}
