/** The network that the bottleneck figure trains, and the linear baseline beside it. */
import { Random } from '../../../src/data/random.ts';
import { meanSquaredError } from '../../../src/metrics/psnr.ts';
import { batches, PIXELS, testDigits, trainingDigits } from '../../../src/webview/kit/digitSet.ts';
import {
  type PrincipalComponents,
  principalComponents,
  project,
  restore,
} from '../../../src/webview/kit/maths/principalComponents.ts';
import { Autoencoder } from '../../../src/webview/kit/network/autoencoder.ts';
import { Trainer } from '../../../src/webview/kit/trainer.ts';

export const MAX_CODE = 32;
const SEED = 1;
const BATCH = 32;
const RATE = 0.003;
const HIDDEN = [96];
/** Test digits behind each point of the chart: few enough to measure within a frame. */
const MEASURED = 100;

export class BottleneckLab {
  readonly trainer: Trainer;
  readonly components: PrincipalComponents;
  /** Mean squared error on the test digits of 0 to 32 components. */
  readonly linearErrors: readonly number[];
  #model: Autoencoder;
  #next: () => Float32Array;
  #code: number;

  constructor(code: number) {
    const training = trainingDigits();
    this.#code = code;
    this.components = principalComponents(training.images, PIXELS, MAX_CODE);
    this.linearErrors = linearErrors(
      this.components,
      testDigits().images.subarray(0, MEASURED * PIXELS),
    );
    this.#model = this.#fresh();
    this.#next = batches(training, BATCH, SEED);
    this.trainer = new Trainer({
      train: () => this.#train(),
      reset: () => {
        this.#model = this.#fresh();
        this.#next = batches(training, BATCH, SEED);
      },
      limit: 3000,
    });
  }

  get code(): number {
    return this.#code;
  }

  /** Squeezes or widens the network as it is; training goes on from there. */
  resize(code: number): void {
    if (code === this.#code) return;
    this.#code = code;
    this.#model = this.#model.withCode(code, new Random(SEED));
    this.trainer.redraw();
  }

  encode(images: Float32Array): Float32Array {
    return this.#model.encode(images);
  }

  decode(codes: Float32Array): Float32Array {
    return this.#model.decode(codes);
  }

  /** What the same number of principal components makes of a picture. */
  linearCopy(picture: Float32Array): Float32Array {
    return restore(this.components, project(this.components, picture), this.#code);
  }

  testError(): number {
    const images = testDigits().images.subarray(0, MEASURED * PIXELS);
    return meanSquaredError(this.#model.reconstruct(images), images);
  }

  #fresh(): Autoencoder {
    return new Autoencoder({ pixels: PIXELS, hidden: HIDDEN, code: this.#code }, new Random(SEED));
  }

  #train(): void {
    const batch = this.#next();
    this.#model.train(batch, batch, BATCH, RATE);
  }
}

/** By Pythagoras: what k components leave is what the picture has minus what they took. */
function linearErrors(model: PrincipalComponents, images: Float32Array): number[] {
  const count = images.length / PIXELS;
  const errors = new Array<number>(model.directions.length + 1).fill(0);
  for (let n = 0; n < count; n++) {
    const picture = images.subarray(n * PIXELS, (n + 1) * PIXELS);
    let left = meanSquaredError(picture, model.mean) * PIXELS;
    errors[0] = (errors[0] ?? 0) + left;
    project(model, picture).forEach((number, k) => {
      left -= number * number;
      errors[k + 1] = (errors[k + 1] ?? 0) + left;
    });
  }
  return errors.map((error) => error / (count * PIXELS));
}
