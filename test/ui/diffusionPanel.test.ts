/** The built panel of chapter 11 in Chromium, its figures worked by keyboard. */
import assert from 'node:assert/strict';
import { chapter } from '../../walkthroughs/11-diffusion/chapter.ts';
import { drawsEachConcept, usePanel } from './pages/panelPage.ts';

describe('the panel of chapter 11', function () {
  this.timeout(60_000);
  const panel = usePanel(chapter, '.figure .data');
  const { open, last } = panel;

  async function state(): Promise<Record<string, unknown>> {
    await panel.view.page.waitForTimeout(400);
    return (await last('figure'))?.state as Record<string, unknown>;
  }

  drawsEachConcept(panel, chapter);

  it('slides the time by keyboard to pure noise, and keeps it', async () => {
    await open('forward-process');
    const time = panel.view.page.getByRole('slider', { name: /^Schedule/ });
    await time.focus();
    await time.press('End');
    await panel.view.page.getByLabel(/at time 50: 3 % signal/).waitFor();
    assert.equal((await state()).step, 50);
  });

  it('comes back at the step and the place it was left at', async () => {
    const saved = { step: 40, at: [0, 1], seed: 3 };
    await open('reverse-process', { figures: { 'reverse-process': saved } });
    await panel.view.page.getByText('step 40 of 40').waitFor();
    const point = panel.view.page.getByRole('slider', { name: /A noisy point/ });
    assert.match((await point.getAttribute('aria-valuetext')) ?? '', /x 0\.00, y 1\.00/);
  });

  it('samples in as many steps as the slider says, up to the last', async () => {
    await open('fewer-steps');
    const steps = panel.view.page.getByRole('slider', { name: 'Sampling steps' });
    await steps.focus();
    await steps.press('Home');
    await panel.view.page.getByText('step 1 of 1').waitFor();
    assert.equal((await state()).steps, 1);
  });

  it('makes samples surer of their class, and more alike, by guidance', async () => {
    const spreadAt = async (weight: number) => {
      await open('guidance', { figures: { guidance: { weight, step: 16 } } });
      const text = await panel.view.page.getByText(/their spread is/).textContent();
      return Number(/spread is ([\d.]+)/.exec(text ?? '')?.[1]);
    };
    const followed = await spreadAt(1);
    assert.ok((await spreadAt(4)) < 0.6 * followed, `${followed} at 1`);
    await open('guidance');
  });
});
