/** A network for letters whose layers can be locked, while it learns from few images. */
import { Trainer } from '../../../src/webview/kit/trainer.ts';
import { BATCH, Learner, moved } from './learner.ts';
import { batchesOf, fewLetters, type LetterSet, testLetters } from './letterSet.ts';

const SEED = 10;
const LIMIT = 400;
/** Steps between two points of the curves. */
export const EVERY = 20;

export interface Setting {
  /** Hidden layers that begin as those of the digits network: all, or none. */
  copied: boolean;
  locks: readonly boolean[];
  perClass: number;
}

export interface LayerView {
  name: string;
  shape: string;
  /** Weights and biases. */
  count: number;
  locked: boolean;
  /** ‖w − w₀‖ / ‖w₀‖ since the start. */
  moved: number;
}

export interface Accuracies {
  step: number;
  training: number;
  test: number;
}

export class LocksLab {
  readonly trainer: Trainer;
  history: Accuracies[] = [];
  #setting: Setting;
  #few: LetterSet;
  #next: () => LetterSet;
  #learner: Learner;
  #start: Float32Array[];

  constructor(setting: Setting) {
    this.#setting = setting;
    this.#few = fewLetters(setting.perClass);
    this.#next = batchesOf(this.#few, BATCH, SEED);
    this.#learner = fresh(setting);
    this.#start = weightsOf(this.#learner);
    this.#note();
    this.trainer = new Trainer({
      train: () => {
        this.#learner.train(this.#next());
        if ((this.trainer.step + 1) % EVERY === 0) this.#note();
      },
      reset: () => this.#begin(),
      limit: LIMIT,
      mostPerFrame: 4,
    });
  }

  get learner(): Learner {
    return this.#learner;
  }

  /** Locks act at once; anything else starts the training anew. */
  set(setting: Setting): void {
    const old = this.#setting;
    this.#setting = setting;
    this.#learner.locks = setting.locks;
    if (old.copied === setting.copied && old.perClass === setting.perClass) return;
    this.trainer.reset();
  }

  layers(): LayerView[] {
    const names = ['hidden layer 1', 'hidden layer 2', 'answer'];
    return this.#learner.layers.map((layer, i) => ({
      name: names[i] ?? '',
      shape: `${layer.inputs} → ${layer.outputs}`,
      count: layer.weights.length + layer.bias.length,
      locked: this.#setting.locks[i] ?? false,
      moved: moved(layer.weights, this.#start[i] ?? layer.weights),
    }));
  }

  /** What one unit of the first layer looks for: its 196 weights, as greys around 0.5. */
  filter(unit: number, when: 'start' | 'now'): Float32Array {
    const layer = this.#learner.layers[0];
    const weights = when === 'now' ? layer?.weights : this.#start[0];
    const units = layer?.outputs ?? 1;
    return Float32Array.from(
      { length: layer?.inputs ?? 0 },
      (_, pixel) => 0.5 + (weights?.[pixel * units + unit] ?? 0),
    );
  }

  #begin(): void {
    this.#few = fewLetters(this.#setting.perClass);
    this.#next = batchesOf(this.#few, BATCH, SEED);
    this.#learner = fresh(this.#setting);
    this.#start = weightsOf(this.#learner);
    this.history = [];
    this.#note(0);
  }

  #note(step = this.history.length * EVERY): void {
    const training = this.#learner.accuracy(this.#few);
    const test = this.#learner.accuracy(testLetters());
    this.history = [...this.history, { step, training, test }];
  }
}

function fresh({ copied, locks }: Setting): Learner {
  return new Learner(copied ? 2 : 0, locks);
}

function weightsOf({ layers }: Learner): Float32Array[] {
  return layers.map(({ weights }) => weights.slice());
}
