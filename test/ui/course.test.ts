import assert from 'node:assert/strict';
import type { Frame, Page } from 'playwright-core';
import { chapter as autoencoders } from '../../walkthroughs/08-autoencoders/chapter.ts';
import { course } from '../../walkthroughs/course.ts';
import { openSession, type Session } from '../host/session.ts';
import { openContainer, treeRow, webview } from '../host/workbench.ts';

const concept = autoencoders.concepts[0];
const limit = 30_000;
/** Rows out of sight are not drawn. */
const tall = { width: 1280, height: 2400 };

/** Bottom row first: rows scroll into sight as a concept is expanded. A click is lost where the tree is drawn anew. */
async function expand(page: Page, title: string): Promise<void> {
  const row = treeRow(page, title);
  await row.waitFor();
  while ((await row.getAttribute('aria-expanded')) !== 'true') {
    await row.locator('.monaco-tl-twistie').click();
    await page.waitForTimeout(500);
  }
}

/** Codicon of a row, 'pass-filled' for example. */
async function iconOf(page: Page, title: string): Promise<string> {
  const classes = await treeRow(page, title)
    .locator('.custom-view-tree-node-item-icon')
    .getAttribute('class');
  return /codicon-([\w-]+)(?!.*codicon-)/.exec(classes ?? '')?.[1] ?? '';
}

async function answerAll(panel: Frame): Promise<void> {
  for (const question of concept.quiz) {
    const right = question.answers.find((answer) => answer.correct)?.text ?? '';
    await panel.getByText(right, { exact: true }).click();
  }
}

describe('the course', () => {
  let session: Session;
  before(async () => {
    session = await openSession({ viewport: tall });
    await openContainer(session.page, 'GenAI 101');
  });
  after(() => session?.close());

  it('lists the first steps and each chapter with what is done of it', async () => {
    await treeRow(session.page, 'First steps').waitFor();
    for (const chapter of course) {
      const row = treeRow(session.page, `${chapter.number} ${chapter.title}`);
      await row.getByText(`0 of ${chapter.concepts.length} done`).waitFor();
    }
    await session.page.getByText('New here? Begin with the first steps.').waitFor();
  });

  it('opens the first steps with their picture', async () => {
    await treeRow(session.page, 'First steps').click();
    await session.page
      .getByRole('heading', { name: 'First steps with GenAI 101', level: 2 })
      .waitFor({ timeout: limit });
    await webview(session.page, 'svg');
  });

  it('opens a chapter’s walkthrough at its row, and one step of it at the row of a step', async () => {
    await treeRow(session.page, '8 Autoencoders').click();
    await session.page
      .getByRole('heading', { name: '8 Autoencoders', level: 2 })
      .waitFor({ timeout: limit });
    await expand(session.page, '8 Autoencoders');
    await expand(session.page, 'Denoising');
    await treeRow(session.page, 'In short').click();
    await session.page
      .locator('.getting-started-step.expanded', { hasText: 'Denoising' })
      .waitFor();
  });

  it('opens a concept’s panel at its row, and marks the concept as begun', async () => {
    await treeRow(session.page, concept.title).click();
    const panel = await webview(session.page, '.quiz');
    await panel.getByRole('heading', { name: concept.title }).waitFor();
    await session.page.locator('.codicon-record').first().waitFor();
    assert.equal(await session.page.getByText('New here?').count(), 0);
  });

  it('marks a concept as done after its quiz and a run of its example', async () => {
    await answerAll(await webview(session.page, '.quiz'));
    await expand(session.page, concept.title);
    await treeRow(session.page, 'autoencoder.ts').click();
    await session.page.locator('.tab.active', { hasText: 'autoencoder.ts' }).waitFor();
    await session.remote.evaluate(async (vscode) => {
      const editor = vscode.window.activeTextEditor;
      const all = new vscode.Range(0, 0, editor?.document.lineCount ?? 0, 0);
      await editor?.edit((edit) =>
        edit.replace(all, "import { log } from 'genai101';\nlog({ loss: 1 }, 1);\n"),
      );
      await vscode.commands.executeCommand('genai101.runExample');
    });
    await treeRow(session.page, '8 Autoencoders').getByText('1 of 5 done').waitFor({
      timeout: limit,
    });
    assert.equal(await iconOf(session.page, concept.title), 'pass-filled');
    await treeRow(session.page, 'autoencoder.ts').getByText('edited').waitFor();
  });

  it('ticks the concept’s step in the walkthrough', async () => {
    await treeRow(session.page, '8 Autoencoders').click();
    await session.page
      .locator('.getting-started-step', { hasText: concept.title })
      .locator('.complete')
      .waitFor({ timeout: limit });
  });

  it('shows all of it again after the window was reloaded', async () => {
    const { page, remote } = session;
    await treeRow(page, concept.title).click();
    const reloaded = page.waitForEvent('load');
    await remote.evaluate((vscode) => {
      // Later, so that this call is answered first.
      setTimeout(() => vscode.commands.executeCommand('workbench.action.reloadWindow'), 100);
    });
    await reloaded;
    await treeRow(page, '8 Autoencoders').getByText('1 of 5 done').waitFor({ timeout: limit });
    const panel = await webview(page, '.quiz', limit);
    await panel.getByRole('heading', { name: concept.title }).waitFor();
    assert.equal(await panel.locator('label.right').count(), concept.quiz.length);
  });
});
