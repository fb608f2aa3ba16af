/** Runs in a page or in a web worker: trains XOR on the portable engine and answers with what came of it. */
import { startInBrowser } from '../../../src/engine/portable/startInBrowser.ts';
import * as tf from '../../../src/engine/tf.ts';

export interface Trained {
  engine: string;
  threads: number;
  /** Loss of the last step. */
  loss: number;
  /** A product of two matrices large enough to be shared among threads. */
  product: number;
}

export async function trainXor(folder: string, threads: number): Promise<Trained> {
  const engine = await startInBrowser(folder, 'It is tested.', { threads });
  const xs = tf.tensor2d([0, 0, 0, 1, 1, 0, 1, 1], [4, 2]);
  const ys = tf.tensor2d([0, 1, 1, 0], [4, 1]);
  const layer = (units: number, activation: 'tanh' | 'sigmoid') =>
    tf.layers.dense({
      units,
      activation,
      kernelInitializer: tf.initializers.glorotNormal({ seed: 3 }),
    });
  const model = tf.sequential();
  model.add(tf.layers.inputLayer({ inputShape: [2] }));
  model.add(layer(8, 'tanh'));
  model.add(layer(1, 'sigmoid'));
  model.compile({ optimizer: tf.train.adam(0.05), loss: 'binaryCrossentropy' });
  let loss = 0;
  for (let step = 0; step < 300; step++) loss = Number(await model.trainOnBatch(xs, ys));
  const ones = tf.ones([512, 512]);
  const product = tf.matMul(ones, ones).mean().arraySync() as number;
  return { engine: engine.name, threads: engine.threads, loss, product };
}

if (typeof document === 'undefined') {
  globalThis.onmessage = async ({ data }) => postMessage(await trainXor(data.folder, data.threads));
} else {
  Object.assign(globalThis, { trainXor });
}
