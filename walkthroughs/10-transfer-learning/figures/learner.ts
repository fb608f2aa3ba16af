/** A network for letters that may begin with the layers of one for digits; locked layers stay as they are. */
import { Random } from '../../../src/data/random.ts';
import { labelledBatches, PIXELS, trainingDigits } from '../../../src/webview/kit/digitSet.ts';
import { Classifier } from '../../../src/webview/kit/network/classifier.ts';
import type { Dense } from '../../../src/webview/kit/network/dense.ts';
import { copyLayers, forget } from '../../../src/webview/kit/network/layers.ts';
import { KINDS, type LetterSet } from './letterSet.ts';

export const HIDDEN = [64, 32] as const;
export const BATCH = 32;
export const RATE = 0.003;
const DIGIT_STEPS = 600;

let digits: Classifier | undefined;

/** Trained on 1,500 digits, once, in about a second. */
export function digitsNetwork(): Classifier {
  if (digits) return digits;
  digits = new Classifier({ features: PIXELS, hidden: HIDDEN, classes: 10 }, new Random(1));
  const next = labelledBatches(trainingDigits(), BATCH, 1);
  for (let step = 0; step < DIGIT_STEPS; step++) {
    const { images, labels } = next();
    digits.train(images, labels, RATE);
  }
  return digits;
}

export class Learner {
  readonly net: Classifier;
  /** Which layers stay as they are; may change while it trains. */
  locks: readonly boolean[];

  /** @param copied how many layers come from the digits network; the others begin at random */
  constructor(copied: number, locks: readonly boolean[] = [], seed = 9) {
    this.net = new Classifier(
      { features: PIXELS, hidden: HIDDEN, classes: KINDS.length },
      new Random(seed),
    );
    copyLayers(digitsNetwork().layers.slice(0, copied), this.net.layers);
    this.locks = locks;
  }

  get layers(): readonly Dense[] {
    return this.net.layers;
  }

  /** One step of Adam for the layers that are not locked. @returns the loss before it */
  train({ images, labels }: LetterSet, rate = RATE): number {
    const loss = this.net.accumulate(images, labels);
    forget(this.layers.filter((_, i) => this.locks[i]));
    this.layers.forEach((layer, i) => {
      if (!this.locks[i]) layer.update(rate);
    });
    return loss;
  }

  /** Share of images that get the right name. */
  accuracy(set: LetterSet): number {
    return accuracyOf(this.net, set);
  }
}

export function accuracyOf(net: Classifier, { images, labels }: LetterSet): number {
  const { classes } = net.shape;
  const rows = net.predict(images, labels.length);
  let right = 0;
  labels.forEach((label, i) => {
    const row = rows.subarray(i * classes, (i + 1) * classes);
    if (row.indexOf(Math.max(...row)) === label) right++;
  });
  return right / labels.length;
}

/** How far weights have moved, as a share of their size: ‖w − w₀‖ / ‖w₀‖. */
export function moved(now: Float32Array, before: Float32Array): number {
  let [way, size] = [0, 0];
  now.forEach((weight, i) => {
    const old = before[i] ?? 0;
    way += (weight - old) ** 2;
    size += old ** 2;
  });
  return Math.sqrt(way / (size || 1));
}
