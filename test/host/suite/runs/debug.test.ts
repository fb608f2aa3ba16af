import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { Workshop } from './workshop.ts';

describe('Debug', () => {
  let workshop: Workshop;
  before(async () => {
    workshop = await Workshop.open();
  });
  after(async () => {
    vscode.debug.removeBreakpoints(vscode.debug.breakpoints);
    await workshop.close();
  });

  it('stops at a breakpoint at the learner’s own line, and reports meanwhile', async () => {
    const file = await workshop.script('debugged.ts', [
      "import { log } from 'genai101';",
      '',
      'interface Point { x: number }',
      'const point: Point = { x: 1 };',
      'log({ x: point.x }, 0);',
      'log({ x: point.x + 1 }, 1);',
    ]);
    vscode.debug.addBreakpoints([
      new vscode.SourceBreakpoint(new vscode.Location(file, new vscode.Position(5, 0))),
    ]);
    const run = await workshop.runs.start({ file, debug: true });
    await workshop.until(() => vscode.debug.activeStackItem instanceof vscode.DebugStackFrame);
    const session = vscode.debug.activeDebugSession;
    const item = vscode.debug.activeStackItem;
    const threadId = item?.threadId;
    const trace = await session?.customRequest('stackTrace', { threadId });
    assert.equal(trace.stackFrames[0].line, 6);
    assert.equal(vscode.Uri.file(trace.stackFrames[0].source.path).fsPath, file.fsPath);
    assert.equal(run.head.status, 'running');
    await session?.customRequest('continue', { threadId });
    await workshop.until(() => !run.isLive);
    assert.equal(run.head.status, 'done');
    assert.deepEqual(run.metrics(), { x: 2 });
  });

  it('ends its session on Stop, even where the script never yields', async () => {
    const file = await workshop.script('stuck.ts', [
      "import { log } from 'genai101';",
      'log({ x: 1 }, 0);',
      'for (;;);',
    ]);
    const run = await workshop.runs.start({ file, debug: true });
    await workshop.until(() => run.metrics().x === 1);
    const ended: string[] = [];
    const listener = vscode.debug.onDidTerminateDebugSession(({ name }) => ended.push(name));
    await workshop.runs.stop(run.runId);
    assert.equal(run.head.status, 'stopped');
    await workshop.until(() => ended.includes('stuck.ts'));
    listener.dispose();
  });
});
