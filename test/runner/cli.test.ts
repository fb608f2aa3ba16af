import assert from 'node:assert/strict';
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as v from 'valibot';
import { RunRecord } from '../../src/protocol/record.ts';
import { childOf, isRunning } from './processes.ts';
import { fixture, node, readRecords, root } from './runner.ts';
import { write } from './script.ts';

interface Cli {
  child: ChildProcess;
  ended: Promise<{ code: number | null; stdout: string; stderr: string }>;
}

function start(...args: string[]): Cli {
  const child = spawn(node, [path.join(root, 'dist/cli.mjs'), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const text = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (chunk: string) => {
      text[name] += chunk;
    });
  }
  return { child, ended: once(child, 'close').then(([code]) => ({ code, ...text })) };
}

const train = (...args: string[]) => start(...args).ended;

function parse(stdout: string): RunRecord[] {
  const lines = stdout.split('\n').filter(Boolean);
  return lines.map((line) => v.parse(RunRecord, JSON.parse(line)));
}

function temporary(): string {
  return mkdtempSync(path.join(tmpdir(), 'genai101-cli-'));
}

describe('npm run train', () => {
  it('prints one record a line under --json, and the script’s own output on stderr', async () => {
    const out = path.join(temporary(), 'new');
    const script = write({
      'both.ts':
        "import { log } from 'genai101';\nconsole.log('my own words');\nlog({ loss: 2 }, 1);\n",
    });
    const { code, stdout, stderr } = await train(script, '--json', '--out', out);
    const records = parse(stdout);
    assert.equal(code, 0);
    assert.deepEqual(
      records.map(({ type }) => type),
      ['start', 'metrics', 'done'],
    );
    assert.deepEqual(records, readRecords(out));
    assert.equal(stderr, 'my own words\n');
  });

  it('puts pictures into --out', async () => {
    const out = temporary();
    const { stdout } = await train(fixture('samples.ts'), '--json', '--out', out);
    const image = parse(stdout).find((record) => record.type === 'images');
    assert.ok(image?.type === 'images' && existsSync(path.join(out, image.file)));
  });

  it('takes engine, seed and epochs', async () => {
    const args = [
      '--engine',
      'cpu',
      '--seed',
      '42',
      '--epochs',
      '3',
      '--json',
      '--out',
      temporary(),
    ];
    const records = parse((await train(fixture('own-log.ts'), ...args)).stdout);
    const [first] = records;
    assert.ok(first?.type === 'start');
    assert.deepEqual([first.engine, first.seed], ['cpu', 42]);
    assert.equal(records.filter((r) => r.type === 'metrics' && 'loss' in r.values).length, 3);
  });

  it('is 1 for a script that failed, with message, file and line', async () => {
    const script = write({ 'fails.ts': "\nthrow new Error('on purpose');\n" });
    const { code, stdout } = await train(script, '--json', '--out', temporary());
    const error = parse(stdout).at(-1);
    assert.ok(error?.type === 'error');
    assert.deepEqual([code, error.message, error.file, error.line], [1, 'on purpose', script, 2]);
  });

  it('is 1 for a script that ran out of memory or was killed, and says so', async () => {
    const out = temporary();
    const script = write({ 'kill.ts': "process.kill(process.pid, 'SIGKILL');\n" });
    const { code, stdout } = await train(script, '--json', '--out', out);
    const error = parse(stdout).at(-1);
    assert.ok(error?.type === 'error');
    assert.equal(code, 1);
    assert.match(error.message, /killed from outside \(SIGKILL\)/);
    assert.deepEqual(readRecords(out).at(-1), error);
  });

  const wrong: [title: string, args: string[], words: RegExp][] = [
    ['no file', [], /^Which file\?/],
    ['two files', ['a.ts', 'b.ts'], /^One file at a time, not also b\.ts\./],
    ['a file that is not there', ['nowhere.ts'], /^There is no file .*nowhere\.ts\./],
    ['an unknown flag', [fixture('fit.ts'), '--fast'], /^Unknown option '--fast'\./],
    [
      'a number that is none',
      [fixture('fit.ts'), '--seed', 'x'],
      /^--seed takes a whole number from 0, not “x”\./,
    ],
    [
      'a negative number',
      [fixture('fit.ts'), '--epochs=-1'],
      /^--epochs takes a whole number from 1/,
    ],
    [
      'no epochs at all',
      [fixture('fit.ts'), '--epochs', '0'],
      /^--epochs takes a whole number from 1/,
    ],
    ['an engine that is none', [fixture('fit.ts'), '--engine', 'v8'], /^There is no engine “v8”\./],
    ['a folder for a file', [import.meta.dirname], /^\S+ is not a file\./],
    [
      'an --out that is a file',
      [fixture('fit.ts'), '--out', fixture('fit.ts')],
      /^--out \S+ cannot be a folder for the run \(EEXIST\)\./,
    ],
    [
      'a flag without its value',
      [fixture('fit.ts'), '--out'],
      /^Option '--out <value>' argument missing/,
    ],
  ];
  for (const [title, args, words] of wrong) {
    it(`is 2 for ${title}, with the usage in one line`, async () => {
      const { code, stdout, stderr } = await train(...args);
      assert.deepEqual([code, stdout], [2, '']);
      assert.match(stderr, words);
      assert.match(stderr, /^[^\n]* Usage: train FILE .*\n$/);
    });
  }

  for (const script of ['long/awaits.ts', 'long/silent.ts']) {
    it(`is 130 when ${script} is interrupted, and leaves nothing running`, async () => {
      const out = temporary();
      const cli = start(fixture(script), '--json', '--out', out);
      await once(cli.child.stdout ?? assert.fail(), 'data');
      const runner = childOf(cli.child);
      assert.ok(isRunning(runner));
      cli.child.kill('SIGINT');
      const { code, stdout } = await cli.ended;
      assert.equal(code, 130);
      assert.equal(parse(stdout).at(-1)?.type, 'stopped');
      assert.equal(readRecords(out).at(-1)?.type, 'stopped');
      assert.ok(!isRunning(runner));
    });
  }

  it('does not wait when interrupted twice', async () => {
    const cli = start(fixture('long/silent.ts'), '--json', '--out', temporary());
    await once(cli.child.stdout ?? assert.fail(), 'data');
    const asked = performance.now();
    cli.child.kill('SIGINT');
    setTimeout(() => cli.child.kill('SIGINT'), 100);
    const { code } = await cli.ended;
    assert.equal(code, 130);
    assert.ok(performance.now() - asked < 900);
  });

  it('tells a person how it goes, and where it is recorded', async () => {
    const { code, stdout, stderr } = await train(fixture('samples.ts'));
    assert.deepEqual([code, stdout], [0, '']);
    assert.match(stderr, /^portable engine\. /);
    assert.match(stderr, /step 2 of 2 {2}100 %/);
    assert.match(stderr, /Done in [\d.]+ s\.\nRecorded in .*genai101-run-/);
  });

  it('ends with the script, though it has something to explore', async () => {
    assert.equal((await train(fixture('explore.ts'))).code, 0);
  });

  it('goes on when nobody reads its output any more', async () => {
    const out = temporary();
    const command = `"${node}" "${root}/dist/cli.mjs" "${fixture('fit.ts')}" --json --out "${out}" | head -1`;
    execFileSync('sh', ['-c', command]);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    assert.equal(readRecords(out).at(-1)?.type, 'done');
  });

  it('runs on the Node it finds, from the folder where it is typed', () => {
    const folder = path.dirname(write({ 'here.mjs': 'console.log(process.version);\n' }));
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
    const args = ['run', '-s', '--prefix', root, 'train', '--', 'here.mjs'];
    const stdout = execFileSync(npm, args, { cwd: folder, encoding: 'utf8', stdio: 'pipe' });
    const [, major] = /^v(\d+)\./.exec(stdout) ?? [];
    assert.ok(Number(major) >= 22, stdout);
  });
});
