import assert from 'node:assert/strict';
import { needNative } from '../support/native.ts';
import { ignoredSpecs } from './ignored.ts';
import { runSuite, SPECS } from './suite.ts';

/** Each name in ignored.ts takes out one spec or more. */
const IGNORED = 94;

describe('TensorFlow.js’s own suite on the native engine', () => {
  it('passes but for what tfjs-node itself leaves out', async function () {
    const { folder } = await needNative(this);
    const { specs, failures, ignored } = await runSuite('native', { GENAI101_NATIVE: folder });
    assert.deepEqual(failures, []);
    assert.equal(specs, SPECS - IGNORED);
    assert.deepEqual(Object.keys(ignored).sort(), [...ignoredSpecs].sort());
  });
});
