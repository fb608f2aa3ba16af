import assert from 'node:assert/strict';
import * as tf from '../../../src/engine/tf.ts';
import { assertClose } from './floats.ts';
import { noise } from './networks.ts';
import { onAll, useReference, useVariant } from './variants.ts';

const optimizers: Record<string, () => tf.Optimizer> = {
  sgd: () => tf.train.sgd(0.05),
  momentum: () => tf.train.momentum(0.02, 0.9),
  nesterov: () => tf.train.momentum(0.02, 0.9, true),
  adam: () => tf.train.adam(0.05),
  adamax: () => tf.train.adamax(0.05, 0.9, 0.999, undefined, 0.01),
  rmsprop: () => tf.train.rmsprop(0.02, 0.9, 0.5),
  'centred rmsprop': () => tf.train.rmsprop(0.005, 0.9, 0.5, 1e-3, true),
  adagrad: () => tf.train.adagrad(0.1),
  adadelta: () => tf.train.adadelta(0.5),
};

interface Model {
  /** Weights of odd sizes: [13, 7], [7] and a scalar. */
  weights: tf.Variable[];
  loss: () => tf.Scalar;
  dispose(): void;
}

function createModel(): Model {
  const [x, y] = [noise([11, 13], 1) as tf.Tensor2D, noise([11, 7], 2)];
  const weights = [noise([13, 7], 3), noise([7], 4), tf.scalar(0.5)].map((start) => {
    const variable = start.variable();
    start.dispose();
    return variable;
  });
  const [kernel, bias, scale] = weights as tf.Tensor[] as [tf.Tensor2D, tf.Tensor, tf.Tensor];
  return {
    weights,
    loss: () => x.matMul(kernel).add(bias).tanh().mul(scale).sub(y).square().mean().asScalar(),
    dispose: () => tf.dispose([x, y, ...weights]),
  };
}

/** All numbers of the tensors in one. */
function joined(tensors: tf.Tensor[]): tf.Tensor {
  return tf.tidy(() => tf.concat(tensors.map((tensor) => tensor.flatten())));
}

/** Steps along gradients that depend on nothing but the count of the step, some of them 0. */
function follow(optimizer: tf.Optimizer, weights: tf.Variable[], count: number): void {
  const at = optimizer.iterations;
  for (let i = at; i < at + count; i++) {
    const gradients = weights.map(({ name, shape }, k) => ({
      name,
      tensor: tf.tidy(() => noise(shape, 7 * i + k).relu()),
    }));
    optimizer.applyGradients(gradients);
    for (const { tensor } of gradients) tensor.dispose();
  }
}

function followed(optimizer: tf.Optimizer, count: number): tf.Tensor {
  const { weights, dispose } = createModel();
  follow(optimizer, weights, count);
  const result = joined(weights);
  dispose();
  optimizer.dispose();
  return result;
}

/** Trains as told and gives the weights. */
function trained(
  optimizer: tf.Optimizer,
  train: (step: () => void, model: Model) => void,
): tf.Tensor {
  const model = createModel();
  train(() => optimizer.minimize(model.loss, false, model.weights), model);
  const result = joined(model.weights);
  model.dispose();
  optimizer.dispose();
  return result;
}

function times(count: number, step: () => void): void {
  for (let i = 0; i < count; i++) step();
}

describe('an optimizer in place', () => {
  for (const [name, create] of Object.entries(optimizers)) {
    it(`steps as TensorFlow.js’s own does: ${name}`, async () => {
      const { expected, actual } = await onAll(() => followed(create(), 50));
      for (const [build, values] of actual) assertNear(values, expected, build);
    });

    it(`leaves clones and other variables as they are: ${name}`, async () => {
      const { actual } = await onAll(() => {
        const clones: tf.Tensor[] = [];
        const numbers: tf.TypedArray[] = [];
        trained(create(), (step, { weights }) =>
          times(4, () => {
            step();
            const [weight] = weights as [tf.Variable];
            clones.push(weight.clone(), weight.reshape([91]), weight.variable(false));
            numbers.push(weight.dataSync(), weight.dataSync(), weight.dataSync());
          }),
        );
        clones.forEach((clone, i) => {
          assertClose(clone.dataSync(), numbers[i] ?? [], 0, name);
        });
        return tf.scalar(0);
      });
      assert.equal(actual.length, 4);
    });
  }

  it('needs no new memory for a step', async () => {
    const backend = await useVariant('relaxed');
    trained(tf.train.adam(), (step, { weights }) => {
      step();
      const before = weights.map((weight) => backend.address(weight));
      times(3, step);
      assert.deepEqual(
        weights.map((weight) => backend.address(weight)),
        before,
      );
    }).dispose();
  });

  it('lets a result that was put off read the weight as it was', async () => {
    await useVariant('relaxed');
    trained(tf.train.sgd(1), (step, { weights: [weight] }) => {
      const x = noise([2, 13], 5) as tf.Tensor2D;
      const late = tf.matMul(x, weight as unknown as tf.Tensor2D);
      const expected = tf.matMul(x, weight as unknown as tf.Tensor2D).dataSync();
      step();
      assertClose(late.dataSync(), expected, 0);
      tf.dispose([x, late]);
    }).dispose();
  });

  it('carries NaN in a gradient into the weight, and only there', async () => {
    const { expected, actual } = await onAll(() => {
      const model = createModel();
      const optimizer = tf.train.adam(0.1);
      const [first, second] = model.weights as [tf.Variable, tf.Variable];
      times(3, () => {
        const gradient = tf.tensor([Number.NaN, 1, 2, 3, 4, 5, 6]);
        optimizer.applyGradients([
          { name: first.name, tensor: noise([13, 7], 9) },
          { name: second.name, tensor: gradient },
        ]);
      });
      const result = joined(model.weights);
      model.dispose();
      return result;
    });
    for (const [build, values] of actual) {
      assert.equal(values.findIndex(Number.isNaN), 91);
      assertNear(values, expected, build);
    }
  });

  it('goes on from saved weights of the optimizer', async () => {
    const results: tf.TypedArray[] = [];
    for (const use of [useReference, () => useVariant('relaxed'), () => useVariant('plain')]) {
      await use();
      const model = createModel();
      const [first, second] = [tf.train.adam(0.05), tf.train.adam(0.05)];
      follow(first, model.weights, 5);
      const saved = await first.getWeights();
      await second.setWeights(saved);
      follow(second, model.weights, 5);
      const moments = saved.slice(1).map(({ tensor }) => tensor);
      results.push(joined([...model.weights, ...moments]).dataSync());
      assert.equal(second.iterations, 10);
      model.dispose();
    }
    const [expected = new Float32Array(), ...actual] = results;
    for (const values of actual) assertNear(values, expected);
  });

  it('shares a large weight among threads', async () => {
    const { expected, actual } = await onAll(() => {
      const weight = noise([300, 301], 1).variable();
      const optimizer = tf.train.adam(0.01);
      times(3, () => optimizer.minimize(() => weight.square().sum().asScalar(), false, [weight]));
      return weight;
    });
    for (const [build, values] of actual) assertNear(values, expected, build);
  });

  it('takes a weight without a gradient as TensorFlow.js does', async () => {
    const { expected, actual } = await onAll(() => {
      const model = createModel();
      const [used, unused] = model.weights as [tf.Variable, tf.Variable];
      const optimizer = tf.train.adam(0.1);
      times(3, () =>
        optimizer.minimize(() => used.square().sum().asScalar(), false, [used, unused]),
      );
      return joined([used, unused]);
    });
    for (const [build, values] of actual) assertNear(values, expected, build);
  });
});

/** Equal up to 1e-6 of their size, and a little where numbers are nearly 0. */
function assertNear(actual: ArrayLike<number>, expected: ArrayLike<number>, where = ''): void {
  assert.equal(actual.length, expected.length);
  for (let i = 0; i < expected.length; i++) {
    const [a = 0, e = 0] = [actual[i], expected[i]];
    if (Number.isNaN(a) && Number.isNaN(e)) continue;
    assert.ok(Math.abs(a - e) <= 1e-6 * Math.abs(e) + 1e-6, `${where} at ${i}: ${a}, not ${e}`);
  }
}
