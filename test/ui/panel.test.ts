/** The built panel of chapter 08 in Chromium, its figures worked by keyboard and pointer. */
import assert from 'node:assert/strict';
import { chapter } from '../../walkthroughs/08-autoencoders/chapter.ts';
import { drawsEachConcept, usePanel } from './pages/panelPage.ts';

/** What the figure's readers see of the loss, once drawn. */
const STEP = '.playback span';

describe('the panel of a chapter', function () {
  this.timeout(60_000);
  const panel = usePanel(chapter, STEP);
  const { open, last } = panel;

  /** Asked from outside: the page's policy forbids Playwright's own waiting, which evaluates text in it. */
  async function until(expression: string): Promise<void> {
    const end = Date.now() + 20_000;
    while (!(await panel.view.page.evaluate(expression))) {
      assert.ok(Date.now() < end, `never true: ${expression}`);
      await panel.view.page.waitForTimeout(50);
    }
  }

  drawsEachConcept(panel, chapter);

  it('says why an answer is right or wrong, reports it, and shows it again', async () => {
    await open('denoising');
    await panel.view.page.getByLabel('With the noisy image that went in').check();
    await panel.view.page.getByText('Not quite.').waitFor();
    await panel.view.page.getByLabel('With the clean image from before the noise').check();
    await panel.view.page.getByText('Right.').waitFor();
    const answer = { questionId: 'denoising-target', chosen: 1, correct: true };
    assert.deepEqual(await last('answer'), { type: 'answer', answer });

    await open('denoising', { answers: [answer] });
    assert.ok(
      await panel.view.page.getByLabel('With the clean image from before the noise').isChecked(),
    );
  });

  it('trains by itself, but waits for the button where less motion is wanted', async () => {
    await open('bottleneck', {}, true);
    await until(`!document.querySelector('${STEP}').textContent.endsWith(' 0')`);

    await open('bottleneck');
    await panel.view.page.waitForTimeout(300);
    assert.equal(await panel.view.page.locator(STEP).textContent(), 'step 0');
  });

  it('keeps how far it trained while it trains: the panel may be closed at any moment', async () => {
    await open('anomaly-detection', {}, true);
    await until(
      `harness.received.some((message) => message.type === 'figure' && message.state.steps >= 200)`,
    );
  });

  it('replays exactly: the same seed, the same steps, the same loss', async () => {
    await open('bottleneck');
    const lossAfter = async (steps: number) => {
      for (let i = 0; i < steps; i++)
        await panel.view.page.getByRole('button', { name: 'Step' }).click();
      await panel.view.page.waitForTimeout(100);
      return panel.view.page.locator('.formula .katex-html').first().textContent();
    };
    const first = await lossAfter(5);
    assert.notEqual(await lossAfter(1), first);
    await panel.view.page.getByRole('button', { name: 'Reset' }).click();
    assert.equal(await lossAfter(5), first);
  });

  it('squeezes the bottleneck by keyboard, marks the term and keeps the choice', async () => {
    await open('bottleneck');
    const slider = panel.view.page.getByRole('slider', { name: 'Numbers in the bottleneck' });
    await slider.focus();
    await slider.press('Home');
    await panel.view.page.getByText('196.0 to 1').waitFor();
    assert.ok((await panel.view.page.locator('[data-term="code"].active').count()) > 0);
    await panel.view.page.waitForTimeout(400);
    const message = await last('figure');
    assert.equal(message?.figure, 'bottleneck');
    assert.deepEqual(message?.state, { code: 1, steps: 0, selected: 4, drawing: [] });
  });

  it('writes new numbers into the formula at once, just as if it were set anew, and soon for screen readers', async () => {
    await open('anomaly-detection', { figures: { 'anomaly-detection': { steps: 60 } } });
    await panel.view.page.getByText('step 60').waitFor();
    const { page } = panel.view;
    const slider = page.getByRole('slider', { name: 'Threshold τ' });
    await slider.focus();
    for (const key of ['Home', 'PageUp', 'PageUp']) await slider.press(key);
    await page.waitForTimeout(600);
    // In the page, as a busy machine may show both at the next look: what is seen while what is spoken is as it was.
    await page.evaluate(`{
      const seen = () => document.querySelector('.formula .katex-html').innerHTML;
      const spoken = () => document.querySelector('.formula .katex-mathml').textContent;
      const [before, stale] = [seen(), spoken()];
      globalThis.isSpoken = () => spoken() !== stale;
      globalThis.isAsAnew = () => globalThis.atOnce === seen();
      new MutationObserver(() => {
        if (!globalThis.isSpoken() && seen() !== before) globalThis.atOnce = seen();
      }).observe(document.querySelector('.formula'), { subtree: true, childList: true, characterData: true });
    }`);
    await slider.press('ArrowRight');
    await until('isSpoken()');
    assert.equal(await page.evaluate('isAsAnew()'), true);
  });

  it('comes back with what was saved: bottleneck, drawing and trained steps', async () => {
    const drawing = Array.from({ length: 196 }, (_, i) => (i % 14 === 7 ? 1 : 0));
    const state = { code: 4, steps: 40, selected: 0, drawing };
    await open('bottleneck', { figures: { bottleneck: state } });
    await panel.view.page.getByText('49.0 to 1').waitFor();
    await panel.view.page.getByText('step 40').waitFor();
    const ink = await panel.view.page.locator('.draw-pad canvas').evaluate((canvas) => {
      const { width, height } = canvas as HTMLCanvasElement;
      const context = (canvas as HTMLCanvasElement).getContext('2d');
      return context?.getImageData(Math.round(width * (7.5 / 14)), height / 2, 1, 1).data[0];
    });
    assert.equal(ink, 255);
  });

  it('draws into the picture by pointer', async () => {
    await open('bottleneck');
    const box = await panel.view.page.locator('.draw-pad').boundingBox();
    assert.ok(box);
    await panel.view.page.mouse.move(box.x + box.width / 2, box.y + 20);
    await panel.view.page.mouse.down();
    await panel.view.page.mouse.move(box.x + box.width / 2, box.y + box.height - 20, { steps: 5 });
    await panel.view.page.mouse.up();
    await panel.view.page.waitForTimeout(400);
    const state = (await last('figure'))?.state;
    const { drawing, selected } = state as { drawing: number[]; selected: number };
    assert.equal(drawing.filter((ink) => ink > 0.9).length > 8, true);
    assert.equal(selected, 0);
  });

  it('counts every image as an alarm at threshold 0, and none of them as missed', async () => {
    await open('anomaly-detection', { figures: { 'anomaly-detection': { steps: 60 } } });
    await panel.view.page.getByText('step 60').waitFor();
    const slider = panel.view.page.getByRole('slider', { name: 'Threshold τ' });
    await slider.focus();
    await slider.press('Home');
    const counts = panel.view.page.locator('.outcome strong');
    await until(`document.querySelectorAll('.outcome strong')[3].textContent === '0'`);
    assert.deepEqual(await counts.allTextContents(), ['60', '0', '60', '0']);
  });

  it('moves the point in the latent plane by arrow keys and by pointer', async () => {
    await open('latent-space');
    const plane = panel.view.page.getByRole('slider', { name: /plane of the variational/ });
    const before = await plane.getAttribute('aria-valuetext');
    await plane.focus();
    await plane.press('ArrowRight');
    const after = await plane.getAttribute('aria-valuetext');
    assert.notEqual(after, before);
    await plane.click({ position: { x: 120, y: 80 } });
    assert.notEqual(await plane.getAttribute('aria-valuetext'), after);
  });

  it('lets the learner’s own trained model draw, asking for the newest place only', async () => {
    const axes = ['x', 'y'].map((name) => ({ name, min: -2, max: 2, value: 0 }));
    const run = {
      runId: 'r1',
      title: 'Variational autoencoder',
      script: '/variational-autoencoder.ts',
      example: 'variational-autoencoder.ts',
      status: 'exploring',
      startedAt: 1,
      seed: 1,
      tunables: [],
      explorers: [{ name: 'latent plane', axes }],
    };
    await open('latent-space', { runs: [run] });
    await panel.view.page.evaluate(answerExplorers);
    await panel.view.page.getByRole('button', { name: 'Your model' }).click();
    await panel.view.page.getByLabel('Picture drawn by your model').waitFor();
    const plane = panel.view.page.getByRole('slider', { name: /plane of Variational/ });
    await plane.click({ position: { x: 100, y: 100 } });
    await panel.view.page.waitForTimeout(500);
    const asked = await last('explore');
    assert.equal(asked?.runId, 'r1');
    assert.equal(asked?.name, 'latent plane');
    assert.ok(Array.isArray(asked?.values) && asked.values.length === 2);
    assert.equal(await panel.view.page.locator('.problem').count(), 0);
  });
});

/** As text: in the page, it plays the host that passes questions on to a trained model. */
const answerExplorers = `(() => {
  const answered = new Set();
  setInterval(() => {
    for (const message of harness.received) {
      if (message.type !== 'explore' || answered.has(message.requestId)) continue;
      answered.add(message.requestId);
      const image = { width: 2, height: 2, channels: 1, pixels: new Uint8Array([0, 90, 180, 255]) };
      dispatchEvent(new MessageEvent('message', { data: { type: 'explored', requestId: message.requestId, image } }));
    }
  }, 5);
})()`;
