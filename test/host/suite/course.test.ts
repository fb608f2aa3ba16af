import assert from 'node:assert/strict';
import { access, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as vscode from 'vscode';

const example = 'autoencoders/autoencoder.ts';

async function openExample(): Promise<vscode.TextEditor> {
  await vscode.commands.executeCommand('genai101.openExample', example);
  const editor = vscode.window.activeTextEditor;
  assert.ok(editor, 'no editor is open');
  return editor;
}

async function type(editor: vscode.TextEditor, text: string): Promise<void> {
  await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), text));
}

const closeAll = () => vscode.commands.executeCommand('workbench.action.closeAllEditors');

describe('an example', () => {
  let shipped: string;

  before(async () => {
    const extension = vscode.extensions.getExtension('genai101.genai-101');
    await extension?.activate();
    const file = path.join(
      extension?.extensionPath ?? '',
      'dist/course/08-autoencoders/autoencoder.ts',
    );
    shipped = await readFile(file, 'utf8');
  });

  afterEach(async () => {
    await vscode.commands.executeCommand('genai101.resetExample');
    await closeAll();
  });

  it('opens as the learner’s own copy', async () => {
    const { document } = await openExample();
    assert.equal(document.getText(), shipped);
    assert.match(document.uri.fsPath, /course[\\/]08-autoencoders[\\/]autoencoder\.ts$/);
    const extension = vscode.extensions.getExtension('genai101.genai-101');
    assert.ok(!document.uri.fsPath.startsWith(path.join(extension?.extensionPath ?? '', 'dist')));
  });

  it('has no red underline, with the types of both modules beside it', async () => {
    const { document } = await openExample();
    const types = path.join(path.dirname(document.uri.fsPath), '../node_modules/genai101');
    await access(types);
    // The TypeScript server answers a hover only once it has read the project.
    const hover = await waitFor(async () => {
      const place = document.positionAt(document.getText().indexOf('sequential'));
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        document.uri,
        place,
      );
      const text = hovers.flatMap(({ contents }) => contents.map(textOf)).join('\n');
      return /Sequential/.test(text) ? text : undefined;
    });
    assert.match(hover, /Sequential/);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    const errors = vscode.languages
      .getDiagnostics(document.uri)
      .filter((each) => each.severity === vscode.DiagnosticSeverity.Error);
    assert.deepEqual(
      errors.map((each) => each.message),
      [],
    );
  });

  it('keeps what the learner edited when it is opened again', async () => {
    const editor = await openExample();
    await type(editor, '// mine\n');
    await editor.document.save();
    await closeAll();
    const again = await openExample();
    assert.ok(again.document.getText().startsWith('// mine\n'));
  });

  it('is reset to the shipped text, and Undo brings the learner’s back', async () => {
    const editor = await openExample();
    await type(editor, '// mine\n');
    await vscode.commands.executeCommand('genai101.resetExample');
    assert.equal(editor.document.getText(), shipped);
    assert.equal(await readFile(editor.document.uri.fsPath, 'utf8'), shipped);
    await vscode.commands.executeCommand('undo');
    assert.equal(editor.document.getText(), `// mine\n${shipped}`);
  });

  it('is compared with the shipped text side by side', async () => {
    const editor = await openExample();
    await type(editor, '// mine\n');
    await vscode.commands.executeCommand('genai101.compareExample');
    const tab = vscode.window.tabGroups.activeTabGroup.activeTab;
    assert.ok(tab?.input instanceof vscode.TabInputTextDiff);
    assert.equal(tab.input.modified.toString(), editor.document.uri.toString());
    await vscode.window.showTextDocument(editor.document);
  });

  it('goes to the folder of the setting genai101.courseFolder', async () => {
    const folder = path.join(vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? '', 'learning');
    const settings = vscode.workspace.getConfiguration('genai101');
    await settings.update('courseFolder', folder, vscode.ConfigurationTarget.Global);
    try {
      const { document } = await openExample();
      assert.equal(document.uri.fsPath, path.join(folder, '08-autoencoders/autoencoder.ts'));
    } finally {
      await closeAll();
      await settings.update('courseFolder', undefined, vscode.ConfigurationTarget.Global);
      await rm(folder, { recursive: true, force: true });
    }
  });

  it('is named in a message when it is missing from the installation', async () => {
    const extension = vscode.extensions.getExtension('genai101.genai-101');
    const file = path.join(
      extension?.extensionPath ?? '',
      'dist/course/08-autoencoders/denoising.ts',
    );
    const text = await readFile(file, 'utf8');
    await rm(file);
    try {
      await vscode.commands.executeCommand('genai101.openExample', 'autoencoders/denoising.ts');
      assert.equal(vscode.window.activeTextEditor, undefined);
    } finally {
      await writeFile(file, text);
    }
  });
});

function textOf(content: vscode.MarkdownString | vscode.MarkedString): string {
  return typeof content === 'string' ? content : content.value;
}

async function waitFor<T>(ask: () => Promise<T | undefined>, limit = 20_000): Promise<T> {
  const end = Date.now() + limit;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > end) throw new Error(`Nothing after ${limit / 1000} s.`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
