/** The built panel of chapter 10 in Chromium, its figures worked by keyboard. */
import assert from 'node:assert/strict';
import { chapter } from '../../walkthroughs/10-transfer-learning/chapter.ts';
import { drawsEachConcept, usePanel } from './pages/panelPage.ts';

describe('the panel of chapter 10', function () {
  this.timeout(60_000);
  const panel = usePanel(chapter, '.figure .data');
  const { open, last } = panel;

  drawsEachConcept(panel, chapter);

  it('moves the weights of layers that learn, none of a locked one, and keeps the locks', async () => {
    await open('feature-extractor');
    const { page } = panel.view;
    await page.getByRole('button', { name: 'Lock hidden layer 2' }).click();
    for (let i = 0; i < 3; i++) await page.getByRole('button', { name: 'Step' }).click();
    const moved = await page.locator('.layer .moved').allTextContents();
    assert.deepEqual(moved.slice(0, 2), ['moved 0 %', 'moved 0 %']);
    assert.notEqual(moved[2], 'moved 0 %');
    await page.waitForTimeout(400);
    const saved = (await last('figure'))?.state as Record<string, unknown>;
    assert.deepEqual(saved.locks, [1, 1, 0]);
  });
});
