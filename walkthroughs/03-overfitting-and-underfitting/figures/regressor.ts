/** A small network from x to y that can be held back: by a penalty on its weights, by dropout, by noise on its input. */
import { Random } from '../../../src/data/random.ts';
import type { Wave } from '../../../src/data/wave.ts';
import type { Dense } from '../../../src/webview/kit/network/dense.ts';
import { forward, stack, update } from '../../../src/webview/kit/network/layers.ts';
import { meanSquares } from '../../../src/webview/kit/network/losses.ts';

export type Method = 'none' | 'L2' | 'L1' | 'dropout' | 'noise';

export interface Held {
  method: Method;
  /** λ of a penalty, share of units dropped, or standard deviation of the noise. */
  strength: number;
}

const SHAPE = [1, 48, 48, 1];

export class Regressor {
  readonly layers: readonly Dense[];
  readonly #random: Random;

  constructor(seed: number) {
    this.layers = stack(SHAPE, 'linear', new Random(seed));
    // Bends spread over the whole of x: with biases of 0 every ReLU would bend at x = 0.
    const random = new Random(seed + 1);
    const first = this.layers[0];
    first?.weights.forEach((weight, i) => {
      first.bias[i] = random.between(-1, 1) * weight;
    });
    this.#random = new Random(seed + 2);
  }

  predict(x: ArrayLike<number>): Float32Array {
    return forward(this.layers, Float32Array.from(x), x.length).slice(0, x.length);
  }

  /** One step of Adam on all the points given. */
  train({ x, y }: Wave, { method, strength }: Held, rate: number): void {
    const inputs = method === 'noise' ? this.jitter(x, strength) : x;
    const masks = this.#forward(inputs, method === 'dropout' ? strength : 0);
    this.#backward(y, masks);
    if (method === 'L1' || method === 'L2') this.#punish(method, strength);
    update(this.layers, rate);
  }

  /** The points, moved sideways at random. */
  jitter(x: Float32Array, spread: number): Float32Array {
    return x.map((at) => at + spread * this.#random.normal());
  }

  #outputs = new Float32Array(0);

  /** Returns what each unit of the hidden layers was multiplied by: 0 where dropped, else more than 1. */
  #forward(x: Float32Array, dropped: number): Float32Array[] {
    const masks: Float32Array[] = [];
    let signal = x;
    this.layers.forEach((layer, l) => {
      signal = layer.forward(signal, x.length);
      if (dropped === 0 || l === this.layers.length - 1) return;
      const mask = signal.map(() => (this.#random.chance(dropped) ? 0 : 1 / (1 - dropped)));
      for (let i = 0; i < signal.length; i++) signal[i] = (signal[i] ?? 0) * (mask[i] ?? 0);
      masks[l] = mask;
    });
    this.#outputs = signal as Float32Array<ArrayBuffer>;
    return masks;
  }

  #backward(y: Float32Array, masks: readonly Float32Array[]): void {
    let { gradient } = meanSquares(this.#outputs, y, y.length, y.length);
    for (let l = this.layers.length - 1; l >= 0; l--) {
      const mask = masks[l];
      if (mask) gradient = gradient.map((value, i) => value * (mask[i] ?? 0));
      gradient = this.layers[l]?.backward(gradient, y.length, l > 0) ?? gradient;
    }
  }

  /** The slope of λ Σ w², or of λ Σ |w|. */
  #punish(method: 'L1' | 'L2', strength: number): void {
    for (const { weights, weightGradient } of this.layers) {
      weights.forEach((weight, i) => {
        const slope = method === 'L2' ? 2 * weight : Math.sign(weight);
        weightGradient[i] = (weightGradient[i] ?? 0) + strength * slope;
      });
    }
  }
}
