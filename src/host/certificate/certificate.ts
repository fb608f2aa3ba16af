import * as vscode from 'vscode';
import type { CertificateParts } from './certificatePage.ts';

const viewType = 'genai101.certificate';

/** The certificate: one panel at most, loaded when it is asked for, made again by VS Code after a reload. */
export class Certificate implements vscode.Disposable {
  readonly #parts: CertificateParts;
  readonly #serializer: vscode.Disposable;
  #panel: vscode.WebviewPanel | undefined;

  constructor(parts: CertificateParts) {
    this.#parts = parts;
    this.#serializer = vscode.window.registerWebviewPanelSerializer(viewType, {
      deserializeWebviewPanel: (panel) => this.#adopt(panel),
    });
  }

  async show(): Promise<void> {
    if (this.#panel) return this.#panel.reveal();
    await this.#adopt(
      vscode.window.createWebviewPanel(viewType, 'Certificate', vscode.ViewColumn.Active),
    );
  }

  dispose(): void {
    this.#serializer.dispose();
    this.#panel?.dispose();
  }

  async #adopt(panel: vscode.WebviewPanel): Promise<void> {
    this.#panel = panel;
    panel.onDidDispose(() => {
      if (this.#panel === panel) this.#panel = undefined;
    });
    const { CertificatePage } = await import('./certificatePage.ts');
    if (this.#panel === panel) new CertificatePage(panel, this.#parts);
  }
}
