import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { engineAlias } from '../../src/build/engineFiles.ts';
import { launchChromium } from '../host/chromium.ts';
import type { Trained } from './pages/trainInBrowser.ts';

const root = path.resolve(import.meta.dirname, '../..');
const origin = 'https://engine.test';

/** With these a page may share memory among threads; a webview of VS Code has them not. */
const isolation = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
};

describe('the portable engine in a browser', () => {
  let browser: Browser;
  let script: string;
  before(async () => {
    browser = await launchChromium();
    const { outputFiles } = await build({
      absWorkingDir: root,
      entryPoints: ['test/ui/pages/trainInBrowser.ts'],
      bundle: true,
      write: false,
      format: 'esm',
      platform: 'browser',
      mainFields: ['module', 'main'],
      alias: engineAlias,
      logLevel: 'error',
    });
    script = outputFiles[0]?.text ?? '';
  });
  after(() => browser?.close());

  async function open(headers: Record<string, string>): Promise<Page> {
    const page = await browser.newPage();
    await page.route(`${origin}/**`, async (route) => {
      const { pathname } = new URL(route.request().url());
      if (pathname.endsWith('.wasm')) {
        const body = await readFile(path.join(root, 'dist/runner', path.basename(pathname)));
        return route.fulfill({ body, headers, contentType: 'application/wasm' });
      }
      if (pathname === '/train.js') {
        return route.fulfill({ body: script, headers, contentType: 'text/javascript' });
      }
      return route.fulfill({ body: '<!doctype html>', headers, contentType: 'text/html' });
    });
    await page.goto(`${origin}/`);
    return page;
  }

  function check({ engine, loss, product }: Trained): void {
    assert.equal(engine, 'portable');
    assert.ok(loss < 0.1, `the loss is ${loss}`);
    assert.equal(product, 512);
  }

  it('trains in a page, on one thread', async () => {
    const page = await open({});
    const trained = await page.evaluate(async (address) => {
      const { trainXor } = await import(`${address}/train.js`).then(() => globalThis as never);
      return (trainXor as (folder: string, threads: number) => Promise<Trained>)(`${address}/`, 4);
    }, origin);
    check(trained);
    assert.equal(trained.threads, 1);
    await page.close();
  });

  for (const [where, headers, threads] of [
    ['a web worker, on one thread', {}, 1],
    ['a web worker that may share memory, on two threads', isolation, 2],
  ] as const) {
    it(`trains in ${where}`, async () => {
      const page = await open(headers);
      const trained = await page.evaluate(
        (address) =>
          new Promise<Trained>((resolve, reject) => {
            const worker = new Worker(`${address}/train.js`, { type: 'module' });
            worker.onmessage = ({ data }) => resolve(data);
            worker.onerror = ({ message }) => reject(new Error(message));
            worker.postMessage({ folder: `${address}/`, threads: 2 });
          }),
        origin,
      );
      check(trained);
      assert.equal(trained.threads, threads);
      await page.close();
    });
  }
});
