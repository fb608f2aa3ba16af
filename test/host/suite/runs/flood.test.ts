import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { Workshop } from './workshop.ts';

/** The issue asks for 60 s; the bench runs that, this keeps the same path from breaking. */
const seconds = 6;
const perSecond = 5000;

describe('A flood of metrics', () => {
  let workshop: Workshop;
  before(async () => {
    workshop = await Workshop.open();
  });
  after(() => workshop.close());

  it('is whole on disk, within bounds in memory, and commands answer meanwhile', async () => {
    const file = await workshop.script('flood.ts', [
      "import { log } from 'genai101';",
      'const began = performance.now();',
      `const total = ${seconds * perSecond};`,
      'for (let step = 0; step < total; ) {',
      `  const due = ((performance.now() - began) * ${perSecond}) / 1000;`,
      '  for (; step < due && step < total; step++) log({ loss: Math.sin(step), rate: step }, step);',
      '  await new Promise((resolve) => setTimeout(resolve, 5));',
      '}',
    ]);
    const run = await workshop.runs.start({ file });
    const waits: number[] = [];
    while (run.isLive) {
      const asked = performance.now();
      await vscode.commands.executeCommand('genai101.showTraining');
      waits.push(performance.now() - asked);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    assert.equal(run.head.status, 'done');
    assert.equal((await workshop.events(run)).length, seconds * perSecond + 2);
    for (const curve of await run.curves()) {
      assert.ok(curve.steps.length <= 4000);
      assert.equal(curve.steps.at(-1), seconds * perSecond - 1);
    }
    waits.sort((a, b) => a - b);
    const median = waits[waits.length >> 1] ?? 0;
    assert.ok(median < 200, `a command took ${median} ms in the median`);
  });
});
