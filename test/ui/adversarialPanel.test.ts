/** The built panel of chapter 09 in Chromium, its figures worked by keyboard and pointer. */
import assert from 'node:assert/strict';
import { chapter } from '../../walkthroughs/09-adversarial-training/chapter.ts';
import { drawsEachConcept, usePanel } from './pages/panelPage.ts';

describe('the panel of chapter 09', function () {
  this.timeout(60_000);
  const panel = usePanel(chapter, '.figure .data');
  const { open, last } = panel;

  async function state(): Promise<Record<string, unknown>> {
    await panel.view.page.waitForTimeout(400);
    return (await last('figure'))?.state as Record<string, unknown>;
  }

  drawsEachConcept(panel, chapter);

  it('steps one player at a time, and replays what was done', async () => {
    await open('adversarial-game');
    const { page } = panel.view;
    const reading = () => page.locator('.figure .reading').textContent();
    const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
    await press('Step the discriminator');
    await press('Step the discriminator');
    await press('Step the generator');
    const played = await reading();
    const { history, steps } = await state();
    assert.deepEqual([history, steps], [[1, 2, 2, 1], 3]);
    await open('adversarial-game', { figures: { 'adversarial-game': { history, steps } } });
    await panel.view.page.getByText('step 3', { exact: true }).waitFor();
    assert.equal(await reading(), played);
  });

  it('takes a target drawn by keyboard', async () => {
    await open('adversarial-game');
    const { page } = panel.view;
    await page.getByRole('button', { name: 'Your own' }).click();
    await page.getByText('There is nothing to imitate yet.').waitFor();
    await page.getByRole('slider', { name: 'Plane to draw' }).press('ArrowRight');
    const { own } = await state();
    assert.equal((own as number[]).length, 6);
  });

  it('shows a failure, and the remedy beside it at one click', async () => {
    await open('mode-collapse');
    const { page } = panel.view;
    await page.getByRole('button', { name: 'Vanishing gradient' }).click();
    assert.equal(await page.locator('.figure canvas.plane-canvas').count(), 1);
    await page.getByRole('button', { name: 'Apply the remedy' }).click();
    assert.equal(await page.locator('.figure canvas.plane-canvas').count(), 2);
    const { failure, remedy } = await state();
    assert.deepEqual([failure, remedy], ['vanishing', true]);
  });

  it('trains whole epochs of the image GAN between frames, and the same ones again', async () => {
    await open('image-gan');
    const { page } = panel.view;
    const epoch = (number: number) => page.locator('.reading', { hasText: `Epoch ${number}:` });
    const step = page.getByRole('button', { name: /^Step/ });
    await step.click();
    await epoch(1).waitFor({ timeout: 30_000 });
    await step.click();
    await epoch(2).waitFor({ timeout: 30_000 });
    const read = await epoch(2).textContent();
    assert.match(read ?? '', /of real digits/);
    const { steps } = await state();
    assert.equal(steps, 2);
    await open('image-gan', { figures: { 'image-gan': { steps } } });
    await epoch(2).waitFor({ timeout: 30_000 });
    assert.equal(await epoch(2).textContent(), read);
  });
});
