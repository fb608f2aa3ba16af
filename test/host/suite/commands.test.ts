import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { commandId } from '../../../src/host/contributes/commandId.ts';
import { type CommandName, commandTable } from '../../../src/host/contributes/commandTable.ts';

const extensionId = 'genai101.genai-101';

describe('commands', () => {
  before(() => vscode.extensions.getExtension(extensionId)?.activate());

  it('are all there once the extension is active', async () => {
    const registered = new Set(await vscode.commands.getCommands(true));
    const missing = (Object.keys(commandTable) as CommandName[])
      .map(commandId)
      .filter((id) => !registered.has(id));
    assert.deepEqual(missing, []);
  });

  it('open the first steps and a chapter, each in the walkthrough editor', async () => {
    await vscode.commands.executeCommand('genai101.openStart');
    const group = vscode.window.tabGroups.activeTabGroup;
    assert.equal(group.tabs.length, 1);
    await vscode.commands.executeCommand('genai101.openChapter', 'autoencoders');
    assert.equal(group.tabs.length, 1);
    await vscode.window.tabGroups.close(group.tabs);
  });

  it('end quietly when given what they do not know', async () => {
    const picks = vscode.commands.executeCommand('genai101.openExample', { odd: true });
    await new Promise((resolve) => setTimeout(resolve, 300));
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    await picks;
  });
});
