import assert from 'node:assert/strict';
import { runSuite, SPECS } from './suite.ts';

describe('TensorFlow.js’s own suite on the portable engine', () => {
  it('passes without an exception', async () => {
    const { specs, failures } = await runSuite('portable');
    assert.deepEqual(failures, []);
    assert.equal(specs, SPECS);
  });
});
