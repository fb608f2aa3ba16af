import assert from 'node:assert/strict';
import { runSuite, SPECS } from '../suite.ts';

describe('TensorFlow.js’s own suite on the portable engine', () => {
  it('passes where each allocation detaches views, and what is not written is NaN', async () => {
    const { specs, failures } = await runSuite('checked');
    assert.deepEqual(failures, []);
    assert.equal(specs, SPECS);
  });

  it('passes where three threads share every call', async () => {
    const { specs, failures } = await runSuite('shared');
    assert.deepEqual(failures, []);
    assert.equal(specs, SPECS);
  });
});
