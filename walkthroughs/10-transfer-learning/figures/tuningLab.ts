/** Two copies of a network whose new answer layer has been trained: one stays frozen, one is unfrozen. */

import { Random } from '../../../src/data/random.ts';
import { testDigits } from '../../../src/webview/kit/digitSet.ts';
import { Classifier } from '../../../src/webview/kit/network/classifier.ts';
import { copyLayers } from '../../../src/webview/kit/network/layers.ts';
import { Trainer } from '../../../src/webview/kit/trainer.ts';
import { accuracyOf, BATCH, digitsNetwork, Learner, moved, RATE } from './learner.ts';
import { batchesOf, fewLetters, type LetterSet, testLetters } from './letterSet.ts';

/** Images of each letter to learn from. */
export const PER_CLASS = 10;
const HEAD_STEPS = 150;
const LIMIT = 300;
const EVERY = 15;
const SEED = 10;

export interface Moment {
  step: number;
  /** Accuracies on new letters. */
  frozen: number;
  tuned: number;
  /** Of the unfrozen features with the old answer layer, on new digits. */
  digits: number;
}

export class TuningLab {
  readonly trainer: Trainer;
  history: Moment[] = [];
  /** Learning rate of the unfrozen network; a new one starts anew. */
  rate: number;
  readonly #few = fewLetters(PER_CLASS);
  #frozen = withHead(this.#few);
  #tuned = copyOf(this.#frozen, []);
  #next = batchesOf(this.#few, BATCH, SEED);
  /** Before the first step all rates are alike. */
  readonly #first: Moment;
  #shared = this.#tuned.layers.slice(0, 2).map(({ weights }) => weights.slice());

  constructor(rate: number) {
    this.rate = rate;
    this.#first = this.#moment(0);
    this.history = [this.#first];
    this.trainer = new Trainer({
      train: () => {
        const batch = this.#next();
        this.#frozen.train(batch, RATE);
        this.#tuned.train(batch, this.rate);
        if ((this.trainer.step + 1) % EVERY === 0) this.#note();
      },
      reset: () => this.#begin(),
      limit: LIMIT,
      mostPerFrame: 4,
    });
  }

  /** How far the two shared layers are from those of the digits network, as a share of their size. */
  moved(): number {
    const way = this.#tuned.layers
      .slice(0, 2)
      .map(({ weights }, i) => moved(weights, this.#shared[i] ?? weights));
    return Math.max(...way);
  }

  #begin(): void {
    this.#frozen = withHead(this.#few);
    this.#tuned = copyOf(this.#frozen, []);
    this.#next = batchesOf(this.#few, BATCH, SEED);
    this.history = [this.#first];
  }

  #note(): void {
    this.history = [...this.history, this.#moment(this.history.length * EVERY)];
  }

  #moment(step: number): Moment {
    return {
      step,
      frozen: this.#frozen.accuracy(testLetters()),
      tuned: this.#tuned.accuracy(testLetters()),
      digits: accuracyOf(withOldAnswers(this.#tuned), testDigits()),
    };
  }
}

let trained: Learner | undefined;

/** Frozen layers of the digits network, and a new answer layer trained on them; trained once. */
function withHead(few: LetterSet): Learner {
  const locks = [true, true, false];
  if (!trained) {
    trained = new Learner(2, locks);
    const next = batchesOf(few, BATCH, SEED + 1);
    for (let step = 0; step < HEAD_STEPS; step++) trained.train(next());
  }
  return copyOf(trained, locks);
}

/** The same weights; Adam's running means begin anew. */
function copyOf(learner: Learner, locks: readonly boolean[]): Learner {
  const copy = new Learner(0, locks);
  copyLayers(learner.layers, copy.layers);
  return copy;
}

/** The features of a letters network below the answer layer for digits: what is left of the old task. */
function withOldAnswers(learner: Learner): Classifier {
  const digits = digitsNetwork();
  const net = new Classifier(digits.shape, new Random(1));
  copyLayers([...learner.layers.slice(0, 2), ...digits.layers.slice(2)], net.layers);
  return net;
}
