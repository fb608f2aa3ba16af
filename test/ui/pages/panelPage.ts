/** A chapter's built panel in Chromium, for the tests of its figures. */
import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import type { Chapter } from '../../../src/curriculum/chapter.ts';
import { launchChromium, openView, type ViewPage } from './harness.ts';

export interface PanelPage {
  readonly view: ViewPage;
  /** Shows a concept; `snapshot` adds to what the host sends first, `motion` allows figures to move by themselves. */
  open(conceptId: string, snapshot?: object, motion?: boolean): Promise<void>;
  /** The newest message of a type that the panel posted. */
  last(type: string): Promise<Record<string, unknown> | undefined>;
}

/** Opens and closes what the tests of a `describe` need. @param ready selector of what each figure shows once it is drawn */
export function usePanel({ folder }: Chapter, ready: string): PanelPage {
  let browser: Browser;
  let view: ViewPage;
  before(async () => {
    browser = await launchChromium();
  });
  after(() => browser.close());
  afterEach(() => view.page.context().close());
  return {
    get view() {
      return view;
    },
    async open(conceptId, snapshot = {}, motion = false) {
      view = await openView(browser, {
        view: `panel-${folder}`,
        width: 1200,
        height: 900,
        motion,
      });
      const empty = { type: 'snapshot', answers: [], figures: {}, runs: [] };
      await view.send({ ...empty, conceptId, ...snapshot });
      await view.page.waitForSelector(ready);
    },
    async last(type) {
      return (await view.received()).filter((message) => message.type === type).at(-1);
    },
  };
}

/** Each concept of the chapter breaks no rule of the page's policy, and fits narrow and wide windows. */
export function drawsEachConcept(panel: PanelPage, chapter: Chapter): void {
  for (const { id } of chapter.concepts) {
    it(`draws ${id} within the page’s policy, from 320 px up`, async () => {
      await panel.open(id, {}, true);
      const { page, problems } = panel.view;
      for (const width of [320, 1400]) {
        await page.setViewportSize({ width, height: 900 });
        await page.waitForTimeout(300);
        const wide = await page.evaluate('document.documentElement.scrollWidth');
        assert.ok(Number(wide) <= width, `${wide} px wide in ${width}`);
      }
      assert.deepEqual(problems, []);
    });
  }
}
