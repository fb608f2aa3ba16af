import { strict as assert } from 'node:assert';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { firstCodeLine } from '../../../src/host/lenses/firstCode.ts';

const example = 'autoencoders/autoencoder.ts';

describe('Code lenses', () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'g101-lenses-'));
  });
  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await rm(folder, { recursive: true, force: true });
  });

  it('stand above the first line of code of an example', async () => {
    await vscode.commands.executeCommand('genai101.openExample', example);
    const document = vscode.window.activeTextEditor?.document;
    assert.ok(document);
    const lenses = await lensesOf(document.uri);
    assert.deepEqual(titles(lenses), ['▶ Run', 'Debug', 'Explain']);
    const line = lenses[0]?.range.start.line ?? 0;
    assert.match(document.lineAt(line).text, /^import/);
  });

  it('offer Reset once the example differs from the shipped one', async () => {
    await vscode.commands.executeCommand('genai101.openExample', example);
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '// mine\n'));
    assert.ok(titles(await lensesOf(editor.document.uri)).includes('Reset'));
    await vscode.commands.executeCommand('genai101.resetExample', editor.document.uri);
    assert.ok(!titles(await lensesOf(editor.document.uri)).includes('Reset'));
  });

  for (const [name, text] of Object.entries({
    'by-import.ts': "import { log } from 'genai101';\n",
    'by-import.mts': 'import { log } from "genai101";\n',
    'by-import.js': "import 'genai101';\n",
    'by-import.mjs': "import * as genai from 'genai101';\n",
    'by-require.cjs': "const { log } = require('genai101');\n",
    'by-require.cts': "import genai = require('genai101');\n",
  })) {
    it(`stand in ${name}, which imports genai101, without Explain`, async () => {
      const file = path.join(folder, name);
      await writeFile(file, text);
      assert.deepEqual(titles(await lensesOf(vscode.Uri.file(file))), ['▶ Run', 'Debug']);
    });
  }

  it('leave other scripts alone', async () => {
    const file = path.join(folder, 'other.ts');
    await writeFile(file, "import { readFile } from 'node:fs/promises';\n");
    assert.deepEqual(await lensesOf(vscode.Uri.file(file)), []);
  });

  it('can be switched off', async () => {
    const settings = vscode.workspace.getConfiguration('genai101');
    await settings.update('codeLens', false, vscode.ConfigurationTarget.Global);
    try {
      assert.deepEqual(await lensesOf(vscode.Uri.file(path.join(folder, 'by-import.ts'))), []);
    } finally {
      await settings.update('codeLens', undefined, vscode.ConfigurationTarget.Global);
    }
  });

  it('offer Stop while the script runs, and Run again when it has ended', async () => {
    const file = vscode.Uri.file(path.join(folder, 'waits.mjs'));
    const wait = 'await new Promise((resolve) => setTimeout(resolve, 60_000));';
    await writeFile(file.fsPath, `import 'genai101';\n${wait}\n`);
    const runId = await vscode.commands.executeCommand('genai101.runExample', file);
    assert.deepEqual(titles(await lensesOf(file)), ['■ Stop', '▶ Run', 'Debug']);
    await vscode.commands.executeCommand('genai101.stop', runId);
    assert.deepEqual(titles(await lensesOf(file)), ['▶ Run', 'Debug']);
  });

  it('find the first line of code below comments', () => {
    assert.equal(firstCodeLine(''), 0);
    assert.equal(firstCodeLine('// only words\n'), 0);
    assert.equal(firstCodeLine('const a = 1;'), 0);
    assert.equal(firstCodeLine('#!/usr/bin/env node\n\n/* a\n b */ // c\nconst a = 1;'), 4);
    assert.equal(firstCodeLine('/** Title */\r\n\r\nimport x;'), 2);
  });

  it('find it quickly, whatever the text', () => {
    const began = performance.now();
    firstCodeLine('/ '.repeat(200_000));
    firstCodeLine(`/*${' * /'.repeat(200_000)}`);
    firstCodeLine(`${'// line\n'.repeat(100_000)}x`);
    assert.ok(performance.now() - began < 200);
  });
});

async function lensesOf(file: vscode.Uri): Promise<vscode.CodeLens[]> {
  await vscode.workspace.openTextDocument(file);
  const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
    'vscode.executeCodeLensProvider',
    file,
    50,
  );
  return lenses.filter((lens) => lens.command?.command.startsWith('genai101.'));
}

function titles(lenses: vscode.CodeLens[]): string[] {
  return lenses.map((lens) => lens.command?.title ?? '');
}
