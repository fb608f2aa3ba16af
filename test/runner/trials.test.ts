import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { RunRecord, TrialRecord } from '../../src/protocol/record.ts';
import { childOf, isRunning } from './processes.ts';
import {
  type Ended,
  fixture,
  lastRecord,
  metric,
  node,
  type RunOptions,
  readRecords,
  root,
  run,
  start,
} from './runner.ts';

const acts = (acts: string, options: RunOptions = {}): RunOptions => ({
  ...options,
  env: { ACTS: acts },
});

/** How each trial ended, by number. */
function ends(records: RunRecord[]): TrialRecord[] {
  const found = new Map<number, TrialRecord>();
  for (const record of records) if (record.type === 'trial') found.set(record.trial, record);
  return [...found.values()].sort((a, b) => a.trial - b.trial);
}

/** Values of one of a trial's own curves. */
function curve(records: RunRecord[], trial: number, name: string): unknown[] {
  return records.flatMap((record) =>
    record.type === 'trialPoints' && record.trial === trial
      ? (record.values[name] ?? []).filter((value) => value !== null)
      : [],
  );
}

function processesOf(records: RunRecord[]): number[] {
  const all = ends(records).flatMap(({ trial }) => curve(records, trial, 'process'));
  return [...new Set(all)].map(Number);
}

const numbers = (ended: Ended) => {
  const trials = ends(ended.records);
  return {
    results: trials.map(({ result }) => result),
    own: trials.map(({ trial }) => curve(ended.records, trial, 'own')),
    losses: trials.map(({ trial }) => curve(ended.records, trial, 'loss')),
    chance: metric(ended.records, 'chance'),
  };
};

describe('the trials of a sweep', () => {
  it('run in processes of their own, two at a time', async () => {
    const ended = await run('sweep.ts', acts('wait,wait,wait,wait'));
    assert.equal(lastRecord(ended).type, 'done', ended.stderr);
    const processes = processesOf(ended.records);
    assert.equal(processes.length, 2);
    const running = ended.records.flatMap((record) =>
      record.type === 'trial' ? [record.status === 'running' ? 1 : -1] : [],
    );
    let now = 0;
    const most = Math.max(...running.map((change) => (now += change)));
    assert.equal(most, 2);
    await gone(processes);
  });

  it('give the same numbers whatever the number of processes, and under a debugger', async () => {
    const four = 'train,train,train,train';
    const one = await run('sweep.ts', acts(four, { tune: { parallel: 1 } }));
    const two = await run('sweep.ts', acts(four));
    const debugged = await underDebugger(four);
    assert.equal(numbers(one).results.length, 4);
    assert.ok(numbers(one).losses.every((losses) => losses.length === 4));
    assert.equal(new Set(numbers(one).own.flat()).size, 4, 'each trial has chance of its own');
    assert.deepEqual(numbers(two), numbers(one));
    assert.deepEqual(numbers(debugged), numbers(one));
    assert.equal(processesOf(debugged.records).length, 1);
  });

  it('that fail, diverge or take their process with them are rows, and the others go on', async () => {
    const all = 'train,diverge,fail,crash,reject,nothing,exit,train';
    const ended = await run('sweep.ts', acts(all));
    assert.equal(lastRecord(ended).type, 'done', ended.stderr);
    const trials = ends(ended.records);
    const failed = ['failed', 'failed', 'failed', 'failed', 'failed'];
    assert.deepEqual(
      trials.map(({ status }) => status),
      ['done', 'diverged', ...failed, 'done'],
    );
    const words = trials.map(({ error }) => error?.message ?? '');
    assert.match(words[2] ?? '', /^No such thing\.$/);
    assert.equal(trials[2]?.error?.line, 12);
    assert.match(words[3] ?? '', /^The trial was killed/);
    assert.match(words[4] ?? '', /^Nobody waits for this\.$/);
    assert.match(words[5] ?? '', /returned nothing/);
    assert.match(words[6] ?? '', /exit code 3/);
    assert.match(ended.stdout, /losses 2\.\d+ NaN NaN NaN NaN NaN NaN 0\.\d+/);
  });

  it('print once what stands above them, and what the script says after', async () => {
    const { stdout } = await run('sweep.ts', acts('train,train'));
    assert.equal(stdout.match(/above the trials/g)?.length, 1);
    assert.equal(stdout.match(/below the trials/g)?.length, 1);
  });

  it('keep what is done when the run is stopped, and leave no process', async () => {
    const running = start('sweep.ts', acts('train,spin,train,spin'));
    await running.until('trials', ({ record }) => record.type === 'trial' && record.trial === 3);
    await sleep(300);
    running.send({ type: 'stop', runId: 'test' });
    const ended = await running.ended;
    assert.equal(lastRecord(ended).type, 'stopped');
    const done = ends(ended.records).filter(({ status }) => status === 'done');
    assert.ok(done.length >= 1 && done.every(({ result }) => Number(result) > 0));
    await gone(processesOf(ended.records));
  });

  it('end, though they never yield, when the whole run is killed', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'genai101-test-'));
    const request = { runId: 'test', file: fixture('sweep.ts'), folder, seed: 1, engine: 'auto' };
    const parent = spawn(node, [fixture('parent.mjs'), path.join(root, 'dist/runner/main.mjs')], {
      env: { ...process.env, ACTS: 'spin,spin', GENAI101_RUN: JSON.stringify(request) },
    });
    while (processesOf(readRecords(folder)).length < 2) await sleep(100);
    process.kill(childOf(parent), 'SIGKILL');
    await gone(processesOf(readRecords(folder)));
  });

  it('run once more alone, for all to see, with the same result', async () => {
    const sweep = await run('sweep.ts', acts('train,train'));
    const { values } = ends(sweep.records)[1] ?? assert.fail('no second trial');
    const alone = await run('sweep.ts', acts('train', { trial: { trial: 2, values } }));
    assert.equal(lastRecord(alone).type, 'done', alone.stderr);
    assert.deepEqual(ends(alone.records)[0]?.result, ends(sweep.records)[1]?.result);
    const losses = metric(alone.records, 'loss').map(({ value }) => value);
    assert.deepEqual(losses, curve(sweep.records, 2, 'loss'));
    assert.doesNotMatch(alone.stdout, /below the trials/);
  });

  it('fail the run where one runs alone and fails', async () => {
    const trial = { trial: 1, values: { rate: 0.1, act: 'fail' } };
    const ended = await run('sweep.ts', acts('train', { trial }));
    const last = lastRecord(ended);
    assert.ok(last.type === 'error' && last.line === 12, ended.stderr);
    assert.equal(ends(ended.records)[0]?.status, 'failed');
  });
});

async function gone(processes: readonly number[]): Promise<void> {
  for (const pid of processes) {
    for (let waited = 0; isRunning(pid); waited += 100) {
      assert.ok(waited < 8000, `${pid} is there after 8 s`);
      await sleep(100);
    }
  }
}

/** As a debugger starts it: it reports over a socket, and nobody listens here. */
async function underDebugger(all: string): Promise<Ended> {
  const address = path.join(mkdtempSync(path.join(tmpdir(), 'g101-')), 'run');
  const server = createServer((socket) => socket.resume()).listen(address);
  await once(server, 'listening');
  try {
    return await run('sweep.ts', acts(all, { socket: address }));
  } finally {
    server.close();
  }
}
