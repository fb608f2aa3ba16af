import assert from 'node:assert/strict';
import { openSession, type Session } from '../host/session.ts';
import { codeLens, openContainer, treeRow, webview } from '../host/workbench.ts';

describe('Restricted Mode', () => {
  let session: Session;
  before(async () => {
    session = await openSession({ workspaceTrust: true });
    await openContainer(session.page, 'GenAI 101');
  });
  after(() => session?.close());

  it('lets the learner read: the course, an example, a figure', async () => {
    const { page } = session;
    await treeRow(page, 'Supervised learning').waitFor({ timeout: 30_000 });
    await treeRow(page, 'Supervised learning').locator('.monaco-tl-twistie').click();
    await treeRow(page, 'image-classification.ts').click();
    await codeLens(page, 'Explain').click();
    const panel = await webview(page, '.quiz');
    await panel.locator('canvas').first().waitFor();
  });

  it('says in each place why nothing runs', async () => {
    const panel = await webview(session.page, '.quiz');
    await panel.getByText('Running is off in Restricted Mode').waitFor();
    assert.equal(await panel.getByRole('button', { name: /^Run/ }).isDisabled(), true);
    await treeRow(session.page, 'image-classification.ts').click();
    await codeLens(session.page, 'Running is off (Restricted Mode)').waitFor();
    assert.equal(await codeLens(session.page, '▶ Run').count(), 0);
  });

  it('starts nothing when asked to', async () => {
    const started = await session.remote.evaluate(async (vscode) => {
      const run = await vscode.commands.executeCommand('genai101.runExample');
      const again = await vscode.commands.executeCommand('genai101.runAgain');
      return [run, again].filter((each) => each !== undefined);
    });
    assert.deepEqual(started, []);
  });
});
