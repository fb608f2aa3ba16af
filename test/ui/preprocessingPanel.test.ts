/** The built panel of chapter 05 in Chromium, its figures worked by keyboard and pointer. */
import assert from 'node:assert/strict';
import { chapter } from '../../walkthroughs/05-data-preprocessing/chapter.ts';
import { comesBackAsLeft, drawsEachConcept, usePanel } from './pages/panelPage.ts';

describe('the panel of chapter 05', function () {
  this.timeout(60_000);
  const panel = usePanel(chapter, '.figure .data');
  const { open, last } = panel;

  async function state(): Promise<Record<string, unknown>> {
    await panel.view.page.waitForTimeout(400);
    return (await last('figure'))?.state as Record<string, unknown>;
  }

  drawsEachConcept(panel, chapter);
  comesBackAsLeft(panel, chapter);

  it('needs few steps on standardized columns and many on raw ones, and says when it diverges', async () => {
    await open('scaling');
    const steps = async () =>
      Number(await panel.view.page.locator('p.reading strong').first().textContent());
    const raw = await steps();
    await panel.view.page.getByRole('button', { name: 'Standardized' }).click();
    assert.ok(raw > 30 * (await steps()), `${raw} steps raw`);
    const rate = panel.view.page.getByRole('slider', { name: 'Learning rate η' });
    await rate.focus();
    await rate.press('End');
    await panel.view.page.getByText(/^Diverges/).waitFor();
    assert.equal((await state()).ratio, 1);
  });

  it('moves the start of gradient descent by arrow keys', async () => {
    await open('scaling');
    const start = panel.view.page.getByRole('slider', { name: /^Start of gradient descent/ });
    await start.focus();
    await start.press('ArrowRight');
    assert.equal((await state()).x, -2.1);
  });

  it('hides a cell, says what it is filled with, and shows it again', async () => {
    await open('missing-values', { figures: { 'missing-values': { hidden: [], method: 'mean' } } });
    await panel.view.page.getByRole('button', { name: /^House 3, area/ }).click();
    await panel.view.page.getByRole('button', { name: /^House 3, area.*hidden, truly/ }).waitFor();
    assert.deepEqual((await state()).hidden, [6]);
    await panel.view.page.getByRole('button', { name: /^House 3, area/ }).click();
    assert.deepEqual((await state()).hidden, []);
  });

  it('tells a fault from what only looks like one, and comes back with what was found', async () => {
    await open('cleaning');
    await panel.view.page.getByRole('button', { name: 'Row 3, area, m²: 9500' }).click();
    await panel.view.page.getByText('1 of 7').waitFor();
    await panel.view.page.getByRole('button', { name: 'Row 9, area, m²: 310' }).click();
    await panel.view.page.getByText(/1 false alarms/).waitFor();
    await panel.view.page.getByText(/unusual is not wrong/).waitFor();
    const saved = await state();
    await open('cleaning', { figures: { cleaning: saved } });
    await panel.view.page.getByText('1 of 7').waitFor();
  });

  it('turns the line by keyboard to where it explains most', async () => {
    await open('principal-components', { figures: { 'principal-components': { angle: 50 } } });
    const slider = panel.view.page.getByRole('slider', { name: 'Angle, degrees' });
    await slider.focus();
    for (let i = 0; i < 5; i++) await slider.press('ArrowLeft');
    await panel.view.page
      .getByText(/The line explains 96\.6 % of the variance; the best one, at 45°, 96\.6/)
      .waitFor();
    assert.equal((await state()).angle, 45);
  });

  it('names a 6 that is turned too far something else, and keeps the knobs', async () => {
    await open('augmentation');
    await panel.view.page.getByText('24 of 24').waitFor();
    const turn = panel.view.page.getByRole('slider', { name: 'Rotation up to, degrees' });
    await turn.focus();
    await turn.press('End');
    await panel.view.page.getByText(/is lied to/).waitFor();
    assert.ok((await panel.view.page.locator('.augmented .lie').count()) > 5);
    assert.equal((await state()).turn, 180);
  });

  it('trains both autoencoders a step at a time, and replays the same steps after Reset', async () => {
    await open('augmentation-for-generation');
    const scores = async () => {
      await panel.view.page.getByRole('button', { name: 'Step' }).click();
      await panel.view.page.getByRole('button', { name: 'Step' }).click();
      await panel.view.page.waitForTimeout(300);
      return panel.view.page.locator('.plane-box p').allTextContents();
    };
    const first = await scores();
    await panel.view.page.getByRole('button', { name: 'Reset' }).click();
    assert.deepEqual(await scores(), first);
    assert.equal(new Set(first).size, 2);
  });
});
