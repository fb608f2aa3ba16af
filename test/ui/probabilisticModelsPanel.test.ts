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
    await page.locator('.listening button:enabled', { hasText: 'Stop' }).waitFor();
    await stop.click();
    assert.ok(await stop.isDisabled());
    assert.deepEqual(problems, []);
  });

  it('explains a jam away, and keeps the evidence', async () => {
    await open('bayesian-networks');
    const { page } = panel.view;
    const jam = async () => {
      const label = await page.getByRole('button', { name: /^jam/ }).getAttribute('aria-label');
      return Number(/([\d.]+) %/.exec(label ?? '')?.[1]);
    };
    const before = await jam();
    await page.getByRole('button', { name: /^late/ }).click();
    const late = await jam();
    await page.getByRole('button', { name: /^overslept/ }).click();
    const explained = await jam();
    assert.ok(late > before && explained < late && explained > before);
    const { seen } = await state<{ seen: number[] }>();
    assert.deepEqual(seen, [-1, -1, 1, -1, -1, 1]);
  });

  it('goes hour by hour: a later sound changes the whole best path', async () => {
    await open('hidden-markov-model');
    const { page } = panel.view;
    await page.getByRole('button', { name: 'The best one (Viterbi)' }).click();
    await page.getByText('Best path so far: asleep, asleep, asleep.').waitFor();
    await page.getByRole('button', { name: 'Next hour' }).click();
    await page.getByText('Best path so far: playing, playing, playing, playing.').waitFor();
    await page.getByRole('button', { name: 'Hour 1: thump' }).click();
    await page.getByRole('button', { name: 'Hour 1: meow' }).waitFor();
    const { heard, hour } = await state<{ heard: number[]; hour: number }>();
    assert.deepEqual([heard[0], hour], [2, 4]);
  });

  it('takes a point by click, moves it by keyboard, and keeps it', async () => {
    await open('gaussian-processes');
    const { page } = panel.view;
    const plane = page.getByRole('application');
    const box = await plane.boundingBox();
    assert.ok(box);
    await page.mouse.click(box.x + box.width * 0.9, box.y + box.height * 0.3);
    await page.getByText('5 points. In the middle').waitFor();
    const added = (await state<{ points: number[] }>()).points;
    await plane.press('ArrowDown');
    const moved = (await state<{ points: number[] }>()).points;
    assert.ok((moved[9] ?? 0) < (added[9] ?? 0));
    await plane.press('Delete');
    await page.getByText('4 points. In the middle').waitFor();
  });
});
