import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { devNull, tmpdir } from 'node:os';
import path from 'node:path';
import { nothing, type Outcome } from '../../support/outcome.ts';
import { runStage, runTwice } from '../../support/stage.ts';

const stage = (name: string, args: string[] = [], limit = 20) =>
  runStage({ name, script: `test/fixtures/stage/${name}.ts`, args, limit, log: devNull });

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

/** Runs the test file that fails as long as no earlier run has left its mark; `always` leaves none. */
const runMarked = (dir: string, always: boolean) => (files: string[]) => {
  process.env.GENAI101_TEST_MARK = path.join(dir, always ? 'no/mark' : 'mark');
  const script = 'test/support/runFiles.ts';
  return runStage({ name: 'marked', script, args: files, limit: 20, log: devNull });
};

describe('a file that fails, tried twice', () => {
  const file = 'test/fixtures/stage/marked.ts';
  const tried = async (always: boolean): Promise<Outcome> => {
    const dir = mkdtempSync(path.join(tmpdir(), 'g101-twice-'));
    const { passed, failed, skipped } = await runTwice(runMarked(dir, always), [file]);
    rmSync(dir, { recursive: true });
    delete process.env.GENAI101_TEST_MARK;
    return { passed, failed, skipped };
  };

  it('counts as passed where it passes then, each of its tests once', async () => {
    assert.deepEqual(await tried(false), { passed: 2, failed: 0, skipped: 0 });
  });

  it('counts as failed where it fails again', async () => {
    assert.deepEqual(await tried(true), { passed: 1, failed: 1, skipped: 0 });
  });

  it('is tried again with all files where nobody knows in which it is', async () => {
    const asked: string[][] = [];
    const outcome = await runTwice(
      async (files) => {
        asked.push(files);
        if (asked.length > 1) return { passed: 2, failed: 0, skipped: 0 };
        const one = { passed: 1, failed: 1, skipped: 0 };
        return { ...one, failedFiles: { '': one } };
      },
      ['a', 'b'],
    );
    assert.deepEqual(asked, [
      ['a', 'b'],
      ['a', 'b'],
    ]);
    assert.deepEqual(outcome, { passed: 2, failed: 0, skipped: 0 });
  });

  it('is not tried again where three files fail', async () => {
    const one = { ...nothing, failed: 1 };
    let runs = 0;
    const outcome = await runTwice(async () => {
      runs++;
      return { passed: 0, failed: 3, skipped: 0, failedFiles: { a: one, b: one, c: one } };
    }, []);
    assert.deepEqual([runs, outcome.failed], [1, 3]);
  });
});

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
