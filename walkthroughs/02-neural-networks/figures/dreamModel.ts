/** A small classifier of digits that the figure trains, and ten pictures that follow its gradient uphill. */
import { Random } from '../../../src/data/random.ts';
import {
  labelledBatches,
  PIXELS,
  SIDE,
  testDigits,
  trainingDigits,
} from '../../../src/webview/kit/digitSet.ts';
import { type Adam, createAdam } from '../../../src/webview/kit/network/adam.ts';
import { Classifier, softmax } from '../../../src/webview/kit/network/classifier.ts';
import { backward, forget, forward } from '../../../src/webview/kit/network/layers.ts';
import { frame, roughness, roughnessSlope, soften } from './dreamMaths.ts';

export const CLASSES = 10;
const SEED = 1;
const BATCH = 32;
const RATE = 0.002;
const DREAM_RATE = 0.1;

export class DreamModel {
  #classifier = fresh();
  #next = labelledBatches(trainingDigits(), BATCH, SEED);
  #random = new Random(SEED);
  /** Before the sigmoid, [CLASSES, PIXELS]. */
  #ink: Float32Array;
  #adam: Adam;
  #chance: Random;
  #steps = 0;
  #pictures: Float32Array | undefined;
  /** Standard deviation of what is added to each picture in training, and while dreaming. */
  noise: number;

  constructor(seed: number, noise: number) {
    this.noise = noise;
    this.#ink = firstInk(seed);
    this.#adam = createAdam(this.#ink.length);
    this.#chance = new Random(seed + 1);
  }

  /** Steps dreamed so far. */
  get steps(): number {
    return this.#steps;
  }

  /** Back to the first weights: the same seed replays the same steps. */
  begin(): void {
    this.#classifier = fresh();
    this.#next = labelledBatches(trainingDigits(), BATCH, SEED);
    this.#random = new Random(SEED);
  }

  /** One step of Adam on a batch of noisy digits. */
  learn(): void {
    const { images, labels } = this.#next();
    const noisy = images.map((grey) => grey + this.noise * this.#random.normal());
    this.#classifier.train(noisy, labels, RATE);
  }

  /** Share of digits it never learned from that it names right. */
  testAccuracy(): number {
    const { images, labels, count } = testDigits();
    const odds = this.#classifier.predict(images, count);
    return labels.filter((label, i) => likeliest(row(odds, i)) === label).length / count;
  }

  /** New pictures of noise. */
  restart(seed: number): void {
    this.#ink = firstInk(seed);
    this.#adam = createAdam(this.#ink.length);
    this.#chance = new Random(seed + 1);
    this.#steps = 0;
    this.#pictures = undefined;
  }

  /** [CLASSES, PIXELS], 0 to 1: one picture for each digit. */
  pictures(): Float32Array {
    this.#pictures ??= soften(frame(this.#ink.map(sigmoid), SIDE), SIDE);
    return this.#pictures;
  }

  /** [CLASSES, CLASSES]: for each picture, the probability of each digit. */
  odds(): Float32Array {
    return this.#classifier.predict(this.pictures(), CLASSES);
  }

  /** One step of the pictures: towards what the classifier takes for the digit, away from roughness. */
  dream(smoothing: number): void {
    const pictures = this.pictures();
    const uphill = this.#slope(pictures);
    const rough = roughnessSlope(pictures, SIDE);
    const gradient = pictures.map(
      (_, i) => smoothing * (rough[i] as number) - (uphill[i] as number),
    );
    // Back through softening and frame (each is its own transpose), then through the sigmoid.
    const ink = frame(soften(gradient, SIDE), SIDE).map((slope, i) => {
      const grey = sigmoid(this.#ink[i] as number);
      return slope * grey * (1 - grey);
    });
    this.#adam.update(this.#ink, ink, DREAM_RATE);
    this.#pictures = undefined;
    this.#steps++;
  }

  roughness(digit: number): number {
    return roughness(this.pictures().subarray(digit * PIXELS, (digit + 1) * PIXELS), SIDE);
  }

  /** How ln p(digit) changes with each pixel of its picture, seen through noise as in training. */
  #slope(pictures: Float32Array): Float32Array {
    const noisy = pictures.map((grey) => grey + this.noise * this.#chance.normal());
    const { layers } = this.#classifier;
    const errors = forward(layers, noisy, CLASSES).slice(0, CLASSES * CLASSES);
    for (let digit = 0; digit < CLASSES; digit++) {
      const own = row(errors, digit);
      softmax(own);
      own[digit] = (own[digit] ?? 0) - 1;
    }
    const slope = backward(layers, errors, CLASSES).map((value) => -value);
    forget(layers);
    return slope;
  }
}

export function row(odds: Float32Array, index: number): Float32Array {
  return odds.subarray(index * CLASSES, (index + 1) * CLASSES);
}

export function likeliest(odds: Float32Array): number {
  return odds.indexOf(Math.max(...odds));
}

function fresh(): Classifier {
  return new Classifier({ features: PIXELS, hidden: [64], classes: CLASSES }, new Random(SEED));
}

function firstInk(seed: number): Float32Array {
  const random = new Random(seed);
  return Float32Array.from({ length: CLASSES * PIXELS }, () => random.normal(-2, 0.5));
}

function sigmoid(value: number): number {
  return 1 / (1 + Math.exp(-value));
}
