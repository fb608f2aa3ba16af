import assert from 'node:assert/strict';
import * as tf from '../../../src/engine/tf.ts';
import { assertClose } from './floats.ts';
import { noise } from './networks.ts';
import { onAll, useReference, useVariant } from './variants.ts';

/** Functions whose gradients need what was computed before another gradient was begun inside them. */
const nested: Record<string, () => tf.Tensor> = {
  'the second derivative': () => {
    const f = (x: tf.Tensor) => x.mul(x).mul(x).add(x.tanh());
    return tf.grad(tf.grad(f))(noise([7], 1));
  },
  'the third derivative': () => {
    const f = (x: tf.Tensor) => x.mul(x).mul(x).mul(x).div(tf.exp(x));
    return tf.grad(tf.grad(tf.grad(f)))(noise([7], 1));
  },
  'a gradient through a value computed before the inner gradient': () =>
    tf.grad((x: tf.Tensor) => {
      const square = x.mul(x);
      const cube = square.mul(x);
      const inner = tf.grad((y: tf.Tensor) => cube.mul(y).mul(y).add(square.mul(y)))(x);
      return inner.add(cube);
    })(noise([7], 1)),
  'a gradient penalty': () => {
    const w = noise([3, 1], 1) as tf.Tensor2D;
    return tf.grad((w: tf.Tensor) => {
      const f = (x: tf.Tensor) => tf.matMul(x as tf.Tensor2D, w as tf.Tensor2D).sigmoid();
      const gradient = tf.grad(f)(noise([4, 3], 2));
      return gradient.square().sum(1).sqrt().sub(1).square().mean();
    })(w);
  },
};

describe('the shortened bookkeeping', () => {
  for (const [name, compute] of Object.entries(nested)) {
    it(`leaves nested gradients as they are: ${name}`, async () => {
      const { expected, actual } = await onAll(compute);
      for (const [build, values] of actual) {
        for (const [i, e] of expected.entries()) {
          const apart = Math.abs((values[i] ?? Number.NaN) - e);
          assert.ok(apart <= 1e-5 * Math.max(1, Math.abs(e)), `${build}: ${values[i]}, not ${e}`);
        }
      }
    });
  }

  it('counts tensors and bytes as before', async () => {
    const counts: number[][] = [];
    for (const use of [useReference, () => useVariant('relaxed')]) {
      await use();
      const before = tf.memory();
      const x = tf.variable(noise([10], 1));
      tf.tidy(() => x.square().sum());
      const { grads, value } = tf.variableGrads(() => x.square().sum().asScalar(), [x]);
      const { numTensors, numDataBuffers, numBytes } = tf.memory();
      counts.push([
        numTensors - before.numTensors,
        numDataBuffers - before.numDataBuffers,
        numBytes - before.numBytes,
      ]);
      tf.dispose([grads, value, x]);
    }
    const [expected, actual] = counts;
    assert.deepEqual(actual, expected);
  });

  it('shows kernels to the profiler', async () => {
    await useVariant('relaxed');
    const { kernelNames } = await tf.profile(() => tf.tidy(() => noise([3], 1).square().sum()));
    assert.deepEqual(kernelNames.sort(), ['Square', 'Sum']);
  });

  it('calls a kernel that is registered later, and again when it is replaced', async () => {
    await useVariant('relaxed');
    const results = [1, 2].map((value) => {
      const kernelFunc: tf.KernelFunc = ({ backend }) =>
        (backend as tf.MathBackendCPU).makeTensorInfo([], 'float32', Float32Array.of(value));
      tf.registerKernel({ kernelName: 'Late', backendName: 'test-relaxed', kernelFunc });
      const result = tf.engine().runKernel('Late', {}) as tf.Tensor;
      tf.unregisterKernel('Late', 'test-relaxed');
      return result.dataSync()[0];
    });
    assert.deepEqual(results, [1, 2]);
  });

  it('moves tensors to another backend and back', async () => {
    await useVariant('relaxed');
    const x = noise([5], 1);
    const numbers = x.dataSync();
    await useReference();
    const there = x.neg().neg();
    assertClose(there.dataSync(), numbers, 0);
    await useVariant('relaxed');
    const back = x.add(there);
    assertClose(
      back.dataSync(),
      numbers.map((n) => n + n),
      0,
    );
    const before = tf.memory().numDataBuffers;
    tf.dispose([x, there, back]);
    assert.equal(tf.memory().numDataBuffers, before - 3);
  });
});
