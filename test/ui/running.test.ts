import assert from 'node:assert/strict';
import { openSession, type Session } from '../host/session.ts';
import { codeLens, openContainer, treeRow, webview } from '../host/workbench.ts';

const limit = 30_000;

const slow = `import { log } from 'genai101';
for (let step = 1; step <= 500; step++) {
  log({ loss: step }, step, 500);
  await new Promise((resolve) => setTimeout(resolve, 20));
}
`;

async function openFile(session: Session, name: string): Promise<void> {
  await session.remote.evaluate(async (vscode, file) => {
    await vscode.window.showTextDocument(vscode.Uri.file(file), { preview: false });
  }, `${session.folder}/${name}`);
}

describe('running a script', () => {
  let session: Session;
  before(async () => {
    session = await openSession({ files: { 'slow.ts': slow } });
    await openContainer(session.page, 'GenAI 101');
    await openFile(session, 'slow.ts');
  });
  after(() => session?.close());

  it('draws its curve in Training and offers Stop above it', async () => {
    await codeLens(session.page, '▶ Run').click({ timeout: limit });
    const training = await webview(session.page, 'canvas', limit);
    await training.getByText(/of 500/).waitFor({ timeout: limit });
    await codeLens(session.page, '■ Stop').waitFor({ timeout: limit });
  });

  it('shows in a view that was hidden what it missed', async () => {
    await session.page.locator('.activitybar .action-label[aria-label^="Explorer"]').click();
    await session.page.waitForTimeout(1500);
    await openContainer(session.page, 'GenAI 101');
    const training = await webview(session.page, 'canvas', limit);
    await training.getByText('500 of 500').waitFor({ timeout: limit });
    assert.match((await training.locator('body').textContent()) ?? '', /loss\s*500/);
  });

  it('lists the run again when VS Code is reopened', async () => {
    const page = await session.reopen();
    await page.locator('.pane-header').filter({ hasText: 'Runs' }).click({ timeout: limit });
    await treeRow(page, /slow\.ts\s*loss 500/).waitFor({ timeout: limit });
    const training = await webview(page, 'canvas', limit);
    assert.match((await training.locator('body').textContent()) ?? '', /loss\s*500/);
  });
});

describe('Restricted Mode', () => {
  let session: Session;
  before(async () => {
    session = await openSession({
      workspaceTrust: true,
      files: { 'slow.ts': slow },
      settings: { 'security.workspace.trust.startupPrompt': 'never' },
    });
    await openContainer(session.page, 'GenAI 101');
    await openFile(session, 'slow.ts');
  });
  after(() => session?.close());

  it('says above the script and in Training why running is off', async () => {
    await codeLens(session.page, 'Running is off (Restricted Mode)').waitFor({ timeout: limit });
    assert.equal(await codeLens(session.page, 'Debug').count(), 0);
    await webview(session.page, 'text=Running is off in Restricted Mode', limit);
  });

  it('starts nothing, whoever asks', async () => {
    const runId = await session.remote.evaluate(async (vscode) => {
      return (await vscode.commands.executeCommand('genai101.runExample')) ?? 'nothing';
    });
    assert.equal(runId, 'nothing');
  });

  it('lets examples be opened and read', async () => {
    const name = await session.remote.evaluate(async (vscode) => {
      await vscode.commands.executeCommand('genai101.openExample', 'autoencoders/autoencoder.ts');
      return vscode.window.activeTextEditor?.document.fileName ?? '';
    });
    assert.match(name, /autoencoder\.ts$/);
  });
});
