/**
 * The generator that the figure trains: a label and a code in, a picture out.
 * While it learns, an encoder gives each picture the code that tells how it is written.
 */
import { Random } from '../../../src/data/random.ts';
import {
  labelledBatches,
  PIXELS,
  similarTrainingDigits,
} from '../../../src/webview/kit/digitSet.ts';
import { backward, forward, stack, update } from '../../../src/webview/kit/network/layers.ts';
import { crossEntropy } from '../../../src/webview/kit/network/losses.ts';

export const CLASSES = 10;
export const CODE = 4;
const HIDDEN = 96;
const SEED = 1;
const BATCH = 32;
const RATE = 0.002;
/** Standard deviation of the noise on each code while learning. */
const NOISE = 0.5;

export class LabelledLab {
  /** Steps of training. */
  readonly limit = 2500;
  #encoder = freshEncoder();
  #decoder = freshDecoder();
  #next = labelledBatches(similarTrainingDigits(), BATCH, SEED);
  #random = new Random(SEED);

  /** One batch, one update. @returns cross-entropy of a picture before it, in nats */
  train(): number {
    const { images, labels } = this.#next();
    const codes = forward(this.#encoder, rows([images, PIXELS], oneHot(labels)), BATCH).slice(
      0,
      BATCH * CODE,
    );
    const noisy = codes.map((value) => value + NOISE * this.#random.normal());
    const outputs = forward(this.#decoder, rows(oneHot(labels), [noisy, CODE]), BATCH);
    const { loss, gradient } = crossEntropy(outputs, images, BATCH * PIXELS, BATCH);
    const inputs = backward(this.#decoder, gradient, BATCH);
    // The penalty ½‖z‖² keeps the codes near 0, where random codes will be drawn.
    const codeGradient = codes.map((value, i) => {
      const at = Math.floor(i / CODE) * (CLASSES + CODE) + CLASSES + (i % CODE);
      return (inputs[at] ?? 0) + value / BATCH;
    });
    backward(this.#encoder, codeGradient, BATCH, false);
    update(this.#encoder, RATE);
    update(this.#decoder, RATE);
    return loss;
  }

  reset(): void {
    this.#encoder = freshEncoder();
    this.#decoder = freshDecoder();
    this.#next = labelledBatches(similarTrainingDigits(), BATCH, SEED);
    this.#random = new Random(SEED);
  }

  /** Draws a label with a code of CODE numbers. */
  draw(label: number, code: ArrayLike<number>): Float32Array {
    const input = new Float32Array(CLASSES + CODE);
    input[label] = 1;
    input.set(
      Float32Array.from({ length: CODE }, (_, i) => code[i] ?? 0),
      CLASSES,
    );
    return forward(this.#decoder, input, 1).slice(0, PIXELS);
  }
}

/** Codes drawn from the standard normal distribution. */
export function randomCodes(count: number, seed: number): number[][] {
  const random = new Random(seed);
  return Array.from({ length: count }, () => Array.from({ length: CODE }, () => random.normal()));
}

type Part = readonly [values: Float32Array, width: number];

/** Two batches side by side, row by row. */
function rows([a, widthA]: Part, [b, widthB]: Part): Float32Array {
  const result = new Float32Array(BATCH * (widthA + widthB));
  for (let i = 0; i < BATCH; i++) {
    result.set(a.subarray(i * widthA, (i + 1) * widthA), i * (widthA + widthB));
    result.set(b.subarray(i * widthB, (i + 1) * widthB), i * (widthA + widthB) + widthA);
  }
  return result;
}

function oneHot(labels: Uint8Array): Part {
  const result = new Float32Array(BATCH * CLASSES);
  labels.forEach((label, i) => {
    result[i * CLASSES + label] = 1;
  });
  return [result, CLASSES];
}

function freshEncoder() {
  return stack([PIXELS + CLASSES, HIDDEN, CODE], 'linear', new Random(SEED));
}

function freshDecoder() {
  return stack([CLASSES + CODE, HIDDEN, PIXELS], 'sigmoid', new Random(SEED + 1));
}
