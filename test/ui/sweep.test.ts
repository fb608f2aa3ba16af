import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Frame } from 'playwright-core';
import { openSession, type Session } from '../host/session.ts';
import { codeLens, openContainer, webview } from '../host/workbench.ts';
import { isRunning } from '../runner/processes.ts';

const limit = 30_000;

/** Two of eight trials wait for a file beside the script: until a test writes it, the sweep stands still. */
const sweep = `import { appendFileSync, existsSync } from 'node:fs';
import { log, trials } from 'genai101';

const evaluate = trials(async ({ rate, momentum }) => {
  appendFileSync('processes', \`\${process.pid}\\n\`);
  while (rate > 1 && !existsSync('go')) await new Promise((resolve) => setTimeout(resolve, 50));
  if (momentum > 1) throw new Error('A momentum above 1 never rests.');
  let [x, speed] = [1, 0];
  for (let step = 0; step < 200; step++) {
    log({ loss: x * x }, step);
    speed = momentum * speed - rate * 2 * x;
    x += speed;
  }
  return x * x;
}, { measure: 'final loss', workers: 2 });

const grid = [0.001, 0.003, 0.01].flatMap((rate) => [0, 0.5].map((momentum) => ({ rate, momentum })));
await Promise.all([...grid, { rate: 40, momentum: 0 }, { rate: 2, momentum: 2 }].map(evaluate));
`;

describe('a sweep in the workbench', () => {
  let session: Session;
  let training: Frame;
  before(async () => {
    session = await openSession({ files: { 'sweep.ts': sweep } });
    await openContainer(session.page, 'GenAI 101');
    await session.remote.evaluate(
      async (vscode, file) => {
        await vscode.window.showTextDocument(vscode.Uri.file(file), { preview: false });
      },
      path.join(session.folder, 'sweep.ts'),
    );
  });
  after(() => session?.close());

  const says = (text: string | RegExp) =>
    training.getByText(text).first().waitFor({ timeout: limit });
  const button = (name: string | RegExp) => training.getByRole('button', { name });
  const plot = () => training.getByRole('slider', { name: /^Trials side by side/ });
  const row = (trial: number) => training.locator('.trial-rows tbody tr').nth(trial - 1);

  /** Clicks a row, and gives what its trial's part says. */
  async function look(trial: number): Promise<string> {
    await row(trial).locator('td').first().click();
    const detail = training.getByRole('region', { name: `Trial ${trial}`, exact: true });
    return detail.innerText({ timeout: limit });
  }

  it('fills plot and table while it runs, and shows a row’s curve', async () => {
    await codeLens(session.page, '▶ Run').click({ timeout: limit });
    training = await webview(session.page, '.trial-rows', limit);
    await says(/^8 trials: 6 done, 2 running/);
    assert.equal(await plot().getAttribute('aria-valuemax'), '8');
    assert.match(await look(2), /final loss [\s\S]*rate 0\.001, momentum 0\.5/);
    assert.match((await plot().getAttribute('aria-valuetext')) ?? '', /^trial 2: rate 0\.001/);
    await training.locator('.trial-detail canvas').waitFor({ timeout: limit });
    assert.ok(await button('Re-run with these values').isDisabled());
  });

  it('keeps on Stop what is done, and leaves no process', async () => {
    const processes = (await readFile(path.join(session.folder, 'processes'), 'utf8'))
      .trimEnd()
      .split('\n')
      .map(Number);
    assert.equal(new Set(processes).size, 2);
    assert.ok(processes.every(isRunning));
    await button('Stop').click();
    await says(/^8 trials: 6 done, 2 stopped; best final loss/);
    await until(() => !processes.some(isRunning));
  });

  it('shows trials that fail or diverge as rows when it is run again', async () => {
    await writeFile(path.join(session.folder, 'go'), '');
    await button('Run again').click();
    await says(/^8 trials: 6 done, 1 diverged, 1 failed/);
    await says(/^Done/);
    assert.equal(await row(8).locator('td').first().innerText(), 'failed');
    assert.match(await look(7), /diverged[\s\S]*training blew up/);
    assert.match(await look(8), /failed[\s\S]*A momentum above 1 never rests\. \(line 7\)/);
  });

  it('runs one trial again alone, to the same result', async () => {
    const result = await row(3).locator('td').first().innerText();
    await look(3);
    await button('Re-run with these values').click();
    await says(/^1 trial: 1 done/);
    assert.equal(await row(1).locator('td').first().innerText(), result);
    assert.match(await row(1).locator('th').innerText(), /^3 ★/);
    await training.locator('.chart .legend').getByText('loss').first().waitFor({ timeout: limit });
  });
});

async function until(isSo: () => boolean): Promise<void> {
  for (const end = Date.now() + limit; !isSo(); ) {
    assert.ok(Date.now() < end, `not so after ${limit / 1000} s: ${isSo}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
