/** The built panel of chapter 02 in Chromium, its figures worked by keyboard and pointer. */
import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { chapter } from '../../walkthroughs/02-neural-networks/chapter.ts';
import { launchChromium, openView, type ViewPage } from './pages/harness.ts';

describe('the panel of chapter 02', function () {
  this.timeout(60_000);
  let browser: Browser;
  let view: ViewPage;

  before(async () => {
    browser = await launchChromium();
  });

  after(() => browser.close());

  afterEach(() => view.page.context().close());

  async function open(conceptId: string, figures: object = {}, motion = false): Promise<void> {
    view = await openView(browser, {
      view: 'panel-02-neural-networks',
      width: 1200,
      height: 900,
      motion,
    });
    await view.send({ type: 'snapshot', conceptId, answers: [], figures, runs: [] });
    await view.page.waitForSelector('.figure .data');
  }

  async function state(): Promise<unknown> {
    await view.page.waitForTimeout(400);
    return (await view.received()).filter(({ type }) => type === 'figure').at(-1)?.state;
  }

  for (const { id } of chapter.concepts) {
    it(`draws ${id} within the page’s policy, from 320 px up`, async () => {
      await open(id, {}, true);
      for (const width of [320, 1400]) {
        await view.page.setViewportSize({ width, height: 900 });
        await view.page.waitForTimeout(300);
        const wide = await view.page.evaluate('document.documentElement.scrollWidth');
        assert.ok(Number(wide) <= width, `${wide} px wide in ${width}`);
      }
      assert.deepEqual(view.problems, []);
    });
  }

  it('goes through the passes, chooses another network, and keeps both', async () => {
    await open('neurons');
    const { page } = view;
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
        await view.page.getByRole('button', { name: 'Step', exact: true }).click();
      await view.page.waitForTimeout(100);
      return view.page.getByText('The ringed point:').textContent();
    };
    const first = await lossAfter(5);
    assert.notEqual(await lossAfter(5), first);
    await view.page.getByRole('button', { name: 'Reset' }).click();
    assert.equal(await lossAfter(5), first);
  });

  it('changes a weight of the kernel by keyboard and by dragging, and slides with the arrow keys', async () => {
    await open('convolution');
    const { page } = view;
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
    const { page } = view;
    await page.getByRole('textbox', { name: 'Begin a name' }).fill('Mi7r');
    assert.equal(await page.getByRole('button', { name: /given$/ }).count(), 4);
    await page.getByRole('button', { name: 'Step 2: m, given' }).click();
    await page.getByText('After “m” the network expects').waitFor();
    const { start, selected } = (await state()) as { start: string; selected: number };
    assert.deepEqual([start, selected], ['mir', 1]);
  });

  it('dreams by steps of its own, and again as far when it is opened again', async () => {
    await open('generation');
    const { page } = view;
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
    await page.context().close();

    await open('generation', { generate: kept });
    await view.page.getByRole('img', { name: 'After 5 steps' }).waitFor();
    const again = await view.page
      .getByRole('button', { name: /^Dream of a 3/ })
      .getAttribute('aria-label');
    assert.equal(again, after);
  });

  it('spells a name letter by letter', async () => {
    await open('generation');
    const { page } = view;
    await page.getByRole('button', { name: 'Draw a letter' }).click();
    assert.match(
      (await page.locator('.spelled').getAttribute('aria-label')) ?? '',
      /^Written so far: ([a-z]|nothing)$/,
    );
  });
});
