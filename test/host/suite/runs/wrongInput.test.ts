import { strict as assert } from 'node:assert';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import * as vscode from 'vscode';
import type { Run } from '../../../../src/host/runs/run.ts';
import { ErrorMarks } from '../../../../src/host/runs/show/errorMarks.ts';
import { isAlive, Workshop } from './workshop.ts';

describe('Wrong input', () => {
  let workshop: Workshop;
  let marks: ErrorMarks;
  before(async () => {
    workshop = await Workshop.open();
    marks = new ErrorMarks(workshop.runs);
  });
  after(async () => {
    marks.dispose();
    await workshop.close();
  });

  it('a script that is not there is said to be missing', async () => {
    const file = vscode.Uri.file(path.join(workshop.folder, 'nowhere.ts'));
    await assert.rejects(workshop.runs.start({ file }), /There is no script .*nowhere\.ts/);
    assert.equal(workshop.runs.live.length, 0);
  });

  it('a file of another kind is not run', async () => {
    const file = await workshop.script('notes.md', ['# Notes']);
    await assert.rejects(workshop.runs.start({ file }), /is no script/);
  });

  it('a syntax error is marked at its line', async () => {
    const run = await workshop.run('syntax.ts', ['const a = 1;', 'const b = ;']);
    assert.equal(run.head.status, 'failed');
    assert.equal(markIn(run)?.range.start.line, 1);
  });

  it('an error is marked at the line that threw, until that line is edited', async () => {
    const run = await workshop.run('throws.ts', [
      'interface Shape { sides: number }',
      'const shape: Shape = { sides: 3 };',
      '',
      "if (shape.sides === 3) throw new Error('no triangles');",
    ]);
    assert.equal(run.head.error?.line, 4);
    const mark = markIn(run);
    assert.match(mark?.message ?? '', /no triangles/);
    assert.equal(mark?.range.start.line, 3);
    const editor = await vscode.window.showTextDocument(vscode.Uri.file(run.head.script));
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '// one more line\n'));
    assert.equal(markIn(run)?.range.start.line, 4);
    await editor.edit((edit) => edit.insert(new vscode.Position(4, 0), ' '));
    assert.equal(markIn(run), undefined);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('a script that never yields is stopped, with what it logged kept', async () => {
    const file = await workshop.script('never.ts', [
      "import { log } from 'genai101';",
      'log({ loss: 1 }, 0);',
      'for (;;);',
    ]);
    const run = await workshop.runs.start({ file });
    await workshop.until(() => run.metrics().loss === 1);
    const began = Date.now();
    await workshop.runs.stop(run.runId);
    assert.ok(Date.now() - began < 3500);
    assert.equal(run.head.status, 'stopped');
    assert.deepEqual(run.metrics(), { loss: 1 });
    assert.equal(isAlive(run.head.runner), false);
  });

  it('a script that eats memory ends in a sentence about memory', async () => {
    // Four gigabytes have to be filled first: seconds, or many of them on a busy machine.
    const lines = [
      "import { log } from 'genai101';",
      'log({ loss: 1 }, 0);',
      'const kept = [];',
      'for (;;) kept.push(new Array(4e6).fill(0.5));',
    ];
    const run = await workshop.run('memory.ts', lines, 90_000);
    assert.equal(run.head.status, 'failed');
    assert.match(run.head.error?.message ?? '', /memory/);
    assert.deepEqual(run.metrics(), { loss: 1 });
  }).timeout(100_000);

  it('a script killed from outside says so', async () => {
    const run = await workshop.run('killed.ts', [
      "import { log } from 'genai101';",
      'for (let step = 0; step < 100; step++) log({ step }, step);',
      "process.kill(process.pid, 'SIGKILL');",
    ]);
    assert.equal(run.head.status, 'failed');
    assert.match(run.head.error?.message ?? '', /killed from outside/);
    assert.deepEqual(run.metrics(), { step: 99 });
    assert.equal((await run.curves())[0]?.steps.length, 100);
  });

  it('a million lines are all on disk, and the editor answers meanwhile', async () => {
    const file = await workshop.script('chatty.ts', [
      "for (let i = 0; i < 1_000_000; i++) console.log('line ' + i);",
    ]);
    const run = await workshop.runs.start({ file });
    const waits: number[] = [];
    while (run.isLive) {
      const began = performance.now();
      await vscode.commands.executeCommand('genai101.__none').then(undefined, () => undefined);
      waits.push(performance.now() - began);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    await workshop.runs.left(run.runId);
    const log = path.join(run.folder.fsPath, 'output.log');
    assert.equal(run.head.status, 'done');
    assert.ok((await readFile(log, 'utf8')).endsWith('line 999999\n'));
    assert.equal((await stat(log)).size, 11_888_890);
    assert.ok(Math.max(...waits) < 1000, `longest wait ${Math.max(...waits)} ms`);
  }).timeout(60_000);

  it('malformed messages and messages of another run are ignored', async () => {
    const run = await workshop.run('liar.ts', [
      "import { log } from 'genai101';",
      "process.send({ type: 'finished' });",
      "process.send('hello');",
      "process.send({ type: 'metrics', runId: 'x', names: ['a'], steps: new Float64Array(1),",
      '  values: new Float64Array(9), present: new Uint8Array(1) });',
      "process.send({ type: 'finished', runId: 'x', outcome: 'failed', seconds: 1 });",
      'log({ loss: 2 }, 1);',
    ]);
    assert.equal(run.head.status, 'done');
    assert.deepEqual(run.metrics(), { loss: 2 });
  });

  function markIn(run: Run): vscode.Diagnostic | undefined {
    const all = vscode.languages.getDiagnostics(vscode.Uri.file(run.head.script));
    return all.find((mark) => mark.source === 'GenAI 101');
  }
});
