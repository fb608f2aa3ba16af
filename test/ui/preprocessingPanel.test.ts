/** The built panel of chapter 05 in Chromium, its figures worked by keyboard and pointer. */
import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { chapter } from '../../walkthroughs/05-data-preprocessing/chapter.ts';
import { launchChromium, openView, type ViewPage } from './pages/harness.ts';

describe('the panel of chapter 05', function () {
  this.timeout(60_000);
  let browser: Browser;
  let view: ViewPage;

  before(async () => {
    browser = await launchChromium();
  });

  after(() => browser.close());

  afterEach(() => view.page.context().close());

  async function open(conceptId: string, figures: object = {}, motion = false): Promise<void> {
    view = await openView(browser, {
      view: 'panel-05-data-preprocessing',
      width: 1200,
      height: 900,
      motion,
    });
    await view.send({ type: 'snapshot', conceptId, answers: [], figures, runs: [] });
    await view.page.waitForSelector('.figure .data');
  }

  async function state(): Promise<Record<string, unknown>> {
    await view.page.waitForTimeout(400);
    const last = (await view.received()).filter(({ type }) => type === 'figure').at(-1);
    return last?.state as Record<string, unknown>;
  }

  for (const { id } of chapter.concepts) {
    it(`draws ${id} within the page’s policy, from 320 px up`, async () => {
      await open(id, {}, true);
      for (const width of [320, 1400]) {
        await view.page.setViewportSize({ width, height: 900 });
        await view.page.waitForTimeout(300);
        const wide = await view.page.evaluate('document.documentElement.scrollWidth');
        assert.ok(Number(wide) <= width, `${wide} px wide in ${width}`);
      }
      assert.deepEqual(view.problems, []);
    });
  }

  it('needs few steps on standardized columns and many on raw ones, and says when it diverges', async () => {
    await open('scaling');
    const steps = async () =>
      Number(await view.page.locator('p.reading strong').first().textContent());
    const raw = await steps();
    await view.page.getByRole('button', { name: 'Standardized' }).click();
    assert.ok(raw > 30 * (await steps()), `${raw} steps raw`);
    const rate = view.page.getByRole('slider', { name: 'Learning rate η' });
    await rate.focus();
    await rate.press('End');
    await view.page.getByText(/^Diverges/).waitFor();
    assert.equal((await state()).ratio, 1);
  });

  it('moves the start of gradient descent by arrow keys', async () => {
    await open('scaling');
    const start = view.page.getByRole('slider', { name: /^Start of gradient descent/ });
    await start.focus();
    await start.press('ArrowRight');
    assert.equal((await state()).x, -2.1);
  });

  it('hides a cell, says what it is filled with, and shows it again', async () => {
    await open('missing-values', { 'missing-values': { hidden: [], method: 'mean' } });
    await view.page.getByRole('button', { name: /^House 3, area/ }).click();
    await view.page.getByRole('button', { name: /^House 3, area.*hidden, truly/ }).waitFor();
    assert.deepEqual((await state()).hidden, [6]);
    await view.page.getByRole('button', { name: /^House 3, area/ }).click();
    assert.deepEqual((await state()).hidden, []);
  });

  it('tells a fault from what only looks like one, and comes back with what was found', async () => {
    await open('cleaning');
    await view.page.getByRole('button', { name: 'Row 3, area, m²: 9500' }).click();
    await view.page.getByText('1 of 7').waitFor();
    await view.page.getByRole('button', { name: 'Row 9, area, m²: 310' }).click();
    await view.page.getByText(/1 false alarms/).waitFor();
    await view.page.getByText(/unusual is not wrong/).waitFor();
    const saved = await state();
    await view.page.context().close();
    await open('cleaning', { cleaning: saved });
    await view.page.getByText('1 of 7').waitFor();
  });

  it('turns the line by keyboard to where it explains most', async () => {
    await open('principal-components', { 'principal-components': { angle: 50 } });
    const slider = view.page.getByRole('slider', { name: 'Angle, degrees' });
    await slider.focus();
    for (let i = 0; i < 5; i++) await slider.press('ArrowLeft');
    await view.page
      .getByText(/The line explains 96\.6 % of the variance; the best one, at 45°, 96\.6/)
      .waitFor();
    assert.equal((await state()).angle, 45);
  });

  it('names a 6 that is turned too far something else, and keeps the knobs', async () => {
    await open('augmentation');
    await view.page.getByText('24 of 24').waitFor();
    const turn = view.page.getByRole('slider', { name: 'Rotation up to, degrees' });
    await turn.focus();
    await turn.press('End');
    await view.page.getByText(/is lied to/).waitFor();
    assert.ok((await view.page.locator('.augmented .lie').count()) > 5);
    assert.equal((await state()).turn, 180);
  });

  it('trains both autoencoders a step at a time, and replays the same steps after Reset', async () => {
    await open('augmentation-for-generation');
    const scores = async () => {
      await view.page.getByRole('button', { name: 'Step' }).click();
      await view.page.getByRole('button', { name: 'Step' }).click();
      await view.page.waitForTimeout(300);
      return view.page.locator('.plane-box p').allTextContents();
    };
    const first = await scores();
    await view.page.getByRole('button', { name: 'Reset' }).click();
    assert.deepEqual(await scores(), first);
    assert.equal(new Set(first).size, 2);
  });
});
