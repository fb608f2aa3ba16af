/** The built panel of chapter 07 in Chromium, its figures worked by keyboard and pointer. */
import assert from 'node:assert/strict';
import { chapter } from '../../walkthroughs/07-probabilistic-models/chapter.ts';
import { drawsEachConcept, usePanel } from './pages/panelPage.ts';

describe('the panel of chapter 07', function () {
  this.timeout(60_000);
  const panel = usePanel(chapter, '.figure .data');
  const { open, last } = panel;

  async function state<S>(): Promise<S> {
    await panel.view.page.waitForTimeout(400);
    return (await last('figure'))?.state as S;
  }

  drawsEachConcept(panel, chapter);

  it('moves a Gaussian by keyboard, and EM raises the log-likelihood again', async () => {
    await open('distributions');
    const { page } = panel.view;
    const likelihood = async () => {
      const text = (await page.locator('.reading').textContent()) ?? '';
      return Number(/Log-likelihood (-?[\d.]+)\./.exec(text)?.[1]);
    };
    const before = await likelihood();
    await page.getByRole('application').press('Shift+ArrowLeft');
    const moved = await likelihood();
    assert.notEqual(moved, before);
    await page.getByRole('button', { name: 'E step' }).click();
    await page.getByRole('button', { name: 'M step' }).click();
    assert.ok((await likelihood()) > moved);
    const { steps } = await state<{ steps: number }>();
    assert.equal(steps, 2);
  });

  it('walks the chain, replays the same walk after Reset, and keeps it', async () => {
    await open('markov-chains');
    const { page } = panel.view;
    const walk = async () => {
      const draw = page.getByRole('button', { name: 'Draw a letter' });
      for (let i = 0; i < 5; i++) await draw.click();
      const { text, done } = await state<{ text: string; done: string }>();
      return `${text}/${done}`;
    };
    const first = await walk();
    await page.getByRole('button', { name: 'Reset' }).click();
    assert.equal(await walk(), first);
  });

  it('plays a tune, and stops it', async () => {
    await open('markov-chains', { figures: { markov: { corpus: 'tunes', order: 2 } } });
    const { page, problems } = panel.view;
    await page.getByRole('button', { name: 'Write 10' }).click();
    await page.getByRole('button', { name: 'Listen to' }).click();
    const stop = page.getByRole('button', { name: 'Stop' });
    await page.waitForFunction(
      `!document.querySelector('.listening button:nth-of-type(2)').disabled`,
    );
    await stop.click();
    assert.ok(await stop.isDisabled());
    assert.deepEqual(problems, []);
  });
});
