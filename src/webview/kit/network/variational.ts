/**
 * A small variational autoencoder (Kingma & Welling 2014), with the weight β of Higgins et al. 2017.
 * The encoder gives μ and ln σ² of each code number; the decoder sees z = μ + σ·ε.
 *
 * Loss of one image, in nats, averaged over the batch:
 * −Σ (x ln x̂ + (1 − x) ln(1 − x̂)) + β · ½ Σ (μ² + σ² − 1 − ln σ²)
 */
import type { Random } from '../../../data/random.ts';
import type { AutoencoderShape } from './autoencoder.ts';
import type { Dense } from './dense.ts';
import { backward, forward, stack, update } from './layers.ts';
import { crossEntropy } from './losses.ts';

export interface Cloud {
  /** [batch, code] */
  mean: Float32Array;
  /** [batch, code] */
  spread: Float32Array;
}

export interface VariationalLoss {
  reconstruction: number;
  divergence: number;
}

/** exp() of more than this tells nothing and overflows. */
const LOG_VARIANCE_LIMIT = 10;

export class VariationalAutoencoder {
  readonly shape: AutoencoderShape;
  /** Ends in [batch, 2·code]: the means, then the log variances. */
  readonly encoder: readonly Dense[];
  readonly decoder: readonly Dense[];

  constructor(shape: AutoencoderShape, random: Random) {
    const { pixels, hidden, code } = shape;
    this.shape = shape;
    this.encoder = stack([pixels, ...hidden, 2 * code], 'linear', random);
    this.decoder = stack([code, ...hidden.toReversed(), pixels], 'sigmoid', random);
  }

  encode(images: Float32Array, batch = images.length / this.shape.pixels): Cloud {
    const { code } = this.shape;
    const both = forward(this.encoder, images, batch);
    const mean = new Float32Array(batch * code);
    const spread = new Float32Array(batch * code);
    for (let b = 0; b < batch; b++) {
      for (let c = 0; c < code; c++) {
        mean[b * code + c] = both[b * 2 * code + c] as number;
        spread[b * code + c] = Math.exp(0.5 * limited(both[b * 2 * code + code + c] as number));
      }
    }
    return { mean, spread };
  }

  /** [batch, code] → [batch, pixels] */
  decode(codes: Float32Array, batch = codes.length / this.shape.code): Float32Array {
    return forward(this.decoder, codes, batch).slice(0, batch * this.shape.pixels);
  }

  /** Adds the gradients of the loss for the given ε, [batch, code]. */
  accumulate(
    images: Float32Array,
    noise: Float32Array,
    batch: number,
    beta: number,
  ): VariationalLoss {
    const { mean, spread } = this.encode(images, batch);
    const outputs = forward(this.decoder, reparameterize(mean, spread, noise), batch);
    const size = batch * this.shape.pixels;
    const { loss, gradient } = crossEntropy(outputs, images, size, batch);
    const codeGradient = backward(this.decoder, gradient, batch);
    const encoderGradient = this.#encoderGradient({ mean, spread }, noise, codeGradient, beta);
    backward(this.encoder, encoderGradient, batch, false);
    return { reconstruction: loss, divergence: divergence(mean, spread) / batch };
  }

  train(
    images: Float32Array,
    noise: Float32Array,
    options: { batch: number; beta: number; rate: number },
  ): VariationalLoss {
    const loss = this.accumulate(images, noise, options.batch, options.beta);
    update(this.encoder, options.rate);
    update(this.decoder, options.rate);
    return loss;
  }

  /** ∂z/∂μ = 1 and ∂z/∂ln σ² = ½ σ ε: through these two the decoder's gradient reaches the encoder. */
  #encoderGradient(cloud: Cloud, noise: Float32Array, code: Float32Array, beta: number) {
    const size = this.shape.code;
    const batch = code.length / size;
    const gradient = new Float32Array(2 * code.length);
    for (let i = 0; i < code.length; i++) {
      const mean = cloud.mean[i] as number;
      const spread = cloud.spread[i] as number;
      const decoded = code[i] as number;
      const at = Math.floor(i / size) * 2 * size + (i % size);
      gradient[at] = decoded + (beta * mean) / batch;
      gradient[at + size] =
        decoded * 0.5 * spread * (noise[i] as number) +
        (beta * 0.5 * (spread * spread - 1)) / batch;
    }
    return gradient;
  }
}

/** z = μ + σ·ε */
export function reparameterize(
  mean: Float32Array,
  spread: Float32Array,
  noise: Float32Array,
): Float32Array {
  return mean.map((m, i) => m + (spread[i] as number) * (noise[i] as number));
}

/** Σ ½ (μ² + σ² − 1 − ln σ²), in nats (Kingma & Welling 2014, appendix B). */
export function divergence(mean: Float32Array, spread: Float32Array): number {
  return mean.reduce((sum, m, i) => {
    const variance = (spread[i] as number) ** 2;
    return sum + 0.5 * (m * m + variance - 1 - Math.log(variance));
  }, 0);
}

function limited(logVariance: number): number {
  return Math.max(-LOG_VARIANCE_LIMIT, Math.min(LOG_VARIANCE_LIMIT, logVariance));
}
