/** The steps of the learning loop as a learner takes them. */
import type { Frame, Page } from 'playwright-core';
import type { Session } from './session.ts';
import { codeLens, openContainer, webview } from './workbench.ts';

/** Opens the learner's copy of an example, for example 'autoencoders/autoencoder.ts'. */
export async function openExample(session: Session, example: string): Promise<void> {
  await session.remote.evaluate(
    (vscode, id) => vscode.commands.executeCommand<void>('genai101.openExample', id),
    example,
  );
  await runLens(session.page).waitFor({ timeout: 30_000 });
}

export function runLens(page: Page) {
  return codeLens(page, 'Run');
}

/** The Training view, with the container of the course open. */
export async function openTraining(page: Page): Promise<Frame> {
  const container = page.locator('.activitybar .action-item', {
    has: page.locator('.action-label[aria-label^="GenAI 101"]'),
  });
  if (!(await container.getAttribute('class'))?.includes('checked')) {
    await openContainer(page, 'GenAI 101');
  }
  return webview(page, '.training, .empty');
}

/** Resolves when the view draws its first curve. */
export async function firstMetric(training: Frame, limit = 60_000): Promise<void> {
  await training.waitForSelector('.charts .quantity', { timeout: limit });
}
