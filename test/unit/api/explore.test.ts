import assert from 'node:assert/strict';
import { explore } from '../../../src/api/explore.ts';
import { startEngine } from '../../../src/engine/start.ts';
import * as tf from '../../../src/engine/tf.ts';
import { Recorder } from './recorder.ts';
import { keepsTensors } from './tensors.ts';

describe('explore', () => {
  before(() => startEngine('portable'));

  it('announces its axes and answers with a picture, tidied up', async () => {
    const recorder = new Recorder();
    explore('plane', { x: [-3, 3], y: { min: 0, max: 1, value: 0.25 } }, ({ x, y }) =>
      tf
        .tensor2d([[x, y]])
        .reshape([1, 1, 2, 1])
        .add(0),
    );
    assert.deepEqual(recorder.explorers[0], {
      name: 'plane',
      axes: [
        { name: 'x', min: -3, max: 3, value: 0 },
        { name: 'y', min: 0, max: 1, value: 0.25 },
      ],
    });
    await keepsTensors(async () => {
      const { image } = await recorder.ask(1, 0.2);
      assert.deepEqual([image?.width, image?.height, image?.channels], [2, 1, 1]);
      assert.deepEqual([...(image?.pixels ?? [])], [255, 51]);
    });
  });

  it('reads [height, width], [height, width, channels] and a batch of one', async () => {
    const recorder = new Recorder();
    for (const [shape, width, height] of [
      [[4, 5], 5, 4],
      [[4, 5, 3], 5, 4],
      [[1, 4, 5], 5, 4],
      [[1, 9], 3, 3],
    ] as const) {
      explore('any', { x: [0, 1] }, () => tf.zeros([...shape]));
      const { image } = await recorder.ask(0);
      assert.deepEqual([image?.width, image?.height], [width, height]);
    }
  });

  it('leaves what an async function needs alone, and disposes what it made', async () => {
    const recorder = new Recorder();
    const mine = tf.ones([2, 2]);
    explore('late', { x: [0, 1] }, async ({ x }) => {
      const scaled = tf.mul(mine, x);
      await scaled.data();
      return scaled;
    });
    await keepsTensors(() => recorder.ask(0.2));
    explore('same', { x: [0, 1] }, async () => mine);
    await keepsTensors(() => recorder.ask(0.2));
    assert.equal(mine.isDisposed, false);
    mine.dispose();
  });

  it('answers with a text, tidied up', async () => {
    const recorder = new Recorder();
    const write = (times: number) => 'la'.repeat(tf.scalar(times).dataSync()[0] ?? 0);
    explore('song', { times: [1, 9] }, ({ times }) => write(times));
    await keepsTensors(async () => {
      assert.deepEqual(await recorder.ask(3), { text: 'lalala' });
    });
    explore('late song', { times: [1, 9] }, async ({ times }) => 'lo'.repeat(times));
    assert.deepEqual(await recorder.ask(2), { text: 'lolo' });
  });

  it('takes whole numbers on an axis that asks for them', async () => {
    const recorder = new Recorder();
    explore('song', { times: { min: 1, max: 4, integer: true } }, ({ times }) => `${times}`);
    const times = { name: 'times', min: 1, max: 4, value: 3, integer: true };
    assert.deepEqual(recorder.explorers[0]?.axes, [times]);
    assert.deepEqual(await recorder.ask(1.6), { text: '2' });
  });

  it('says what is wrong, at once or where the picture would be', async () => {
    const recorder = new Recorder();
    const draw = () => tf.zeros([2, 2]);
    assert.throws(() => explore('e', {}, draw), /expected ranges such as \{ x: \[-3, 3\] \}/);
    assert.throws(() => explore('e', { x: [1, 0] }, draw), /min < max for “x”, got \[1, 0\]/);
    assert.throws(() => explore('e', { x: [0, 1] }, 3 as never), /expected a function/);
    explore('e', { x: [0, 1] }, () => tf.zeros([3, 2, 2]));
    await keepsTensors(() =>
      assert.rejects(recorder.ask(0), /expected one picture, got a batch of 3/),
    );
    explore('e', { x: [0, 1] }, () => {
      throw new Error('no model yet');
    });
    await assert.rejects(recorder.ask(0), /no model yet/);
  });
});
