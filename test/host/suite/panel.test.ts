import assert from 'node:assert/strict';
import * as vscode from 'vscode';

const panels = () =>
  vscode.window.tabGroups.all
    .flatMap((group) => group.tabs)
    .filter(
      (tab) =>
        tab.input instanceof vscode.TabInputWebview &&
        tab.input.viewType.endsWith('genai101.panel.autoencoders'),
    );

const explain = async (target?: unknown) => {
  await vscode.commands.executeCommand('genai101.explain', target);
  for (let tries = 0; tries < 50 && panels().length === 0; tries++) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

describe('a chapter’s panel', () => {
  before(() => vscode.extensions.getExtension('genai101.genai-101')?.activate());
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('opens at a concept, under the chapter’s name', async () => {
    await explain('autoencoders.denoising');
    assert.deepEqual(
      panels().map((tab) => tab.label),
      ['Autoencoders'],
    );
  });

  it('is one, however many of its concepts are explained', async () => {
    await explain('autoencoders.denoising');
    await explain('autoencoders.bottleneck');
    assert.equal(panels().length, 1);
  });

  it('opens again after it was closed', async () => {
    await explain('autoencoders.denoising');
    await vscode.window.tabGroups.close(panels());
    assert.equal(panels().length, 0);
    await explain('autoencoders.denoising');
    assert.equal(panels().length, 1);
  });

  it('explains the example in the active editor', async () => {
    await vscode.commands.executeCommand('genai101.openExample', 'autoencoders/autoencoder.ts');
    await explain();
    assert.equal(panels().length, 1);
  });
});
