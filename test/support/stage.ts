/** One stage of `npm test`: a process of its own with a time limit, and nothing left running after it. */
import { execFileSync, spawn } from 'node:child_process';
import { appendFileSync, closeSync, openSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { nothing, type Outcome, outcomeVariable, plus, readOutcome } from './outcome.ts';

export interface StageRun {
  name: string;
  /** A TypeScript file, run by tsx on this Node. */
  script: string;
  args: string[];
  /** Seconds. */
  limit: number;
  /** A file that takes all it prints, for a stage that runs beside another, or is itself under test. */
  log?: string;
}

/** So many files are tried again at most: more have not missed a click. */
const triedAgain = 2;
const root = path.resolve(import.meta.dirname, '../..');
const grace = 5000;

export async function runStage(stage: StageRun): Promise<Outcome> {
  const dir = await mkdtemp(path.join(tmpdir(), 'g101-stage-'));
  const file = path.join(dir, 'outcome.json');
  const end = await runProcess(stage, file);
  const outcome = (await readOutcome(file)) ?? nothing;
  await rm(dir, { recursive: true, force: true });
  const whole = end === undefined && (outcome.failed > 0 || outcome.passed + outcome.skipped > 0);
  if (whole) return outcome;
  const fault = `✗ the stage “${stage.name}” ${end ?? 'ran no test'}`;
  if (stage.log) appendFileSync(stage.log, `${fault}\n`);
  else console.log(fault);
  return { ...outcome, failed: outcome.failed + 1 };
}

/** Runs the files; where one or two fail, these once more, whole. What went wrong outside of a file's tests stays. */
export async function runTwice(
  run: (files: string[]) => Promise<Outcome>,
  files: string[],
  say: (text: string) => void = console.log,
): Promise<Outcome> {
  const outcome = await run(files);
  const failed = Object.entries(outcome.failedFiles ?? {});
  if (failed.length === 0 || failed.length > triedAgain) return outcome;
  const first = failed.reduce((sum, [, one]) => plus(sum, one), nothing);
  say('\n── what failed, once more ──');
  // A suite in one bundle does not know its files: then it is all of it again.
  const again = failed.some(([file]) => file === '') ? files : failed.map(([file]) => file);
  return plus(plus(outcome, first, -1), await run(again));
}

/** Resolves with what went wrong, in words, besides tests that failed. */
function runProcess(stage: StageRun, outcomeFile: string): Promise<string | undefined> {
  const output = stage.log ? openSync(stage.log, 'a') : ('inherit' as const);
  const child = spawn(process.execPath, ['--import', 'tsx', stage.script, ...stage.args], {
    cwd: root,
    stdio: ['ignore', output, output],
    // A group of its own, so that all of it can be ended.
    detached: process.platform !== 'win32',
    // What an automatic choice of the engine goes by is the stage's own: nothing was measured before it.
    env: {
      ...process.env,
      [outcomeVariable]: outcomeFile,
      GENAI101_STATE: path.dirname(outcomeFile),
    },
  });
  if (typeof output === 'number') closeSync(output);
  return new Promise((resolve) => {
    let late = false;
    const interrupt = () => endTree(child.pid);
    process.once('SIGINT', interrupt);
    process.once('SIGTERM', interrupt);
    const timer = setTimeout(() => {
      late = true;
      endTree(child.pid);
    }, stage.limit * 1000);
    child.once('error', (error) => resolve(`did not start: ${error.message}`));
    child.once('exit', async (status, signal) => {
      clearTimeout(timer);
      process.off('SIGINT', interrupt);
      process.off('SIGTERM', interrupt);
      killGroup(child.pid);
      if (late) resolve(`was ended after its limit of ${stage.limit} s`);
      else if (signal) resolve(`was ended by ${signal}`);
      else if (status && !(await readOutcome(outcomeFile))?.failed)
        resolve(`ended with status ${status}`);
      else resolve(undefined);
    });
  });
}

/** Asks first; after the grace ends what is left, also those who left the group (a browser does). */
function endTree(pid: number | undefined): void {
  if (pid === undefined) return;
  const all = [pid, ...descendants(pid)];
  signal(pid, 'SIGTERM');
  setTimeout(() => {
    for (const one of all) signal(one, 'SIGKILL');
  }, grace).unref();
}

function killGroup(pid: number | undefined): void {
  if (pid !== undefined && process.platform !== 'win32') signal(-pid, 'SIGKILL');
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    // Gone already: what was wanted.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

function descendants(pid: number): number[] {
  if (process.platform === 'win32') return [];
  const table = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' });
  const pairs = table.split('\n').map((line) => line.trim().split(/\s+/).map(Number));
  const found: number[] = [];
  const collect = (parent: number) => {
    for (const [child, of] of pairs) {
      if (of !== parent || child === undefined) continue;
      found.push(child);
      collect(child);
    }
  };
  collect(pid);
  return found;
}
