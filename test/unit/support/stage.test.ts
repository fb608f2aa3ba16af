import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runStage } from '../../support/stage.ts';

const stage = (name: string, args: string[] = [], limit = 20) =>
  runStage({ name, script: `test/fixtures/stage/${name}.ts`, args, limit, quiet: true });

/** Gone, or only waiting for its parent to take note. */
function isGone(pid: number): boolean {
  const { stdout } = spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' });
  return stdout.trim() === '' || stdout.trim().startsWith('Z');
}

async function untilGone(pid: number): Promise<void> {
  for (let tries = 0; tries < 20 && !isGone(pid); tries++) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  assert.ok(isGone(pid), `process ${pid} is still there`);
}

describe('a stage of npm test', () => {
  it('counts what it passed and skipped', async () => {
    assert.deepEqual(await stage('pass'), { passed: 2, failed: 0, skipped: 1 });
  });

  it('counts as failed when it crashes', async () => {
    assert.deepEqual(await stage('crash'), { passed: 0, failed: 1, skipped: 0 });
  });

  it('counts as failed when it ends badly after its tests', async () => {
    assert.deepEqual(await stage('partly'), { passed: 2, failed: 1, skipped: 0 });
  });

  it('is ended at its limit, with all that it started', async function () {
    this.timeout(30_000);
    const dir = mkdtempSync(path.join(tmpdir(), 'g101-hang-'));
    const file = path.join(dir, 'pid');
    assert.deepEqual(await stage('hang', [file], 3), { passed: 0, failed: 1, skipped: 0 });
    const left = Number(readFileSync(file, 'utf8'));
    await untilGone(left);
    rmSync(dir, { recursive: true });
  });
});
