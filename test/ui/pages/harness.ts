/**
 * The built webviews in a plain Chromium, without VS Code: quick to look at and to measure.
 * The page gets VS Code's colour variables (`themes.json`, read from its default themes), the same
 * content security policy as `src/host/views/page.ts`, and an `acquireVsCodeApi` that records what is posted.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, Page, Route } from 'playwright-core';

const root = path.resolve(import.meta.dirname, '../../..');
const origin = 'http://harness.test';

export { launchChromium } from '../../host/chromium.ts';

export const themeNames = ['dark', 'light', 'hc-dark', 'hc-light'] as const;
export type ThemeName = (typeof themeNames)[number];
export type ViewName = 'training' | 'samples' | 'gallery' | 'certificate' | `panel-${string}`;

interface Theme {
  body: string;
  variables: Record<string, string>;
}

export interface OpenOptions {
  view: ViewName;
  theme?: ThemeName;
  width: number;
  height: number;
  motion?: boolean;
  /** Files below /run/, by name. */
  files?: (name: string) => Uint8Array | undefined;
  state?: unknown;
}

/** A view in its page, which may show others after it. */
export class ViewPage {
  readonly page: Page;
  /** Errors and refusals of the policy since the view was shown. */
  readonly problems: string[] = [];
  #shown: OpenOptions | undefined;

  constructor(page: Page) {
    this.page = page;
    page.on('pageerror', (error) => this.problems.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') this.problems.push(message.text());
    });
  }

  /** Loads a view into the page, in place of what it shows: nothing of that is left. */
  async show(options: OpenOptions): Promise<void> {
    const { width, height } = options;
    if (!this.#shown) await this.page.route(`${origin}/**`, (route) => this.#serve(route));
    this.#shown = options;
    // A pointer that stays where the view before had a button would hover over this one's.
    await this.page.mouse.move(0, 0);
    await this.page.setViewportSize({ width, height });
    this.problems.length = 0;
    await this.page.goto(origin);
    await this.posted('ready');
  }

  async #serve(route: Route): Promise<void> {
    if (!this.#shown) return route.abort();
    const { pathname } = new URL(route.request().url());
    if (pathname === '/') {
      return route.fulfill({ contentType: 'text/html', body: await html(this.#shown) });
    }
    const body = pathname.startsWith('/run/')
      ? this.#shown.files?.(decodeURIComponent(pathname.slice(5)))
      : await readFile(path.join(root, 'dist/webview', pathname)).catch(() => undefined);
    if (!body) return route.fulfill({ status: 404 });
    return route.fulfill({ body: Buffer.from(body), contentType: contentType(pathname) });
  }

  /** Sends what the host would send; typed arrays are not needed on these wires but for pictures. */
  async send(...messages: unknown[]): Promise<void> {
    await this.page.evaluate((all) => {
      for (const data of all) globalThis.dispatchEvent(new MessageEvent('message', { data }));
    }, messages);
  }

  async received(): Promise<Record<string, unknown>[]> {
    return this.page.evaluate('harness.received');
  }

  /** Waits for a message of a type, and answers with all of that type. */
  async posted(type: string): Promise<Record<string, unknown>[]> {
    for (let waited = 0; waited < 5000; waited += 20) {
      const found = (await this.received()).filter((message) => message.type === type);
      if (found.length > 0) return found;
      await this.page.waitForTimeout(20);
    }
    throw new Error(`The view posted no “${type}”. ${this.problems.join(' ')}`);
  }

  async state(): Promise<unknown> {
    return this.page.evaluate('harness.state');
  }
}

/** Shows a view in a page of its own. */
export async function openView(browser: Browser, options: OpenOptions): Promise<ViewPage> {
  const context = await browser.newContext();
  const view = new ViewPage(await context.newPage());
  await view.show(options);
  return view;
}

export function runFile(name: string): string {
  return `${origin}/run/${name}`;
}

/** As text: the page runs it before its own script. */
const setUp = `({ look, view, motion, state }) => {
  globalThis.harness = { received: [], state };
  globalThis.acquireVsCodeApi = () => ({
    postMessage: (message) => harness.received.push(structuredClone(message)),
    getState: () => harness.state ?? undefined,
    setState: (next) => { harness.state = structuredClone(next); },
  });
  harness.setTheme = (theme) => {
    const root = document.documentElement;
    root.removeAttribute('style');
    for (const [name, value] of Object.entries(theme.variables)) root.style.setProperty(name, value);
    const motionless = theme.body.replace('vscode-reduce-motion', motion ? '' : 'vscode-reduce-motion');
    document.body.className = motionless;
  };
  document.addEventListener('readystatechange', () => {
    if (document.readyState !== 'interactive') return;
    harness.setTheme(look);
    const side = ['gallery', 'certificate'].includes(view) || view.startsWith('panel-') ? '--vscode-editor-background' : '--vscode-sideBar-background';
    document.documentElement.style.background = look.variables[side];
  });
}`;

async function html({
  view,
  theme = 'dark',
  motion = false,
  state = null,
}: OpenOptions): Promise<string> {
  const themes: Record<string, Theme> = JSON.parse(
    await readFile(path.join(import.meta.dirname, 'themes.json'), 'utf8'),
  );
  const look = themes[theme];
  if (!look) throw new Error(`No theme ${theme}`);
  // No text of a script may end it.
  const given = JSON.stringify({ look, view, motion, state }).replaceAll('<', '\\u003c');
  const policy = [
    `default-src 'none'`,
    `script-src 'nonce-n'`,
    `style-src ${origin}`,
    `img-src ${origin} blob:`,
    `font-src ${origin}`,
    `media-src ${origin} blob:`,
  ].join('; ');
  return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<script nonce="n">(${setUp})(${given})</script>
<link rel="stylesheet" href="/${view}.css"></head>
<body><div id="root"></div><script type="module" nonce="n" src="/${view}.js"></script></body></html>`;
}

function contentType(name: string): string {
  const types: Record<string, string> = {
    '.js': 'text/javascript',
    '.css': 'text/css',
    '.png': 'image/png',
    '.wav': 'audio/wav',
  };
  return types[path.extname(name)] ?? 'application/octet-stream';
}
