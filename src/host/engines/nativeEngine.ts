import path from 'node:path';
import * as vscode from 'vscode';
import { execute } from '../commands.ts';
import { setting } from '../settings.ts';
import { nativePlatforms, thisPlatform } from './install/platforms.ts';
import { installedFolder } from './install/storage.ts';

/** The native engine as this window finds it: other windows may install or remove it at any time. */
export class NativeEngine implements vscode.Disposable {
  /** Where it is installed to. */
  readonly storage: string;
  /** Undefined where tfjs-node names no files for this machine. */
  readonly platform = thisPlatform();
  /** dist/installer.cjs */
  readonly installerPath: string;
  readonly #carried: string;
  #isBrokenTold = false;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.#changed.event;

  constructor({
    globalStorageUri,
    extensionUri,
  }: Pick<vscode.ExtensionContext, 'globalStorageUri' | 'extensionUri'>) {
    this.storage = path.join(globalStorageUri.fsPath, 'native');
    this.installerPath = vscode.Uri.joinPath(extensionUri, 'dist/installer.cjs').fsPath;
    this.#carried = vscode.Uri.joinPath(extensionUri, 'dist/native').fsPath;
  }

  /** The folder of an installed engine that is whole; one that is not is told, once a session. */
  async folder(): Promise<string | undefined> {
    if (!this.platform) return undefined;
    const folder = installedFolder(this.storage, this.platform);
    const found = await check(folder);
    if ('files' in found) return folder;
    if (found.broken !== undefined) this.#tellBroken(found.broken);
    return undefined;
  }

  /** Whether the extension was packaged for this platform, with the engine in it. */
  async isCarried(): Promise<boolean> {
    return 'files' in (await check(this.#carried));
  }

  /** Whether installing is worth an offer: not where the official host is known to lack the files. */
  async canBeOffered(): Promise<boolean> {
    if (!this.platform || !vscode.workspace.isTrusted) return false;
    const isPublished = nativePlatforms[this.platform].published;
    if (!isPublished && !setting('nativeEngineMirror')) return false;
    return !(await this.folder()) && !(await this.isCarried());
  }

  /** It was installed or removed here. */
  changed(): void {
    this.#changed.fire();
  }

  #tellBroken(fault: string): void {
    if (this.#isBrokenTold) return;
    this.#isBrokenTold = true;
    const again = 'Install Again';
    void vscode.window
      .showWarningMessage(`The native engine is damaged and is not used: ${fault}.`, again)
      .then((chosen) => (chosen ? execute('installNativeEngine') : undefined));
  }

  dispose(): void {
    this.#changed.dispose();
  }
}

/** Loaded with the first look at a folder. */
async function check(folder: string) {
  const { checkFolder } = await import('./install/manifest.ts');
  return checkFolder(folder);
}
