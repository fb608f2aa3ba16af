import { strict as assert } from 'node:assert';
import { appendFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as vscode from 'vscode';
import type { Run } from '../../../../src/host/runs/run.ts';
import { isAlive, Workshop } from './workshop.ts';

const endless = [
  "import { log } from 'genai101';",
  'for (let step = 0; ; step++) {',
  '  log({ loss: 1 / (step + 1) }, step);',
  '  await new Promise((resolve) => setTimeout(resolve, 20));',
  '}',
];

describe('Runs', () => {
  let workshop: Workshop;
  before(async () => {
    workshop = await Workshop.open();
  });
  after(() => workshop.close());

  it('keeps head, script and every record of a run on disk', async () => {
    const run = await workshop.run('short.ts', [
      '/**',
      ' * A short one',
      ' */',
      "import { log } from 'genai101';",
      'for (let step = 0; step < 500; step++) log({ loss: 500 - step }, step);',
    ]);
    const head = JSON.parse(await readFile(path.join(run.folder.fsPath, 'run.json'), 'utf8'));
    assert.equal(head.status, 'done');
    assert.equal(head.title, 'A short one');
    assert.equal(head.engine.name, 'portable');
    assert.deepEqual(head.metrics, { loss: 1 });
    const copy = path.join(run.folder.fsPath, 'script.ts');
    assert.equal(await readFile(copy, 'utf8'), await readFile(run.head.script, 'utf8'));
    assert.equal((await workshop.events(run)).length, 502);
    const [loss] = await run.curves();
    assert.equal(loss?.steps.length, 500);
  });

  it('runs two scripts at once, and restarts one that runs already', async () => {
    const { runs } = workshop;
    const first = await workshop.script('first.ts', endless);
    const second = await workshop.script('second.mjs', endless);
    const [a, b] = await Promise.all([runs.start({ file: first }), runs.start({ file: second })]);
    await workshop.until(() => hasMetrics(a) && hasMetrics(b));
    assert.equal(runs.live.length, 2);
    const again = await runs.start({ file: first });
    assert.equal(a.head.status, 'stopped');
    assert.equal(isAlive(a.head.runner), false);
    assert.equal(runs.liveFor(first), again);
    assert.equal(runs.liveFor(second), b);
    await Promise.all([runs.stop(again.runId), runs.stop(b.runId)]);
    assert.equal(runs.live.length, 0);
  });

  it('three quick starts of one script leave one run', async () => {
    const { runs } = workshop;
    const file = await workshop.script('quick.ts', endless);
    await Promise.all([runs.start({ file }), runs.start({ file }), runs.start({ file })]);
    const live = runs.live.filter((run) => run.head.script === file.fsPath);
    assert.equal(live.length, 1);
    await runs.stop(live[0]?.runId ?? '');
  });

  it('saves what was typed before it runs', async () => {
    const file = await workshop.script('typed.ts', ['']);
    const editor = await vscode.window.showTextDocument(file);
    const text = "import { log } from 'genai101';\nlog({ typed: 7 }, 0);\n";
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), text));
    const run = await workshop.runs.start({ file });
    assert.equal(editor.document.isDirty, false);
    await workshop.until(() => !run.isLive);
    assert.deepEqual(run.metrics(), { typed: 7 });
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  });

  it('stops politely: what was logged before Stop is there', async () => {
    const file = await workshop.script('polite.ts', endless);
    const run = await workshop.runs.start({ file });
    await workshop.until(() => hasMetrics(run));
    const began = Date.now();
    await workshop.runs.stop(run.runId);
    assert.ok(Date.now() - began < 1000, 'no signal was needed');
    assert.equal(run.head.status, 'stopped');
    assert.equal(JSON.parse((await workshop.events(run)).at(-1) ?? '').type, 'stopped');
  });

  it('hands slider values on, and remembers them', async () => {
    const file = await workshop.script('tuned.ts', [
      "import { log, tune } from 'genai101';",
      'const rates = tune({ rate: 0.5 });',
      'for (let step = 0; rates.rate === 0.5; step++) {',
      '  await new Promise((resolve) => setTimeout(resolve, 20));',
      '}',
      'log({ rate: rates.rate }, 1);',
    ]);
    const run = await workshop.runs.start({ file });
    await workshop.until(() => run.view().tunables.length > 0);
    workshop.runs.tune(run.runId, 'rate', 0.25);
    await workshop.until(() => !run.isLive);
    assert.deepEqual(run.metrics(), { rate: 0.25 });
    assert.deepEqual(run.head.tuned, { rate: 0.25 });
  });

  it('a run that is cut off mid-write is opened up to its last whole line', async () => {
    const { runs } = workshop;
    const run = await workshop.run('cut.ts', [
      "import { log } from 'genai101';",
      'log({ loss: 3 }, 0);',
      'log({ loss: 2 }, 1);',
    ]);
    const events = path.join(run.folder.fsPath, 'events.jsonl');
    await appendFile(events, '{"type":"of a later version"}\n{"type":"metrics","step":2,"val');
    await changeHead(run, { status: 'running' });
    runs.dispose();
    const again = workshop.reopen();
    await again.load();
    const found = again.get(run.runId);
    assert.equal(found?.head.status, 'stopped');
    assert.deepEqual(await found?.curves(), [{ name: 'loss', steps: [0, 1], values: [3, 2] }]);
  });

  it('passes over folders that are no runs', async () => {
    const stray = path.join(workshop.folder, 'runs', 'stray');
    await mkdir(stray);
    await writeFile(path.join(stray, 'run.json'), '{"runId":"../../elsewhere"}');
    const runs = workshop.reopen();
    await runs.load();
    assert.ok(runs.all.length > 0);
    assert.ok(runs.all.every((run) => run.runId !== 'stray' && !run.runId.includes('/')));
  });

  it('answers while it explores, and says why it cannot afterwards', async () => {
    const file = await workshop.script('explorer.ts', [
      "import * as tf from '@tensorflow/tfjs-node';",
      "import { explore } from 'genai101';",
      "explore('plane', { x: [-1, 1], y: [-1, 1] }, ({ x }) => tf.fill([2, 2, 1], x > 0 ? 1 : 0));",
    ]);
    const run = await workshop.runs.start({ file });
    await workshop.until(() => run.head.status === 'exploring');
    const { image } = await workshop.runs.explore(run.runId, 'plane', [1, 0]);
    assert.deepEqual([image?.width, image?.height, image?.pixels[0]], [2, 2, 255]);
    await workshop.runs.stop(run.runId);
    assert.equal(run.head.status, 'done');
    await assert.rejects(workshop.runs.explore(run.runId, 'plane', [1, 0]), /has ended/);
    // What it could be asked is kept: a gallery opened later offers to run it again.
    assert.deepEqual(
      run.view().explorers.map(({ name }) => name),
      ['plane'],
    );
  });

  it('deletes a run with its folder', async () => {
    const run = await workshop.run('gone.ts', [
      "import { log } from 'genai101';",
      'log({ a: 1 }, 0);',
    ]);
    await workshop.runs.remove(run.runId);
    assert.equal(workshop.runs.get(run.runId), undefined);
    await assert.rejects(readFile(path.join(run.folder.fsPath, 'run.json')));
  });

  it('leaves no process behind when the window closes', async () => {
    const file = await workshop.script('left.ts', endless);
    const run = await workshop.runs.start({ file });
    await workshop.until(() => hasMetrics(run));
    workshop.runs.dispose();
    await workshop.until(() => !isAlive(run.head.runner));
    const again = workshop.reopen();
    await again.load();
    assert.equal(again.get(run.runId)?.head.status, 'stopped');
  });
});

function hasMetrics(run: Run): boolean {
  return Object.keys(run.metrics()).length > 0;
}

async function changeHead(run: Run, change: object): Promise<void> {
  const file = path.join(run.folder.fsPath, 'run.json');
  const head = JSON.parse(await readFile(file, 'utf8'));
  await writeFile(file, JSON.stringify({ ...head, ...change }));
}
