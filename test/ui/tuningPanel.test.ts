/** The built panel of chapter 04 in Chromium, its figures worked by keyboard and pointer. */
import assert from 'node:assert/strict';
import { chapter } from '../../walkthroughs/04-hyperparameter-tuning/chapter.ts';
import { comesBackAsLeft, drawsEachConcept, usePanel } from './pages/panelPage.ts';

describe('the panel of chapter 04', function () {
  this.timeout(60_000);
  const panel = usePanel(chapter, '.figure .data');
  const { open, last } = panel;

  drawsEachConcept(panel, chapter);
  comesBackAsLeft(panel, chapter);

  it('evaluates where the expected improvement is highest, or where it is clicked, or by Enter', async () => {
    await open('bayesian-optimization');
    const { page } = panel.view;
    const trials = async () => page.locator('.reading').innerText();
    await page.getByRole('button', { name: /^Evaluate where/ }).click();
    assert.match(await trials(), /^3 trials/);
    await page.locator('.posterior').click({ position: { x: 300, y: 100 } });
    assert.match(await trials(), /^4 trials/);
    const cursor = page.getByRole('slider', { name: /^Learning rate to evaluate/ });
    await cursor.press('ArrowLeft');
    await cursor.press('Enter');
    assert.match(await trials(), /^5 trials/);
    await page.waitForTimeout(400);
    const state = (await last('figure'))?.state as { seen?: number[] };
    assert.equal(state.seen?.length, 5);
  });

  it('finds the deeper of two valleys in fewer than a dozen trials', async () => {
    await open('bayesian-optimization');
    const { page } = panel.view;
    for (let i = 0; i < 9; i++) await page.getByRole('button', { name: /^Evaluate where/ }).click();
    const [, lowest] =
      /lowest loss (\d+\.\d+)/.exec(await page.locator('.reading').innerText()) ?? [];
    assert.ok(Number(lowest) < 0.35, `lowest loss ${lowest}`);
  });
});
