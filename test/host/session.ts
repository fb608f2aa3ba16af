/**
 * Everything a UI test needs: a server of its own, a fresh browser context with the workbench in it,
 * the extension under development, and the remote control. Nothing is shared between two sessions.
 */
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchChromium } from './chromium.ts';
import { connectRemoteControl, type RemoteControl } from './remoteControl.ts';
import { type Server, type ServerOptions, startServer } from './server.ts';
import { type Settings, writeSettings } from './settings.ts';
import { openWorkbench } from './workbench.ts';

export const root = path.resolve(import.meta.dirname, '../..');

export type Theme =
  | 'Default Dark Modern'
  | 'Default Light Modern'
  | 'Default High Contrast'
  | 'Default High Contrast Light';

export interface SessionOptions
  extends Pick<ServerOptions, 'workspaceTrust' | 'testDriver' | 'environment'> {
  settings?: Settings;
  theme?: Theme;
  /** 1400 × 900 by default. */
  viewport?: { width: number; height: number };
  /** Files of the opened folder by name. */
  files?: Record<string, string>;
  /** False where the extension is installed another way. */
  develop?: boolean;
  /** `gc()` and exact heap sizes in the page, for benchmarks. */
  exposeGc?: boolean;
  /** Does more to the server's folder before it starts, for example installs a VSIX. */
  prepare?: (dir: string) => Promise<void>;
}

export interface Session {
  readonly page: Page;
  readonly remote: RemoteControl;
  readonly server: Server;
  /** The opened folder. */
  readonly folder: string;
  /** Another window on the same server: what a learner sees after reopening VS Code. */
  reopen(): Promise<Page>;
  close(): Promise<void>;
}

const gcFlags = ['--js-flags=--expose-gc', '--enable-precise-memory-info'];

export async function openSession(options: SessionOptions = {}): Promise<Session> {
  const dir = await mkdtemp(path.join(tmpdir(), 'g101-'));
  const cleanUp: (() => unknown)[] = [
    () => rm(dir, { recursive: true, force: true, maxRetries: 5 }),
  ];
  const close = async () => {
    for (const act of cleanUp.splice(0).reverse()) await act();
  };
  try {
    return await startSession(options, dir, cleanUp, close);
  } catch (error) {
    await close();
    throw error;
  }
}

async function startSession(
  options: SessionOptions,
  dir: string,
  cleanUp: (() => unknown)[],
  close: () => Promise<void>,
): Promise<Session> {
  const folder = await makeFolder(dir, options.files ?? {});
  await writeSettings(dir, options.settings ?? {});
  await installRemoteControl(dir);
  await options.prepare?.(dir);
  const socket = path.join(dir, 'remote');
  const environment = { ...options.environment, GENAI101_REMOTE_CONTROL: socket };
  const server = await startServer({ ...options, dir, environment });
  cleanUp.push(() => server.stop());
  const browser = await launchChromium(options.exposeGc ? gcFlags : []);
  cleanUp.push(() => browser.close());
  const context = await newContext(browser, options);
  const extension = options.develop === false ? {} : { extension: root };
  const open = () => openWorkbench(context, server, { folder, ...extension });
  const page = await open();
  let remote = await connectRemoteControl(socket);
  cleanUp.push(() => remote.close());
  if (options.theme) await chooseTheme(remote, options.theme);
  return {
    page,
    get remote() {
      return remote;
    },
    server,
    folder,
    async reopen() {
      remote.close();
      await Promise.all(context.pages().map((old) => old.close()));
      const next = await open();
      remote = await connectRemoteControl(socket);
      return next;
    },
    close,
  };
}

/** At run time: the server's workbench does not take a high-contrast theme from the settings it starts with. */
async function chooseTheme(remote: RemoteControl, theme: Theme): Promise<void> {
  await remote.evaluate(
    (vscode, name) =>
      vscode.workspace
        .getConfiguration('workbench')
        .update('colorTheme', name, vscode.ConfigurationTarget.Global),
    theme,
  );
}

async function newContext(browser: Browser, options: SessionOptions): Promise<BrowserContext> {
  const viewport = options.viewport ?? { width: 1400, height: 900 };
  const context = await browser.newContext({ viewport });
  // The compiler of the tests wraps each inner function in a call of this name.
  await context.addInitScript('globalThis.__name = (fn) => fn;');
  return context;
}

/** Folders that lie there before the first start count as installed. */
export async function installRemoteControl(dir: string): Promise<void> {
  const name = 'genai101-tests.remote-control-0.0.1';
  await cp(path.join(import.meta.dirname, 'remote-control'), path.join(dir, 'extensions', name), {
    recursive: true,
  });
}

/** Has a package.json of its own: below a folder whose package is ESM, .js files would be ESM. */
async function makeFolder(dir: string, files: Record<string, string>): Promise<string> {
  const folder = path.join(dir, 'folder');
  await mkdir(folder);
  for (const [name, text] of Object.entries({ 'package.json': '{}\n', ...files })) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), text);
  }
  return folder;
}
