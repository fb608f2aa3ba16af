/** The built panel of chapter 06 in Chromium, its figures worked by keyboard and pointer. */
import assert from 'node:assert/strict';
import { chapter } from '../../walkthroughs/06-evaluation-metrics/chapter.ts';
import { drawsEachConcept, usePanel } from './pages/panelPage.ts';

describe('the panel of chapter 06', function () {
  this.timeout(60_000);
  const panel = usePanel(chapter, '.figure .data');
  const { open, last } = panel;

  async function state(): Promise<Record<string, unknown>> {
    await panel.view.page.waitForTimeout(400);
    return (await last('figure'))?.state as Record<string, unknown>;
  }

  drawsEachConcept(panel, chapter);

  it('moves the threshold by keyboard, and is accurate without finding anything', async () => {
    await open('classification');
    const threshold = panel.view.page.getByRole('slider', { name: /^Threshold/ });
    await threshold.focus();
    await threshold.press('ArrowRight');
    assert.equal((await state()).threshold, 1.1);
    await panel.view.page.getByRole('button', { name: /always “no”/ }).click();
    await panel.view.page.getByText(/Accuracy 99\.0 %.*all 100 positives are missed/).waitFor();
  });

  it('takes a copy of 20 dB into the sliders', async () => {
    await open('image-similarity');
    await panel.view.page.getByRole('button', { name: /^Brightness at 20 dB/ }).click();
    await panel.view.page.getByText(/PSNR 20\.0 dB, SSIM 0\.9/).waitFor();
    assert.equal((await state()).noise, 0);
  });

  it('has a distance of 0 for equal Gaussians, drops a class by click, and comes back with it', async () => {
    await open('generative');
    const { page } = panel.view;
    await page.getByRole('button', { name: 'Make them equal' }).click();
    await page.getByText(/Fréchet distance 0\.00/).waitFor();
    const means = page.getByRole('application', { name: /^Means of/ });
    await means.focus();
    await means.press('ArrowRight');
    await page.getByText(/Fréchet distance 0\.03/).waitFor();
    await page.getByRole('button', { name: /^Class 3/ }).click();
    await page.getByText(/9 of 10 classes made/).waitFor();
    const saved = await state();
    assert.deepEqual(saved.dropped, [3]);
    await open('generative', { figures: { generative: saved } });
    await panel.view.page.getByText(/9 of 10 classes made/).waitFor();
  });

  it('says what the chosen metric would let through', async () => {
    await open('choosing');
    const { page } = panel.view;
    await page.getByRole('button', { name: 'Accuracy' }).click();
    await page.getByText(/Accuracy prefers A; wanted is B/).waitFor();
    await page.getByRole('button', { name: 'Recall' }).click();
    await page.getByText('1 of 5 cases').waitFor();
    assert.deepEqual((await state()).answers, [2, -1, -1, -1, -1]);
  });
});
