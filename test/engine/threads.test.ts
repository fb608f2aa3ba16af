import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { skip } from '../support/skip.ts';

interface Outcome {
  threads: number;
  /** By workload. */
  digests: Record<string, string>;
}

describe('the portable engine’s threads', () => {
  it('leave every weight and loss as they are on one thread, to the last bit', async function () {
    const two = await train(2);
    if (two.threads === 1) skip(this, 'this engine has one thread only');
    const one = await train(1);
    assert.equal(one.threads, 1);
    assert.deepEqual(two.digests, one.digests);
  });
});

async function train(threads: number): Promise<Outcome> {
  const script = path.join(import.meta.dirname, 'trainBriefly.ts');
  const { stdout } = await promisify(execFile)(process.execPath, ['--import=tsx', script], {
    env: { ...process.env, GENAI101_THREADS: String(threads) },
  });
  return JSON.parse(stdout) as Outcome;
}
