/** The built panel of chapter 03 in Chromium, its figures worked by keyboard and pointer. */
import assert from 'node:assert/strict';
import { chapter } from '../../walkthroughs/03-overfitting-and-underfitting/chapter.ts';
import { comesBackAsLeft, drawsEachConcept, usePanel } from './pages/panelPage.ts';

describe('the panel of chapter 03', function () {
  this.timeout(60_000);
  const panel = usePanel(chapter, '.figure .data');
  const { open, last } = panel;

  drawsEachConcept(panel, chapter);
  comesBackAsLeft(panel, chapter);

  it('tells underfit, good fit and overfit apart as the degree grows', async () => {
    await open('fit');
    const { page } = panel.view;
    const verdict = () => page.locator('p.reading strong').innerText();
    assert.match(await verdict(), /underfits/);
    const degree = page.getByRole('slider', { name: 'Degree of the polynomial' });
    for (let i = 0; i < 4; i++) await degree.press('ArrowRight');
    assert.match(await verdict(), /good fit/);
    await degree.press('End');
    assert.match(await verdict(), /overfits/);
  });

  it('moves a point by keyboard, and puts it back', async () => {
    await open('fit');
    const { page } = panel.view;
    await page.getByRole('slider', { name: /^Polynomial of degree/ }).press('ArrowUp');
    await page.waitForTimeout(400);
    const state = (await last('figure'))?.state as { moved?: number[] };
    assert.equal(state.moved?.length, 2);
    await page.getByRole('button', { name: 'Put points back' }).click();
    assert.ok(await page.getByRole('button', { name: 'Put points back' }).isDisabled());
  });
});
