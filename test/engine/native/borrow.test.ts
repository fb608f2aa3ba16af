import assert from 'node:assert/strict';
import { startEngine } from '../../../src/engine/start.ts';
import * as tf from '../../../src/engine/tf.ts';
import { needNative } from '../../support/native.ts';

describe('the native engine', () => {
  before(async function () {
    this.timeout(60_000);
    await needNative(this);
    assert.equal((await startEngine('native')).name, 'native');
  });

  it('has every kernel that the plain engine has', () => {
    const names = (backend: string) =>
      tf.getKernelsForBackend(backend).map(({ kernelName }) => kernelName);
    const present = new Set(names('tensorflow'));
    assert.deepEqual(
      names('cpu').filter((name) => !present.has(name)),
      [],
    );
  });

  it('mirrors pictures and splits texts with borrowed kernels, and leaves nothing behind', () => {
    const { numTensors } = tf.memory();
    const before = tf.backend().numDataIds();
    const [mirrored, words] = tf.tidy(() => {
      const picture = tf.tensor4d([1, 2, 3, 4, 5, 6, 7, 8], [2, 2, 2, 1]);
      const split = tf.string.stringSplit(['a b'], ' ').values as tf.Tensor1D;
      const mirror = tf.tensor2d([[-1, 0, 1, 0, 1, 0, 0, 0]]); // x becomes 1 - x
      return [[...tf.image.transform(picture, mirror).dataSync()], split.dataSync()];
    });
    assert.deepEqual(mirrored, [2, 1, 4, 3, 6, 5, 8, 7]);
    assert.deepEqual([...(words ?? [])], ['a', 'b']);
    assert.equal(tf.memory().numTensors, numTensors);
    assert.equal(tf.backend().numDataIds(), before);
  });

  it('stands in for other backends that a script names', async () => {
    assert.equal(await tf.setBackend('wasm'), true);
    assert.equal(tf.getBackend(), 'tensorflow');
  });
});
