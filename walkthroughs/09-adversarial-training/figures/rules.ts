/** How the two players of a GAN learn. */
import type { Dense } from '../../../src/webview/kit/network/dense.ts';
import { forget, update } from '../../../src/webview/kit/network/layers.ts';

export interface Rules {
  optimizer: 'adam' | 'plain';
  rate: number;
  /** Adam’s momentum. */
  beta1: number;
  /** Standard deviation of the noise on all that the discriminator sees in training. */
  blur: number;
  /** −ln D, which pulls hardest where D is near 0; or ln(1 − D), which is flat there. */
  loss: 'non-saturating' | 'saturating';
}

/** One step against the gradients, which are cleared. */
export function descend(layers: readonly Dense[], { optimizer, rate, beta1 }: Rules): void {
  if (optimizer === 'adam') {
    update(layers, rate, beta1);
    return;
  }
  for (const { weights, weightGradient, bias, biasGradient } of layers) {
    step(weights, weightGradient, rate);
    step(bias, biasGradient, rate);
  }
  forget(layers);
}

function step(parameters: Float32Array, gradient: Float32Array, rate: number): void {
  for (let i = 0; i < parameters.length; i++) {
    parameters[i] = (parameters[i] ?? 0) - rate * (gradient[i] ?? 0);
  }
}
