/** Layers and settings around the fused kernels, and those that they leave to TensorFlow.js. */
import assert from 'node:assert/strict';
import * as tf from '../../../../src/engine/tf.ts';
import { Draw } from '../draw.ts';
import { useReference, useVariant } from '../variants.ts';
import {
  assertAgree,
  type Case,
  distance,
  kernelsOf,
  kinds,
  makeLayer,
  outputsAndGradients,
} from './layer.ts';

const SHAPE: Case['shape'] = [5, 4, 3];
/** The hard sigmoid has no second gradient in TensorFlow.js. */
const SMOOTH = { recurrentActivation: 'sigmoid' };
const { layers } = tf;

/** Gives the layers of a model random weights. */
function setWeights(model: tf.LayersModel, draw: Draw): tf.LayersModel {
  model.setWeights(model.getWeights().map((weight) => draw.tensor(weight.shape)));
  return model;
}

/** The losses of some steps of training, and the weights after them. */
async function train(model: tf.LayersModel, steps: number, draw: Draw): Promise<Float32Array> {
  setWeights(model, draw);
  model.compile({ optimizer: tf.train.sgd(0.1), loss: 'meanSquaredError' });
  const [x, y] = [draw.tensor([6, 5, 4]), draw.tensor([6, 2])];
  const losses = [await model.trainOnBatch(x, y)];
  const { numTensors } = tf.memory();
  for (let i = 1; i < steps; i++) losses.push(await model.trainOnBatch(x, y));
  assert.equal(tf.memory().numTensors, numTensors);
  tf.dispose([x, y]);
  return Float32Array.from([
    ...(losses as number[]),
    ...model.getWeights().flatMap((weight) => [...weight.dataSync()]),
  ]);
}

describe('recurrent layers with other settings', () => {
  const stock: [what: string, options: Record<string, unknown>][] = [
    ['another activation', { activation: 'relu' }],
    ['no activation', { activation: 'linear' }],
    ['dropout', { dropout: 0.3 }],
    ['recurrent dropout', { recurrentDropout: 0.3 }],
  ];
  for (const [what, options] of stock) {
    it(`are TensorFlow.js’s own with ${what}`, async () => {
      for (const name of kinds) {
        const one = { kind: name, options: { units: 4, ...options }, shape: SHAPE, initial: false };
        assert.deepEqual(await kernelsOf(() => outputsAndGradients(one, 1)), []);
      }
    });
  }

  it('skip what is masked', async () => {
    await assertAgree(() => {
      const draw = new Draw(4);
      const model = tf.sequential({
        layers: [
          layers.embedding({ inputDim: 7, outputDim: 4, inputLength: 6, maskZero: true }),
          layers.gru({ units: 5 }),
        ],
      });
      setWeights(model, draw);
      const words = tf.tensor2d([
        [3, 1, 4, 0, 0, 0],
        [2, 6, 5, 3, 5, 0],
      ]);
      return [model.predict(words)].flat();
    }, 'masked');
  });

  it('work in both directions', async () => {
    for (const mergeMode of ['concat', 'sum', null]) {
      await assertAgree(() => {
        const draw = new Draw(5);
        const layer = makeLayer('lstm', { units: 4, returnSequences: true });
        const both = layers.bidirectional({
          layer: layer as tf.RNN,
          mergeMode: mergeMode as 'sum',
        });
        const x = draw.tensor(SHAPE);
        both.apply(x);
        both.setWeights(both.getWeights().map((weight) => draw.tensor(weight.shape)));
        return [both.apply(x)].flat() as tf.Tensor[];
      }, `merged by ${mergeMode}`);
    }
  });

  it('carry their state from batch to batch when stateful, until it is reset', async () => {
    for (const name of kinds) {
      await assertAgree(() => {
        const draw = new Draw(6);
        const options = { units: 3, stateful: true, batchInputShape: SHAPE };
        const model = setWeights(tf.sequential({ layers: [makeLayer(name, options)] }), draw);
        const x = draw.tensor(SHAPE);
        const outputs = [1, 2].map(() => model.predict(x) as tf.Tensor);
        model.resetStates();
        return [...outputs, model.predict(x) as tf.Tensor];
      }, name);
    }
  });

  it('may be cells of a general layer, one or a stack', async () => {
    const options = { units: 3, recurrentInitializer: 'glorotNormal' } as const;
    for (const cell of [
      () => layers.lstmCell(options),
      () =>
        layers.stackedRNNCells({ cells: [layers.gruCell(options), layers.simpleRNNCell(options)] }),
    ]) {
      await assertAgree(() => {
        const draw = new Draw(7);
        const layer = layers.rnn({
          cell: cell() as tf.layers.Layer as never,
          returnSequences: true,
        });
        const x = draw.tensor(SHAPE);
        layer.apply(x);
        layer.setWeights(layer.getWeights().map((weight) => draw.tensor(weight.shape)));
        return [layer.apply(x)].flat() as tf.Tensor[];
      }, 'general layer');
    }
  });

  it('have gradients of gradients', async () => {
    for (const name of kinds) {
      const penalty = (x: tf.Tensor, layer: tf.layers.Layer) => {
        const slope = tf.grad((data: tf.Tensor) => (layer.apply(data) as tf.Tensor).square().sum());
        return slope(x).square().sum();
      };
      await assertAgree(() => {
        const draw = new Draw(8);
        const x = draw.tensor(SHAPE);
        const layer = makeLayer(name, { units: 3, ...SMOOTH });
        layer.apply(x);
        layer.setWeights(layer.getWeights().map((weight) => draw.tensor(weight.shape)));
        const variables = layer.weights.map((weight) => weight.read());
        return tf.engine().gradients(() => penalty(x, layer), [x, ...variables]).grads;
      }, name);
    }
  });

  it('have gradients within a computation whose gradient is taken', async () => {
    for (const everyStep of [false, true]) {
      await assertAgree(() => {
        const draw = new Draw(9);
        const x = draw.tensor(SHAPE);
        const layer = makeLayer('gru', { units: 3, returnSequences: everyStep, ...SMOOTH });
        layer.apply(x);
        layer.setWeights(layer.getWeights().map((weight) => draw.tensor(weight.shape)));
        // The layer is applied outside of the inner gradient, which then goes back through it.
        const outer = (data: tf.Tensor) => {
          const y = layer.apply(data) as tf.Tensor;
          return tf
            .grad(() => y.square().sum())(data)
            .square()
            .sum();
        };
        return [tf.grad(outer)(x)];
      }, `every step: ${everyStep}`);
    }
  });

  it('say the same about wrong states', async () => {
    const messages: string[] = [];
    for (const engine of [useReference, () => useVariant('relaxed')]) {
      await engine();
      try {
        tf.tidy(() => {
          const draw = new Draw(1);
          const layer = makeLayer('lstm', { units: 3 });
          const x = draw.tensor(SHAPE);
          layer.apply(x);
          layer.apply(x, { initialState: [draw.tensor([5, 3])] });
        });
      } catch (error) {
        messages.push(String(error));
      }
    }
    assert.match(messages[0] ?? '', /2 state\(s\)/);
    assert.equal(messages[1], messages[0]);
  });

  it('spread NaN and infinity as TensorFlow.js does', async () => {
    for (const name of kinds) {
      const results: string[][] = [];
      for (const engine of [useReference, () => useVariant('relaxed'), () => useVariant('plain')]) {
        await engine();
        const output = tf.tidy(() => {
          const draw = new Draw(3);
          const layer = makeLayer(name, { units: 5, returnSequences: true });
          const x = draw.tensor([4, 3, 2]).mul(tf.tensor1d([1, 1e30]));
          const odd = tf.tensor3d([
            [
              [1, 1],
              [1, Number.NaN],
              [1, 1],
            ],
          ]);
          const huge = tf.tensor3d([
            [
              [1, 1],
              [Number.POSITIVE_INFINITY, 1],
              [1, 1],
            ],
          ]);
          layer.apply(x);
          layer.setWeights(layer.getWeights().map((weight) => draw.tensor(weight.shape)));
          return layer.apply(tf.concat([x, x.mul(odd), x.mul(huge)])) as tf.Tensor;
        });
        results.push(Array.from(output.dataSync(), (value) => value.toFixed(3)));
        output.dispose();
      }
      assert.deepEqual(results[1], results[0]);
      assert.deepEqual(results[2], results[0]);
    }
  });

  it('train for 20 steps as on the CPU, and leave no tensor behind', async () => {
    for (const name of kinds) {
      const results: Float32Array[] = [];
      for (const engine of [useReference, () => useVariant('relaxed-threads')]) {
        await engine();
        const model = tf.sequential({
          layers: [
            makeLayer(name, { units: 6, returnSequences: true, inputShape: [5, 4] }),
            makeLayer(name, { units: 4 }),
            layers.dense({ units: 2 }),
          ],
        });
        results.push(await train(model, 20, new Draw(11)));
        model.dispose();
      }
      const [expected, actual] = results as [Float32Array, Float32Array];
      assert.ok(distance(actual, expected) <= 1e-5, name);
    }
  });

  it('leave cells that are written by hand as they are', async () => {
    const ran = await kernelsOf(() => {
      const draw = new Draw(2);
      const data = draw.tensor([3, 3]) as tf.Tensor2D;
      const weights = draw.tensor([5, 8]) as tf.Tensor2D;
      const state = (): tf.Tensor2D => tf.zeros([3, 2]);
      tf.basicLSTMCell(tf.scalar(1), weights, tf.zeros([8]), data, state(), state());
    });
    assert.deepEqual(ran, []);
  });
});
