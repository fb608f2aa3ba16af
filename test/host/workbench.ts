/** A workbench page in Chromium: opening it, running commands, finding views. */
import type { BrowserContext, Frame, Locator, Page } from 'playwright-core';
import type { Server } from './server.ts';

export interface WorkbenchOptions {
  /** The folder to open. */
  folder?: string;
  /** Loads the extension in this folder as one under development. */
  extension?: string;
  /** A bundle that exports run(), called in the extension host once all has started. */
  tests?: string;
}

export function workbenchUrl(server: Server, options: WorkbenchOptions): string {
  const remote = (file: string) => `vscode-remote://localhost:${server.port}${file}`;
  const payload = [
    ...(options.extension ? [['extensionDevelopmentPath', remote(options.extension)]] : []),
    ...(options.tests ? [['extensionTestsPath', remote(options.tests)]] : []),
    ['skipWelcome', 'true'],
    ['skipReleaseNotes', 'true'],
  ];
  const query = new URLSearchParams(options.folder ? { folder: options.folder } : { ew: 'true' });
  query.set('payload', JSON.stringify(payload));
  return `${server.origin}/?${query}`;
}

/** Opens a workbench and waits until its parts are restored. */
export async function openWorkbench(
  context: BrowserContext,
  server: Server,
  options: WorkbenchOptions,
): Promise<Page> {
  const page = await context.newPage();
  await page.goto(workbenchUrl(server, options));
  await page.locator('.monaco-workbench').waitFor({ timeout: 60_000 });
  if (server.process.spawnargs.includes('--enable-smoke-test-driver')) {
    // What VS Code's own smoke tests wait for.
    await page.waitForFunction('window.driver', null, { timeout: 60_000 });
    await page.evaluate('window.driver.whenWorkbenchRestored()');
  }
  return page;
}

/** Runs a command by its title through the palette, as a person would. */
export async function runCommand(page: Page, title: string): Promise<void> {
  const row = page.locator('.quick-input-list .monaco-list-row').filter({ hasText: title }).first();
  for (const end = Date.now() + 30_000; ; ) {
    await page.keyboard.press('F1');
    const input = page.locator('.quick-input-widget input[type=text]');
    await input.waitFor({ state: 'visible' });
    await input.fill(`>${title}`);
    try {
      await row.waitFor({ timeout: 5000 });
      return await row.click();
    } catch (error) {
      // The list is made once: a command that VS Code learns of a moment later never comes into it.
      if (Date.now() > end) throw error;
      await page.keyboard.press('Escape');
    }
  }
}

/** Clicks the icon of a view container in the activity bar. */
export async function openContainer(page: Page, title: string): Promise<void> {
  await page.locator(`.activitybar .action-label[aria-label^="${title}"]`).click();
}

/** A row of a tree view in the sidebar. */
export function treeRow(page: Page, text: string | RegExp): Locator {
  return page.locator('.pane .monaco-list-row').filter({ hasText: text }).first();
}

/** A code lens of the open editor. */
export function codeLens(page: Page, text: string | RegExp): Locator {
  return page.locator('.codelens-decoration a').filter({ hasText: text }).first();
}

/** The content frame of the webview that holds an element matching `selector`. */
export async function webview(page: Page, selector: string, limit = 20_000): Promise<Frame> {
  const end = Date.now() + limit;
  while (Date.now() < end) {
    for (const frame of page.frames()) {
      if (!frame.url().includes('fake.html')) continue;
      // A frame may go away while it is asked; it is then not the one.
      if (
        await frame
          .locator(selector)
          .count()
          .catch(() => 0)
      )
        return frame;
    }
    await page.waitForTimeout(50);
  }
  throw new Error(`No webview shows “${selector}” after ${limit / 1000} s.`);
}
