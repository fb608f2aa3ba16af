import assert from 'node:assert/strict';
import { openSession, type Session } from '../host/session.ts';
import { codeLens, openContainer } from '../host/workbench.ts';

const limit = 60_000;

describe('an exercise in the Testing view', () => {
  let session: Session;
  before(async () => {
    session = await openSession();
    // Opened first, so that the extension is active and its exercises are listed.
    await openContainer(session.page, 'GenAI 101');
    await session.page
      .locator('.activitybar .action-label[aria-label^="Testing"]')
      .waitFor({ timeout: limit });
    await session.remote.evaluate((vscode) =>
      vscode.commands.executeCommand<void>('workbench.view.testing.focus'),
    );
    const chapter = row('1 Types of learning');
    await chapter.waitFor({ timeout: limit });
    await chapter.click();
    await session.page.keyboard.press('ArrowRight');
  });
  after(() => session?.close());

  const row = (text: string) =>
    session.page.locator('.test-explorer .monaco-list-row').filter({ hasText: text }).first();
  const action = async (exercise: string, label: string) => {
    await row(exercise).hover({ timeout: limit });
    await row(exercise).locator(`.action-label[aria-label^="${label}"]`).click({ timeout: limit });
  };
  const tab = (name: string) => session.page.locator('.tab.active', { hasText: name });

  it('is opened by the icon of its row', async () => {
    await action('An honest accuracy', 'Open Exercise');
    await tab('honest-accuracy.ts').waitFor({ timeout: limit });
    await codeLens(session.page, 'Hint').waitFor({ timeout: limit });
  });

  it('is shown when it is run there, at the line of what failed', async () => {
    await action('Moving centroids', 'Run Test');
    await tab('moving-centroids.ts').waitFor({ timeout: limit });
    await row('Moving centroids')
      .locator('.codicon-testing-failed-icon')
      .waitFor({ timeout: limit });
    const lines = await session.remote.evaluate((vscode) =>
      vscode.window.activeTextEditor?.visibleRanges.map(({ start, end }) => [start.line, end.line]),
    );
    const [start = 0, end = 0] = lines?.[0] ?? [];
    assert.ok(start <= 35 && 35 <= end, `lines ${start} to ${end} are in sight`);
  });
});
