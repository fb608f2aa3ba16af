import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describeExit } from '../../src/protocol/exit.ts';
import { isRunning } from './processes.ts';
import { fixture, lastRecord, metric, node, type Run, root, run, start } from './runner.ts';
import { write } from './script.ts';

async function stopped(running: Run): Promise<void> {
  const asked = performance.now();
  running.send({ type: 'stop', runId: 'test' });
  const ended = await running.ended;
  assert.ok(performance.now() - asked < 1000, 'within a second');
  assert.equal(ended.code, 130);
  assert.equal(lastRecord(ended).type, 'stopped');
  const last = ended.messages.at(-1);
  assert.ok(last?.type === 'finished' && last.outcome === 'stopped');
}

describe('stopping a run', () => {
  it('stops a loop that only awaits tensors', async () => {
    const running = start('long/awaits.ts');
    await running.until('tunables');
    await stopped(running);
  });

  it('stops model.fit in the middle of an epoch', async () => {
    const running = start('long/fit.ts');
    await running.until('metrics');
    await stopped(running);
  });

  it('stops a script that waits', async () => {
    const running = start(write({ 'waits.ts': 'await new Promise((r) => setTimeout(r, 1e6));\n' }));
    await running.until('started');
    await stopped(running);
  });

  it('streams a loop that never yields, which SIGTERM ends with everything recorded', async () => {
    const running = start('long/spin.ts');
    await running.until('metrics', ({ steps }) => (steps[0] ?? 0) > 100);
    running.child.kill('SIGTERM');
    const { signal, messages, records } = await running.ended;
    assert.equal(signal, 'SIGTERM');
    const batches = messages.filter(({ type }) => type === 'metrics');
    assert.ok(batches.length > 1, 'more than one batch while it never yielded');
    assert.deepEqual(
      metric(records, 'busy').map(({ step }) => step),
      metric(records, 'busy').map((_, i) => i),
    );
  });

  it('ends when whoever started it is gone', async () => {
    const running = start('long/awaits.ts');
    await running.until('tunables');
    running.child.disconnect();
    const { code, records } = await running.ended;
    assert.equal(code, 130);
    assert.equal(records.at(-1)?.type, 'stopped');
  });

  it('ends though it never yields, when whoever started it was killed', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'genai101-test-'));
    const request = {
      runId: 'test',
      file: fixture('long/silent.ts'),
      folder,
      seed: 1,
      engine: 'auto',
    };
    const parent = spawn(node, [fixture('parent.mjs'), path.join(root, 'dist/runner/main.mjs')], {
      env: { ...process.env, GENAI101_RUN: JSON.stringify(request) },
    });
    const [printed] = await once(parent.stdout, 'data');
    const runner = Number(printed);
    assert.ok(isRunning(runner));
    parent.kill('SIGKILL');
    const killed = performance.now();
    while (isRunning(runner)) {
      assert.ok(performance.now() - killed < 8000, 'within 8 s');
      await sleep(100);
    }
  });

  it('ignores messages that are none, with a note', async () => {
    const running = start('long/awaits.ts');
    await running.until('tunables');
    const odd = [null, 'stop', 7, [], {}, { type: 'stop' }, { type: 'stop', runId: 'another' }];
    const broken = [
      { type: 'tune', runId: 'test', name: 'rate', value: 'fast' },
      { type: 'tune', runId: 'test', name: 'rate', value: Number.NaN },
      { type: 'explore', runId: 'test', requestId: 1, name: 'x', values: [1, '2'] },
      { type: 'constructor', runId: 'test' },
    ];
    for (const message of [...odd, ...broken]) running.send(message);
    await sleep(200);
    assert.equal(running.child.exitCode, null);
    running.send({ type: 'stop', runId: 'test' });
    const { code, stderr } = await running.ended;
    assert.equal(code, 130);
    assert.equal(stderr.match(/was ignored/g)?.length, odd.length + broken.length);
  });
});

describe('a run that dies', () => {
  it('leaves what it recorded, and memory that ran out is told as such', async () => {
    const script = write({
      'memory.ts':
        "import { log } from 'genai101';\nlog({ kept: 1 }, 1);\nconst hoard: number[][] = [];\nfor (;;) hoard.push(new Array(1e6).fill(hoard.length));\n",
    });
    const { code, signal, stderr, records } = await run(script, {
      nodeArgs: ['--max-old-space-size=100'],
    });
    assert.deepEqual(metric(records, 'kept'), [{ step: 1, value: 1 }]);
    assert.match(
      describeExit(code, signal, stderr).message,
      /^The script ran out of memory\. Dispose/,
    );
  });

  it('killed from outside, it leaves what it recorded', async () => {
    const running = start('long/silent.ts');
    await running.until('metrics');
    running.child.kill('SIGKILL');
    const { code, signal, stderr, records } = await running.ended;
    assert.deepEqual(metric(records, 'kept'), [{ step: 1, value: 1 }]);
    assert.match(describeExit(code, signal, stderr).message, /killed from outside \(SIGKILL\)/);
  });

  it('prints a million lines and loses none', async () => {
    const { code, stdout } = await run('long/million.ts');
    assert.equal(code, 0);
    assert.equal(stdout.split('\n').length, 1_000_001);
    assert.ok(stdout.endsWith('line 999999\n'));
  });
});
