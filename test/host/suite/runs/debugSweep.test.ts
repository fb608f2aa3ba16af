import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import type { Run } from '../../../../src/host/runs/run.ts';
import { isAlive, Workshop } from './workshop.ts';

const lines = [
  "import { log, trials } from 'genai101';",
  '',
  'const evaluate = trials(async ({ rate }: { rate: number }) => {',
  '  const loss = 1 / rate;',
  '  log({ loss, process: process.pid }, 0);',
  '  return loss;',
  '});',
  'await Promise.all([{ rate: 2 }, { rate: 4 }].map(evaluate));',
];

describe('Debug of a sweep', function () {
  this.timeout(90_000); // on a busy machine the debugger alone takes ten seconds to start
  let workshop: Workshop;
  let file: vscode.Uri;
  before(async () => {
    workshop = await Workshop.open();
    file = await workshop.script('debugged-sweep.ts', lines);
  });
  beforeEach(() => {
    const place = new vscode.Location(file, new vscode.Position(4, 0));
    vscode.debug.addBreakpoints([new vscode.SourceBreakpoint(place)]);
  });
  afterEach(() => vscode.debug.removeBreakpoints(vscode.debug.breakpoints));
  after(() => workshop.close());

  /** Waits until a trial with this rate stands at the breakpoint. */
  async function pausedAt(rate: number): Promise<void> {
    const end = Date.now() + 40_000;
    while ((await rateOnShow()) !== String(rate)) {
      assert.ok(Date.now() < end, `no stop at rate ${rate}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  async function go(): Promise<void> {
    const threadId = vscode.debug.activeStackItem?.threadId;
    await vscode.debug.activeDebugSession?.customRequest('continue', { threadId });
  }

  const ends = async (run: Run) =>
    (await run.trials()).flatMap((record) =>
      record.type === 'trial' ? `${record.trial} ${record.status} ${record.result}` : [],
    );

  it('stops inside the objective in one trial after the other, in the run’s own process', async () => {
    const run = await workshop.runs.start({ file, debug: true });
    await pausedAt(2);
    await go();
    await pausedAt(4);
    await go();
    await workshop.until(() => !run.isLive);
    assert.equal(run.head.status, 'done');
    assert.deepEqual(await ends(run), ['1 done 0.5', '2 done 0.25']);
    const processes = await processesOf(run);
    assert.equal(processes.length, 1);
    await workshop.until(() => !isAlive(processes[0]));
  });

  it('keeps on Stop, at a breakpoint, the trials that are done', async () => {
    const run = await workshop.runs.start({ file, debug: true });
    await pausedAt(2);
    await go();
    await pausedAt(4);
    await workshop.runs.stop(run.runId);
    assert.equal(run.head.status, 'stopped');
    assert.deepEqual(await ends(run), ['1 done 0.5', '2 running undefined']);
    const [process] = await processesOf(run);
    await workshop.until(() => !isAlive(process));
  });
});

/** What the learner would see on hovering over `rate`. */
async function rateOnShow(): Promise<string | undefined> {
  const item = vscode.debug.activeStackItem;
  if (!(item instanceof vscode.DebugStackFrame)) return undefined;
  const { frameId } = item;
  try {
    const request = { expression: 'rate', frameId, context: 'hover' };
    return (await item.session.customRequest('evaluate', request)).result;
  } catch {
    return undefined; // it went on meanwhile
  }
}

async function processesOf(run: Run): Promise<number[]> {
  const values = (await run.trials()).flatMap((record) =>
    record.type === 'trialPoints' ? (record.values.process ?? []) : [],
  );
  return [...new Set(values)].map(Number);
}
