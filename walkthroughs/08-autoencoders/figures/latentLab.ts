/** Two networks with two numbers in the bottleneck: a plain autoencoder and a variational one. */
import { Random } from '../../../src/data/random.ts';
import {
  batches,
  PIXELS,
  similarTestDigits,
  similarTrainingDigits,
} from '../../../src/webview/kit/digitSet.ts';
import { Autoencoder } from '../../../src/webview/kit/network/autoencoder.ts';
import { crossEntropy } from '../../../src/webview/kit/network/losses.ts';
import {
  type Cloud,
  VariationalAutoencoder,
  type VariationalLoss,
} from '../../../src/webview/kit/network/variational.ts';
import { Trainer } from '../../../src/webview/kit/trainer.ts';

const SEED = 1;
const BATCH = 32;
const RATE = 0.003;
const LIMIT = 3000;
const shape = { pixels: PIXELS, hidden: [96, 48], code: 2 };

export class PlainLab {
  readonly trainer: Trainer;
  /** With the loss of the variational one: the KL term is all that they differ in. */
  #model = new Autoencoder(shape, new Random(SEED), crossEntropy);
  #next = batches(similarTrainingDigits(), BATCH, SEED);

  constructor() {
    this.trainer = new Trainer({
      train: () => {
        const batch = this.#next();
        this.#model.train(batch, batch, BATCH, RATE);
      },
      reset: () => {
        this.#model = new Autoencoder(shape, new Random(SEED), crossEntropy);
        this.#next = batches(similarTrainingDigits(), BATCH, SEED);
      },
      limit: LIMIT,
    });
  }

  /** [300, 2]: where the test digits are. */
  codes(): Float32Array {
    return this.#model.encode(similarTestDigits().images);
  }

  decode(codes: Float32Array): Float32Array {
    return this.#model.decode(codes);
  }
}

export class VariationalLab {
  readonly trainer: Trainer;
  /** Weight of the KL term; may change while it trains. */
  beta: number;
  #model = new VariationalAutoencoder(shape, new Random(SEED));
  #next = batches(similarTrainingDigits(), BATCH, SEED);
  #noise = new Random(SEED);
  /** Running means of the loss's two terms. */
  #loss: VariationalLoss | undefined;

  constructor(beta: number) {
    this.beta = beta;
    this.trainer = new Trainer({
      train: () => this.#train(),
      reset: () => {
        this.#model = new VariationalAutoencoder(shape, new Random(SEED));
        this.#next = batches(similarTrainingDigits(), BATCH, SEED);
        this.#noise = new Random(SEED);
        this.#loss = undefined;
      },
      limit: LIMIT,
    });
  }

  get loss(): VariationalLoss | undefined {
    return this.#loss;
  }

  /** Mean and spread of one picture or of several. */
  encode(images: Float32Array): Cloud {
    return this.#model.encode(images);
  }

  codes(): Float32Array {
    return this.#model.encode(similarTestDigits().images).mean;
  }

  decode(codes: Float32Array): Float32Array {
    return this.#model.decode(codes);
  }

  #train(): void {
    const noise = Float32Array.from({ length: BATCH * shape.code }, () => this.#noise.normal());
    const options = { batch: BATCH, beta: this.beta, rate: RATE };
    const loss = this.#model.train(this.#next(), noise, options);
    const old = this.#loss ?? loss;
    this.#loss = {
      reconstruction: 0.98 * old.reconstruction + 0.02 * loss.reconstruction,
      divergence: 0.98 * old.divergence + 0.02 * loss.divergence,
    };
  }
}

export const USUAL_BETA = 1;
let plain: PlainLab | undefined;
let variational: VariationalLab | undefined;

export function plainLab(): PlainLab {
  plain ??= new PlainLab();
  return plain;
}

/** One for both figures that show it: what one trained, the other goes on with. */
export function variationalLab(): VariationalLab {
  variational ??= new VariationalLab(USUAL_BETA);
  return variational;
}
