/** The built panel of chapter 02 in Chromium, its figures worked by keyboard and pointer. */
import assert from 'node:assert/strict';
import { chapter } from '../../walkthroughs/02-neural-networks/chapter.ts';
import { comesBackAsLeft, drawsEachConcept, usePanel } from './pages/panelPage.ts';

describe('the panel of chapter 02', function () {
  this.timeout(60_000);
  const panel = usePanel(chapter, '.figure .data');
  const { open, last } = panel;

  async function state(): Promise<unknown> {
    await panel.view.page.waitForTimeout(400);
    return (await last('figure'))?.state;
  }

  drawsEachConcept(panel, chapter);
  comesBackAsLeft(panel, chapter);

  it('goes through the passes, chooses another network, and keeps both', async () => {
    await open('neurons');
    const { page } = panel.view;
    await page.getByRole('button', { name: 'Next in the pass' }).click();
    await page.getByText('The loss compares the answer').waitFor();
    await page.getByRole('button', { name: 'Next in the pass' }).click();
    await page.getByText('Backward pass, output').waitFor();
    await page.getByRole('slider', { name: 'Hidden layers' }).press('ArrowRight');
    assert.equal(await page.locator('button.net-unit').count(), 3 * 6 + 1);
    const { layers, stage } = (await state()) as { layers: number; stage: number };
    assert.deepEqual([layers, stage], [3, 4]);
  });

  it('replays exactly: the same seed, the same steps, the same loss', async () => {
    await open('neurons');
    const lossAfter = async (steps: number) => {
      for (let i = 0; i < steps; i++)
        await panel.view.page.getByRole('button', { name: 'Step', exact: true }).click();
      await panel.view.page.waitForTimeout(100);
      return panel.view.page.getByText('The ringed point:').textContent();
    };
    const first = await lossAfter(5);
    assert.notEqual(await lossAfter(5), first);
    await panel.view.page.getByRole('button', { name: 'Reset' }).click();
    assert.equal(await lossAfter(5), first);
  });

  it('changes a weight of the kernel by keyboard and by dragging, and slides with the arrow keys', async () => {
    await open('convolution');
    const { page } = panel.view;
    const weight = page.getByRole('spinbutton', { name: 'Weight in row 1, column 1' });
    await weight.press('ArrowUp');
    assert.equal(await weight.inputValue(), '-0.5');
    const box = await weight.boundingBox();
    assert.ok(box);
    await page.mouse.move(box.x + 20, box.y + 20);
    await page.mouse.down();
    await page.mouse.move(box.x + 20, box.y - 4, { steps: 4 });
    await page.mouse.up();
    assert.equal(await weight.inputValue(), '1');
    const map = page.getByRole('slider', { name: /^Feature map/ });
    await map.press('ArrowRight');
    assert.match((await map.getAttribute('aria-valuetext')) ?? '', /^row 5, column 8: /);
    const { kernel, place } = (await state()) as { kernel: number[]; place: number };
    assert.deepEqual([kernel[0], place], [1, 55]);
  });

  it('goes on from the letters typed, shows a step of it, and keeps the beginning', async () => {
    await open('recurrence');
    const { page } = panel.view;
    await page.getByRole('textbox', { name: 'Begin a name' }).fill('Mi7r');
    assert.equal(await page.getByRole('button', { name: /given$/ }).count(), 4);
    await page.getByRole('button', { name: 'Step 2: m, given' }).click();
    await page.getByText('After “m” the network expects').waitFor();
    const { start, selected } = (await state()) as { start: string; selected: number };
    assert.deepEqual([start, selected], ['mir', 1]);
  });

  it('dreams by steps of its own, and again as far when it is opened again', async () => {
    await open('generation');
    const { page } = panel.view;
    const before = await page
      .getByRole('button', { name: /^Dream of a 3/ })
      .getAttribute('aria-label');
    for (let i = 0; i < 5; i++) await page.getByRole('button', { name: 'One step uphill' }).click();
    const after = await page
      .getByRole('button', { name: /^Dream of a 3/ })
      .getAttribute('aria-label');
    assert.notEqual(after, before);
    const kept = (await state()) as { dreamed: number };
    assert.equal(kept.dreamed, 5);

    await open('generation', { figures: { generate: kept } });
    await panel.view.page.getByRole('img', { name: 'After 5 steps' }).waitFor();
    const again = await panel.view.page
      .getByRole('button', { name: /^Dream of a 3/ })
      .getAttribute('aria-label');
    assert.equal(again, after);
  });

  it('spells a name letter by letter', async () => {
    await open('generation');
    const { page } = panel.view;
    await page.getByRole('button', { name: 'Draw a letter' }).click();
    assert.match(
      (await page.locator('.spelled').getAttribute('aria-label')) ?? '',
      /^Written so far: ([a-z]|nothing)$/,
    );
  });
});
