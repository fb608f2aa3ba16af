import assert from 'node:assert/strict';
import { choose } from '../../../../src/engine/native/choose.ts';
import type { Findings } from '../../../../src/engine/native/findings.ts';

const DENSE = 'tf.layers.dense({ units: 256 })';
const CONVOLUTIONAL = 'tf.layers.conv2d({ filters: 8 })';
const RECURRENT = 'tf.layers.lstm({ units: 8 })';

const measured: Findings = {
  binding: 'x',
  probed: { works: true, version: '2.9.1' },
  speeds: {
    build: 'this',
    byKind: {
      dense: { portable: 10, native: 10.2 },
      convolutional: { portable: 18, native: 10 },
      recurrent: { portable: 10, native: 25 },
      small: { portable: 1, native: 20 },
    },
  },
};
const broken: Findings = { binding: 'x', probed: { works: false, why: 'a library is missing' } };

describe('the automatic choice', () => {
  it('is the native engine for the kinds of models that it trains faster here', () => {
    assert.deepEqual(choose(measured, 'this', CONVOLUTIONAL), {
      engine: 'native',
      reason:
        'This looks like a convolutional model, and here the native engine trains it 1.8 times as fast as the portable one.',
    });
  });

  it('is the portable engine for the others, and says by how much', () => {
    assert.deepEqual(choose(measured, 'this', RECURRENT), {
      engine: 'portable',
      reason:
        'This looks like a recurrent model, and here the portable engine trains it 2.5 times as fast as the native one.',
    });
    assert.deepEqual(choose(measured, 'this', DENSE), {
      engine: 'portable',
      reason: 'This looks like a dense model, and here the native engine trains it no faster.',
    });
  });

  it('goes by all kinds together where the script is not known', () => {
    const { engine, reason } = choose(measured, 'this');
    assert.equal(engine, 'portable');
    // The geometric mean of 1.02, 1/1.8, 2.5 and 20.
    assert.match(reason, /^Here the portable engine trains 2\.3 times as fast/);
  });

  it('is the portable engine until the two are measured, and again after an update', () => {
    for (const [findings, build] of [
      [undefined, 'this'],
      [measured, 'another'],
    ] as const) {
      const { engine, reason } = choose(findings, build, CONVOLUTIONAL);
      assert.equal(engine, 'portable');
      assert.match(reason, /whether the native engine is faster here is not measured yet\.$/);
    }
  });

  it('tells once that the native engine does not work, and how to try it again', () => {
    const { engine, reason } = choose(broken, 'this', CONVOLUTIONAL);
    assert.equal(engine, 'portable');
    assert.match(reason, /does not work here: a library is missing\. To try it again, choose/);
    const later = choose({ ...broken, told: true }, 'this', CONVOLUTIONAL);
    assert.deepEqual(later, {
      engine: 'portable',
      reason: 'It is the fastest engine that works here.',
    });
  });
});
