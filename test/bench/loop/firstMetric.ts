/** From the click on ▶ to the first curve, and what activation takes: each time in a fresh profile. */
import type { Page } from 'playwright-core';
import { firstMetric, openExample, openTraining, runLens } from '../../host/loop.ts';
import { openSession } from '../../host/session.ts';
import { runCommand } from '../../host/workbench.ts';
import { type Figure, median, round } from './figure.ts';

const example = 'autoencoders/autoencoder.ts';
/** VS Code's own extensions start with the window; its TypeScript server reads the project once a script is open. */
const settle = 5000; // ms

export async function measureFirstMetric(repeats: number): Promise<Figure[]> {
  const seconds: number[] = [];
  const activations: number[] = [];
  for (let i = 0; i < repeats; i++) {
    const once = await measureOnce();
    seconds.push(once.seconds);
    activations.push(once.activation);
  }
  return [
    {
      name: `▶ to first metric, ${example.split('/')[1]}`,
      value: median(seconds),
      unit: 's',
      limit: 2,
      detail: `median of ${seconds.map(round).join(', ')}`,
    },
    {
      name: 'activation, in a window at rest',
      value: median(activations),
      unit: 'ms',
      limit: 50,
      detail: `median of ${activations.map(round).join(', ')}`,
    },
  ];
}

async function measureOnce(): Promise<{ seconds: number; activation: number }> {
  const session = await openSession();
  try {
    await session.page.waitForTimeout(settle);
    const training = await openTraining(session.page);
    await openExample(session, example);
    await session.page.waitForTimeout(settle);
    const lens = runLens(session.page);
    const began = performance.now();
    await lens.click();
    await firstMetric(training);
    const seconds = (performance.now() - began) / 1000;
    return { seconds, activation: await activationTime(session.page) };
  } finally {
    await session.close();
  }
}

/** What VS Code itself calls the activation: loading the code and calling activate(), in ms. */
export async function activationTime(page: Page): Promise<number> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await runCommand(page, 'Developer: Startup Performance');
  const editor = page.locator('.editor-instance', { hasText: 'System Info' });
  await editor.locator('.view-lines').click({ timeout: 20_000 });
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Control+C');
  const text = await page.evaluate<string>('navigator.clipboard.readText()');
  const row = /^\|\s*genai101\.genai-101\s*\|(.*)$/m.exec(text)?.[1];
  if (!row) throw new Error('VS Code does not list the activation of the extension.');
  const [, load, call] = row.split('|').map(Number);
  return (load ?? Number.NaN) + (call ?? Number.NaN);
}
