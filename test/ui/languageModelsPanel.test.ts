/** The built panel of chapter 12 in Chromium. */
import assert from 'node:assert/strict';
import { chapter } from '../../walkthroughs/12-language-models/chapter.ts';
import { drawsEachConcept, usePanel } from './pages/panelPage.ts';

describe('the panel of chapter 12', function () {
  this.timeout(60_000);
  const panel = usePanel(chapter, '.figure .data');

  drawsEachConcept(panel, chapter);

  it('draws the same characters again after Reset', async () => {
    await panel.open('next-token');
    const { page } = panel.view;
    const draw = async () => {
      await page.getByRole('button', { name: 'Draw 20' }).click();
      return page.locator('.written-text').textContent();
    };
    const first = await draw();
    assert.equal(first?.length, 24);
    await page.getByRole('button', { name: 'Reset' }).click();
    assert.equal(await draw(), first);
  });

  it('reads a pair that the keyboard chooses from the map', async () => {
    await panel.open('next-token');
    const { page } = panel.view;
    const map = page.getByRole('application', { name: 'Probabilities of all pairs' });
    const before = await map.getAttribute('aria-label');
    await map.press('ArrowRight');
    assert.notEqual(await map.getAttribute('aria-label'), before);
  });

  it('gives a key that moves another weight', async () => {
    await panel.open('attention');
    const { page } = panel.view;
    const plane = page.getByRole('application', { name: 'The query of it' });
    const weights = () => page.locator('.mix tbody').textContent();
    const before = await weights();
    await plane.press('PageDown');
    await plane.press('Shift+ArrowRight');
    assert.notEqual(await weights(), before);
  });

  it('goes on with a pattern, and no longer without position vectors', async () => {
    await panel.open('tiny-gpt');
    const { page } = panel.view;
    const expected = () => page.locator('.places .expected.right').count();
    const known = await expected();
    assert.ok(known >= 6, `${known} right`);
    await page.getByRole('textbox', { name: 'Your text' }).fill('abcabcabc');
    assert.ok((await expected()) >= 5);
    const positions = page.getByRole('group', { name: 'Position vectors' });
    await positions.getByText('Off').click();
    assert.ok((await expected()) < 3);
  });

  it('leaves one character to draw with a top-k of 1', async () => {
    await panel.open('sampling');
    const slider = panel.view.page.getByRole('slider', { name: 'Top-k' });
    await slider.focus();
    await slider.press('Home');
    assert.equal(await panel.view.page.locator('.odds button:not([disabled])').count(), 1);
  });
});
