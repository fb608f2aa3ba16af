import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import * as vscode from 'vscode';

const exercise = 'autoencoders/false-alarms';

describe('an exercise', function () {
  this.timeout(180_000);
  let solution: string;

  before(async () => {
    const extension = vscode.extensions.getExtension('genai101.genai-101');
    await extension?.activate();
    const folder = path.join(extension?.extensionPath ?? '', 'dist/course/08-autoencoders');
    solution = await readFile(path.join(folder, 'exercises/false-alarms.solution.ts'), 'utf8');
  });

  after(async () => {
    await vscode.commands.executeCommand('genai101.resetExercise', exercise);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  async function open(): Promise<vscode.TextEditor> {
    await vscode.commands.executeCommand('genai101.openExercise', exercise);
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor, 'no editor is open');
    return editor;
  }

  async function titles({ document }: vscode.TextEditor): Promise<string[]> {
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
      'vscode.executeCodeLensProvider',
      document.uri,
      20,
    );
    return lenses.map(({ command }) => command?.title ?? '');
  }

  it('opens as the learner’s own copy, with Check and Hint above it', async () => {
    const editor = await open();
    assert.match(editor.document.uri.fsPath, /08-autoencoders[\\/]exercises[\\/]false-alarms\.ts$/);
    const shown = await titles(editor);
    for (const title of ['▶ Run', 'Check', 'Hint']) assert.ok(shown.includes(title), shown.join());
    assert.ok(!shown.includes('Solution'), 'the solution is offered before it is solved');
  });

  it('is not solved by what is handed out', async () => {
    const editor = await open();
    await vscode.commands.executeCommand('genai101.checkExercise', exercise);
    assert.ok((await titles(editor)).includes('Check'));
  });

  it('is solved by a script that passes, and then shows the solution', async () => {
    const editor = await open();
    const { document } = editor;
    const all = document.validateRange(new vscode.Range(0, 0, Infinity, 0));
    await editor.edit((edit) => edit.replace(all, solution));
    // Unsaved: a check looks at what is in the editor.
    await vscode.commands.executeCommand('genai101.checkExercise', exercise);
    assert.equal(document.isDirty, false);
    const shown = await titles(editor);
    for (const title of ['✓ Check', 'Solution', 'Reset']) {
      assert.ok(shown.includes(title), shown.join());
    }
  });

  it('can be handed out anew', async () => {
    const { document } = await open();
    await vscode.commands.executeCommand('genai101.resetExercise', exercise);
    assert.match(document.getText(), /Exercise: fewer false alarms/);
  });
});
