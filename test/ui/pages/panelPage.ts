/** A chapter's built panel in Chromium, for the tests of its figures. */
import assert from 'node:assert/strict';
import type { Chapter } from '../../../src/curriculum/chapter.ts';
import type { ViewPage } from './harness.ts';
import { usePage } from './usePages.ts';

export interface PanelPage {
  readonly view: ViewPage;
  /** Shows a concept; `snapshot` adds to what the host sends first, `motion` allows figures to move by themselves. */
  open(conceptId: string, snapshot?: object, motion?: boolean): Promise<void>;
  /** The newest message of a type that the panel posted. */
  last(type: string): Promise<Record<string, unknown> | undefined>;
}

/** What the tests of a `describe` need. @param ready selector of what each figure shows once it is drawn */
export function usePanel({ folder }: Chapter, ready: string): PanelPage {
  const show = usePage();
  let view: ViewPage;
  return {
    get view() {
      return view;
    },
    async open(conceptId, snapshot = {}, motion = false) {
      view = await show({ view: `panel-${folder}`, width: 1200, height: 900, motion });
      const empty = { type: 'snapshot', answers: [], figures: {}, runs: [] };
      await view.send({ ...empty, conceptId, ...snapshot });
      await view.page.locator(ready).first().waitFor();
    },
    async last(type) {
      return (await view.received()).filter((message) => message.type === type).at(-1);
    },
  };
}

/** Names of tabs of which a word is wider than its place. */
const cutTitles = `[...document.querySelectorAll('.tabs .title')]
  .filter((title) => title.scrollWidth > title.clientWidth)
  .map((title) => title.textContent)`;

/** Each concept of the chapter breaks no rule of the page's policy, and fits narrow and wide windows. */
export function drawsEachConcept(panel: PanelPage, chapter: Chapter): void {
  for (const { id } of chapter.concepts) {
    it(`draws ${id} within the page’s policy, from 320 px up`, async () => {
      await panel.open(id, {}, true);
      const { page, problems } = panel.view;
      for (const width of [320, 924, 1400]) {
        await page.setViewportSize({ width, height: 900 });
        await page.waitForTimeout(300);
        const wide = await page.evaluate('document.documentElement.scrollWidth');
        assert.ok(Number(wide) <= width, `${wide} px wide in ${width}`);
        assert.deepEqual(await page.evaluate(cutTitles), [], `cut off in ${width} px`);
      }
      assert.deepEqual(problems, []);
    });
  }
}

/**
 * Each figure waits for a hand where less motion is wanted, has a table of its numbers, is worked by keyboard,
 * and comes back as it was left.
 */
export function comesBackAsLeft(panel: PanelPage, chapter: Chapter): void {
  for (const { id } of chapter.concepts) {
    it(`works ${id} by keyboard, and opens it again as it was left`, async () => {
      await panel.open(id);
      const { page } = panel.view;
      assert.equal(await page.locator('.figure button', { hasText: /^Pause/ }).count(), 0);
      await page.locator('.figure .data summary').first().press('Enter');
      await page.locator('.figure .data table th[scope="col"]').nth(1).waitFor();
      const fresh = await page.evaluate(settings);
      const worked = await page.locator('.figure :is(input[type=range], [role=slider])').all();
      for (const control of worked) {
        if (!(await control.isEnabled())) continue;
        await control.press('ArrowRight');
        await control.press('ArrowUp');
      }
      // Two buttons of each switch, for example: what is pressed is part of what is kept.
      const choice = page.locator('.figure button[aria-pressed="false"]').last();
      if ((await choice.count()) > 0) await choice.press('Enter');
      await page.waitForTimeout(400);
      const left = await page.evaluate(settings);
      assert.notDeepEqual(left, fresh);

      const saved = (await panel.view.received()).filter(({ type }) => type === 'figure');
      const figures = Object.fromEntries(saved.map(({ figure, state }) => [figure, state]));
      await panel.open(id, { figures });
      assert.deepEqual(await panel.view.page.evaluate(settings), left);
      assert.deepEqual(panel.view.problems, []);
    });
  }
}

/**
 * As text, for the page: where every control of the figure stands. Numbers in names change with training,
 * as do charts of it; which of a plane's points is chosen is not kept.
 */
const settings = `[...document.querySelectorAll('.figure :is(input, select, [aria-pressed], [role=slider])')]
  .filter((control) => !control.matches('.drag-y, [aria-label*="values by arrow keys"]'))
  .map((control) => {
    const name = control.getAttribute('aria-label') ?? control.labels?.[0]?.textContent ?? control.textContent;
    const state = control.type === 'checkbox' ? control.checked
      : control.getAttribute('aria-pressed') ?? control.getAttribute('aria-valuenow') ?? control.value;
    return name.replace(/[-\\d.]+/g, '') + ': ' + state;
  })`;
