/** Webviews in Chromium, for the tests of a `describe`. */
import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { launchChromium, type OpenOptions, openView, type ViewPage } from './harness.ts';

export type ShowView = (options: OpenOptions) => Promise<ViewPage>;

/**
 * What shows a view, in one page for all tests: a page of its own costs a process and the compiling of all scripts.
 * A test that failed may have left a page that answers no more, so the next gets a new one.
 */
export function usePage(): ShowView {
  let browser: Browser;
  let view: ViewPage | undefined;
  before(async () => {
    browser = await launchChromium();
  });
  after(() => browser?.close());
  afterEach(async function () {
    if (this.currentTest?.state !== 'failed') return;
    await view?.page.context().close();
    view = undefined;
  });
  return async (options) => {
    if (view) await view.show(options);
    else view = await openView(browser, options);
    return view;
  };
}

/** As `usePage`; after each test the view shown last must have met no problem. */
export function usePages(): ShowView {
  const show = usePage();
  let view: ViewPage;
  afterEach(() => assert.deepEqual(view.problems, []));
  return async (options) => {
    view = await show(options);
    return view;
  };
}
