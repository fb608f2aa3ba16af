/** A small dense autoencoder: pixels → hidden → code → hidden → pixels. */
import type { Random } from '../../../data/random.ts';
import type { Dense } from './dense.ts';
import { backward, copyLayers, forward, stack, update } from './layers.ts';
import { type Loss, meanSquares } from './losses.ts';

export interface AutoencoderShape {
  pixels: number;
  /** Widths of the layers between pixels and code; the decoder has the same in reverse. */
  hidden: readonly number[];
  code: number;
}

export class Autoencoder {
  readonly shape: AutoencoderShape;
  readonly encoder: readonly Dense[];
  readonly decoder: readonly Dense[];
  readonly #loss: Loss;

  constructor(shape: AutoencoderShape, random: Random, loss: Loss = meanSquares) {
    this.#loss = loss;
    const { pixels, hidden, code } = shape;
    this.shape = shape;
    this.encoder = stack([pixels, ...hidden, code], 'linear', random);
    this.decoder = stack([code, ...hidden.toReversed(), pixels], 'sigmoid', random);
  }

  /**
   * The same network with another bottleneck: what fits is kept, what is new starts small.
   * So a figure can squeeze a trained network and see at once what is lost.
   */
  withCode(code: number, random: Random): Autoencoder {
    const other = new Autoencoder({ ...this.shape, code }, random, this.#loss);
    copyLayers(this.encoder, other.encoder);
    copyLayers(this.decoder, other.decoder);
    return other;
  }

  /** [batch, pixels] → [batch, code] */
  encode(images: Float32Array, batch = images.length / this.shape.pixels): Float32Array {
    return forward(this.encoder, images, batch).slice(0, batch * this.shape.code);
  }

  /** [batch, code] → [batch, pixels] */
  decode(codes: Float32Array, batch = codes.length / this.shape.code): Float32Array {
    return forward(this.decoder, codes, batch).slice(0, batch * this.shape.pixels);
  }

  reconstruct(images: Float32Array): Float32Array {
    return this.decode(this.encode(images));
  }

  /**
   * Gradients of the loss between the copies of `inputs` and `targets`, added to those of the layers.
   * For a plain autoencoder the two are the same images; a denoising one gets noisy inputs.
   * Returns the loss.
   */
  accumulate(inputs: Float32Array, targets: Float32Array, batch: number): number {
    const codes = forward(this.encoder, inputs, batch);
    const outputs = forward(this.decoder, codes, batch);
    const { loss, gradient } = this.#loss(outputs, targets, batch * this.shape.pixels, batch);
    backward(this.encoder, backward(this.decoder, gradient, batch), batch, false);
    return loss;
  }

  /** One step of Adam on one batch; returns the loss before it. */
  train(inputs: Float32Array, targets: Float32Array, batch: number, rate: number): number {
    const loss = this.accumulate(inputs, targets, batch);
    update(this.encoder, rate);
    update(this.decoder, rate);
    return loss;
  }
}
