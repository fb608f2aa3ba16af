/** A small classifier of digits, for the features that samples are scored in. */
import { Random } from '../../../src/data/random.ts';
import { PIXELS, trainingDigits } from '../../../src/webview/kit/digitSet.ts';
import { Classifier } from '../../../src/webview/kit/network/classifier.ts';
import { forward } from '../../../src/webview/kit/network/layers.ts';

/** Numbers before its answer. */
export const FEATURES = 8;
const BATCH = 32;
const STEPS = 500;

export class FeatureNet {
  readonly #net = new Classifier(
    { features: PIXELS, hidden: [32, FEATURES], classes: 10 },
    new Random(3),
  );

  constructor() {
    const set = trainingDigits();
    const random = new Random(4);
    for (let step = 0; step < STEPS; step++) {
      const chosen = Array.from({ length: BATCH }, () => random.below(set.count));
      const batch = new Float32Array(BATCH * PIXELS);
      chosen.forEach((index, i) => {
        batch.set(set.image(index), i * PIXELS);
      });
      const labels = chosen.map((index) => set.labels[index] ?? 0);
      this.#net.train(batch, labels, 0.003);
    }
  }

  /** [count, 196] → [count, 8] */
  look(images: Float32Array): Float32Array {
    const count = images.length / PIXELS;
    return forward(this.#net.layers.slice(0, -1), images, count).slice(0, count * FEATURES);
  }
}
