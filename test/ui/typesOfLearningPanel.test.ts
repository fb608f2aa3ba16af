/** The built panel of chapter 01 in Chromium, its figures worked by keyboard and pointer. */
import assert from 'node:assert/strict';
import { chapter } from '../../walkthroughs/01-types-of-learning/chapter.ts';
import { comesBackAsLeft, drawsEachConcept, usePanel } from './pages/panelPage.ts';

describe('the panel of chapter 01', function () {
  this.timeout(60_000);
  const panel = usePanel(chapter, '.figure .data');

  drawsEachConcept(panel, chapter);
  comesBackAsLeft(panel, chapter);

  it('turns the noise dial by keyboard, and keeps it', async () => {
    await panel.open('novel-art');
    const { page } = panel.view;
    await page.getByRole('slider', { name: 'Noise dial s' }).press('Home');
    await page.waitForTimeout(400);
    const state = (await panel.last('figure'))?.state as { dial: number } | undefined;
    assert.equal(state?.dial, 0);
  });
});
