import assert from 'node:assert/strict';
import { Block } from '../../../src/engine/portable/memory/block.ts';
import { engineParts } from '../../../src/engine/portable/overhead/engineParts.ts';
import { lightenEngine } from '../../../src/engine/portable/overhead/install.ts';
import * as tf from '../../../src/engine/tf.ts';
import { useReference, useVariant } from './variants.ts';

/** The kernels that `compute` runs, as often as it runs them. */
function kernelsOf(compute: () => tf.TensorContainer): string[] {
  const engine = engineParts();
  const { runKernel } = engine;
  const names: string[] = [];
  engine.runKernel = (name, ...rest) => {
    names.push(name);
    return runKernel(name, ...rest);
  };
  tf.tidy(compute);
  engine.runKernel = runKernel;
  return names;
}

const cube = (x: tf.Tensor) => x.mul(x).mul(x);

describe('TensorFlow.js’s engine, made lighter', () => {
  before(async () => {
    await useVariant('relaxed');
    lightenEngine();
  });

  it('keeps tensors for the gradient without running a kernel', () => {
    const x = tf.tensor1d([1, 2]);
    const names = kernelsOf(() => tf.grad(cube)(x));
    assert.ok(names.includes('Multiply'));
    assert.ok(!names.includes('Identity'), names.join(' '));
    x.dispose();
  });

  it('finds the way from kept tensors back to their originals in gradients of gradients', () => {
    const x = tf.tensor1d([1, -2]);
    const second = tf.grad(tf.grad(cube));
    const third = tf.grad(second);
    assert.deepEqual([...second(x).dataSync()], [6, -12]);
    assert.deepEqual([...third(x).dataSync()], [6, 6]);
    const inside = tf.grad((data: tf.Tensor) => {
      const y = cube(data);
      return tf.grad(() => y)(data);
    });
    assert.deepEqual([...inside(x).dataSync()], [6, -12]);
    x.dispose();
  });

  it('takes the gradient at the value that a variable had', () => {
    const weight = tf.variable(tf.scalar(3));
    const gradient = tf.grad((x: tf.Tensor) => {
      const y = x.mul(weight);
      weight.assign(tf.scalar(100));
      return y;
    });
    assert.equal(gradient(tf.scalar(2)).dataSync()[0], 3);
    weight.dispose();
  });

  it('gives a kept tensor back as the gradient', () => {
    const custom = tf.customGrad((x, save) => {
      (save as tf.GradSaveFunc)([x as tf.Tensor]);
      return {
        value: (x as tf.Tensor).square(),
        gradFunc: (dy: tf.Tensor, saved: tf.Tensor[]) => dy.mul(saved[0] ?? 0),
      };
    });
    const x = tf.tensor1d([4, 5]);
    assert.deepEqual(
      [
        ...tf
          .grad((data) => custom(data))(x)
          .dataSync(),
      ],
      [4, 5],
    );
  });

  it('leaves as many tensors, numbers and bytes as before once gradients are done', () => {
    const x = tf.tensor1d([1, 2]);
    const before = tf.memory();
    tf.grad(cube)(x).dispose();
    const { numTensors, numDataBuffers, numBytes } = tf.memory();
    assert.deepEqual(
      [numTensors, numDataBuffers, numBytes],
      [before.numTensors, before.numDataBuffers, before.numBytes],
    );
    x.dispose();
  });

  it('disposes at the end of a scope all but its result and what is kept', () => {
    const made: tf.Tensor[] = [];
    const make = () => {
      const tensor = tf.scalar(1);
      made.push(tensor);
      return tensor;
    };
    const result = tf.tidy(() => {
      make();
      tf.keep(make());
      return tf.tidy(() => make());
    });
    tf.tidy(() => void make());
    const list = tf.tidy(() => [make(), make()]);
    assert.deepEqual(
      made.map(({ isDisposed }) => isDisposed),
      [true, false, false, true, false, false],
    );
    assert.equal(result, made[2]);
    tf.dispose([made[1] as tf.Tensor, result, ...list]);
  });

  it('hands the result of a scope on to the scope around it', () => {
    let inner: tf.Tensor | undefined;
    tf.tidy(() => {
      inner = tf.tidy(() => tf.scalar(1));
      assert.equal(inner.isDisposed, false);
    });
    assert.equal(inner?.isDisposed, true);
  });

  it('uses kernels from the moment they are registered until they are not', () => {
    const backendName = tf.getBackend();
    const call = () => tf.engine().runKernel('Seven', {}) as tf.Tensor;
    const message = `Kernel 'Seven' not registered for backend '${backendName}'`;
    assert.throws(call, { message });
    for (const value of [7, 77]) {
      const kernelFunc = () => tf.scalar(value);
      tf.registerKernel({ kernelName: 'Seven', backendName, kernelFunc });
      assert.equal(call().dataSync()[0], value);
      tf.unregisterKernel('Seven', backendName);
    }
    assert.throws(call, { message });
  });

  it('uses the kernels of the backend in place', async () => {
    const { kernels } = await useVariant('relaxed');
    const x = tf.tensor1d([1, 2]);
    const run = kernels.run.bind(kernels);
    let calls = 0;
    kernels.run = (...args) => {
      calls++;
      run(...args);
    };
    x.square().dispose();
    await useReference();
    x.square().dispose();
    await useVariant('relaxed');
    kernels.run = run;
    assert.equal(calls, 1);
    x.dispose();
  });

  it('records nothing of what a kernel calls, also when it throws', () => {
    const backendName = tf.getBackend();
    const kernelFunc = () => {
      throw new Error('no');
    };
    tf.registerKernel({ kernelName: 'Failing', backendName, kernelFunc });
    assert.throws(() => tf.engine().runKernel('Failing', {}), /^Error: no$/);
    tf.unregisterKernel('Failing', backendName);
    const x = tf.scalar(3);
    assert.equal(tf.grad(cube)(x).dataSync()[0], 27);
  });

  it('shows the profiler all kernels', async () => {
    const x = tf.tensor1d([1, 2]);
    const { kernels, newTensors } = await tf.profile(() => tf.grad(cube)(x));
    const names = kernels.map(({ name }) => name);
    assert.ok(names.includes('Identity') && names.includes('Multiply'));
    assert.equal(newTensors, 1);
  });

  it('keeps its record of a tensor in the tensor’s block', () => {
    const x = tf.scalar(5);
    const { dataId } = x as unknown as { dataId: object };
    assert.ok(dataId instanceof Block && dataId.record?.bytes === 4);
    x.dispose();
    assert.equal(dataId.record, undefined);
  });
});
