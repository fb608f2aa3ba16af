/** The built panel of chapter 08 in Chromium, its figures worked by keyboard and pointer. */
import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { chapter } from '../../walkthroughs/08-autoencoders/chapter.ts';
import { launchChromium, openView, type ViewPage } from './pages/harness.ts';

const snapshot = {
  type: 'snapshot',
  conceptId: 'bottleneck',
  answers: [],
  figures: {},
  runs: [],
} as const;

/** What the figure's readers see of the loss, once drawn. */
const STEP = '.playback span';

describe('the panel of a chapter', function () {
  this.timeout(60_000);
  let browser: Browser;
  let view: ViewPage;

  before(async () => {
    browser = await launchChromium();
  });

  after(() => browser.close());

  afterEach(async () => {
    await view.page.context().close();
  });

  async function open(conceptId: string, more: object = {}, motion = false): Promise<void> {
    view = await openView(browser, {
      view: 'panel-08-autoencoders',
      width: 1200,
      height: 900,
      motion,
    });
    await view.send({ ...snapshot, conceptId, ...more });
    await view.page.waitForSelector(STEP);
  }

  const last = async (type: string) =>
    (await view.received()).filter((message) => message.type === type).at(-1);

  /** Asked from outside: the page's policy forbids Playwright's own waiting, which evaluates text in it. */
  async function until(expression: string): Promise<void> {
    const end = Date.now() + 20_000;
    while (!(await view.page.evaluate(expression))) {
      assert.ok(Date.now() < end, `never true: ${expression}`);
      await view.page.waitForTimeout(50);
    }
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

  it('says why an answer is right or wrong, reports it, and shows it again', async () => {
    await open('denoising');
    await view.page.getByLabel('With the noisy image that went in').check();
    await view.page.getByText('Not quite.').waitFor();
    await view.page.getByLabel('With the clean image from before the noise').check();
    await view.page.getByText('Right.').waitFor();
    const answer = { questionId: 'denoising-target', chosen: 1, correct: true };
    assert.deepEqual(await last('answer'), { type: 'answer', answer });
    await view.page.context().close();

    await open('denoising', { answers: [answer] });
    assert.ok(await view.page.getByLabel('With the clean image from before the noise').isChecked());
  });

  it('trains by itself, but waits for the button where less motion is wanted', async () => {
    await open('bottleneck', {}, true);
    await until(`!document.querySelector('${STEP}').textContent.endsWith(' 0')`);
    await view.page.context().close();

    await open('bottleneck');
    await view.page.waitForTimeout(300);
    assert.equal(await view.page.locator(STEP).textContent(), 'step 0');
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
      for (let i = 0; i < steps; i++) await view.page.getByRole('button', { name: 'Step' }).click();
      await view.page.waitForTimeout(100);
      return view.page.locator('.formula .katex-mathml annotation').first().textContent();
    };
    const first = await lossAfter(5);
    assert.notEqual(await lossAfter(1), first);
    await view.page.getByRole('button', { name: 'Reset' }).click();
    assert.equal(await lossAfter(5), first);
  });

  it('squeezes the bottleneck by keyboard, marks the term and keeps the choice', async () => {
    await open('bottleneck');
    const slider = view.page.getByRole('slider', { name: 'Numbers in the bottleneck' });
    await slider.focus();
    await slider.press('Home');
    await view.page.getByText('196.0 to 1').waitFor();
    assert.ok((await view.page.locator('[data-term="code"].active').count()) > 0);
    await view.page.waitForTimeout(400);
    const message = await last('figure');
    assert.equal(message?.figure, 'bottleneck');
    assert.deepEqual(message?.state, { code: 1, steps: 0, selected: 4, drawing: [] });
  });

  it('comes back with what was saved: bottleneck, drawing and trained steps', async () => {
    const drawing = Array.from({ length: 196 }, (_, i) => (i % 14 === 7 ? 1 : 0));
    const state = { code: 4, steps: 40, selected: 0, drawing };
    await open('bottleneck', { figures: { bottleneck: state } });
    await view.page.getByText('49.0 to 1').waitFor();
    await view.page.getByText('step 40').waitFor();
    const ink = await view.page.locator('.draw-pad canvas').evaluate((canvas) => {
      const { width, height } = canvas as HTMLCanvasElement;
      const context = (canvas as HTMLCanvasElement).getContext('2d');
      return context?.getImageData(Math.round(width * (7.5 / 14)), height / 2, 1, 1).data[0];
    });
    assert.equal(ink, 255);
  });

  it('draws into the picture by pointer', async () => {
    await open('bottleneck');
    const box = await view.page.locator('.draw-pad').boundingBox();
    assert.ok(box);
    await view.page.mouse.move(box.x + box.width / 2, box.y + 20);
    await view.page.mouse.down();
    await view.page.mouse.move(box.x + box.width / 2, box.y + box.height - 20, { steps: 5 });
    await view.page.mouse.up();
    await view.page.waitForTimeout(400);
    const state = (await last('figure'))?.state;
    const { drawing, selected } = state as { drawing: number[]; selected: number };
    assert.equal(drawing.filter((ink) => ink > 0.9).length > 8, true);
    assert.equal(selected, 0);
  });

  it('counts every image as an alarm at threshold 0, and none of them as missed', async () => {
    await open('anomaly-detection', { figures: { 'anomaly-detection': { steps: 60 } } });
    await view.page.getByText('step 60').waitFor();
    const slider = view.page.getByRole('slider', { name: 'Threshold τ' });
    await slider.focus();
    await slider.press('Home');
    const counts = view.page.locator('.outcome strong');
    await until(`document.querySelectorAll('.outcome strong')[3].textContent === '0'`);
    assert.deepEqual(await counts.allTextContents(), ['60', '0', '60', '0']);
  });

  it('moves the point in the latent plane by arrow keys and by pointer', async () => {
    await open('latent-space');
    const plane = view.page.getByRole('slider', { name: /plane of the variational/ });
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
    await view.page.evaluate(answerExplorers);
    await view.page.getByRole('button', { name: 'Your model' }).click();
    await view.page.getByLabel('Picture drawn by your model').waitFor();
    const plane = view.page.getByRole('slider', { name: /plane of Variational/ });
    await plane.click({ position: { x: 100, y: 100 } });
    await view.page.waitForTimeout(500);
    const asked = await last('explore');
    assert.equal(asked?.runId, 'r1');
    assert.equal(asked?.name, 'latent plane');
    assert.ok(Array.isArray(asked?.values) && asked.values.length === 2);
    assert.equal(await view.page.locator('.problem').count(), 0);
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
