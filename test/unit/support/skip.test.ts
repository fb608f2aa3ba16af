import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

describe('a skipped test', () => {
  it('is printed with its reason, or that of its suite', async () => {
    const args = ['--import=tsx', 'test/support/runFiles.ts', 'test/fixtures/stage/skipping.ts'];
    const { stdout } = await promisify(execFile)(process.execPath, args);
    assert.match(stdout, /is skipped alone: skipped, there is no sun/);
    assert.match(stdout, /is skipped with it: skipped, there is no moon/);
  });
});
