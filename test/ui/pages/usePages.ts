/** Webviews in one Chromium, for the tests of a `describe`. */
import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { launchChromium, type OpenOptions, openView, type ViewPage } from './harness.ts';

/** What opens a view. After each test the one opened last must have met no problem; it is closed then. */
export function usePages(): (options: OpenOptions) => Promise<ViewPage> {
  let browser: Browser;
  let view: ViewPage;
  before(async () => {
    browser = await launchChromium();
  });
  after(() => browser?.close());
  afterEach(async () => {
    assert.deepEqual(view.problems, []);
    await view.page.context().close();
  });
  return async (options) => {
    view = await openView(browser, options);
    return view;
  };
}
