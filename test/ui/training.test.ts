import assert from 'node:assert/strict';
import { fakeCurves, fakeRun } from './pages/fakeRun.ts';
import type { ViewPage } from './pages/harness.ts';
import { usePages } from './pages/usePages.ts';

const preferences = { logScale: false, smoothing: 0 };
const snapshot = (change: object = {}) => ({
  type: 'snapshot',
  runs: [fakeRun()],
  shown: 'run-1',
  curves: fakeCurves(600),
  preferences,
  ...change,
});

describe('the Training view', () => {
  const openPage = usePages();
  let view: ViewPage;
  beforeEach(async () => {
    view = await openPage({ view: 'training', width: 300, height: 900 });
  });

  const legends = () => view.page.locator('.chart .legend').allInnerTexts();

  it('draws training and validation of a metric in one chart', async () => {
    await view.send(snapshot());
    await view.page.locator('.chart canvas').first().waitFor();
    const texts = await legends();
    assert.equal(texts.length, 3);
    assert.match(texts[0] ?? '', /^loss[\s\S]*val_loss/);
    assert.match(texts[1] ?? '', /^accuracy[\s\S]*val_accuracy/);
  });

  it('keeps status and progress to a line each, however narrow and however long the time left', async () => {
    await view.page.setViewportSize({ width: 220, height: 900 });
    for (const secondsLeft of [5, 12, 150]) {
      const progress = { ...fakeRun().progress, step: 1240, secondsLeft };
      await view.send(snapshot({ runs: [fakeRun({ progress })] }));
      for (const row of ['.state', '.figures']) {
        const box = await view.page.locator(row).boundingBox();
        assert.ok(box && box.height < 24, `${row}: ${box?.height} px, ${secondsLeft} s left`);
      }
    }
  });

  it('appends points and keeps those of other runs out', async () => {
    await view.send(snapshot({ curves: [] }));
    const points = (runId: string, value: number) => ({
      type: 'points',
      runId,
      curves: [{ name: 'loss', steps: [1], values: [value] }],
    });
    await view.send(points('run-1', 0.25), points('another', 99));
    await view.page.locator('.legend').getByText('0.25').waitFor();
    assert.equal(await view.page.getByText('99').count(), 0);
  });

  it('says where a metric stopped being a number', async () => {
    const values = [1, 0.5, Number.NaN, Number.NaN];
    await view.send(snapshot({ curves: [{ name: 'loss', steps: [0, 1, 2, 3], values }] }));
    await view.page.getByText('diverged at step 2').waitFor();
  });

  it('reads values by arrow keys', async () => {
    await view.send(snapshot({ curves: [{ name: 'loss', steps: [10, 20], values: [0.75, 0.5] }] }));
    const plot = view.page.getByRole('slider', { name: /^loss/ });
    await plot.focus();
    await plot.press('Home');
    await view.page.locator('.chart-tip').getByText('step 10').waitFor();
    assert.equal(await plot.getAttribute('aria-valuetext'), 'step 10: loss 0.75');
  });

  it('sends what a slider is set to, typed or by keys', async () => {
    await view.send(snapshot());
    const rate = view.page.getByLabel('learningRate, as a number');
    await rate.fill('0.02');
    await rate.press('Enter');
    const size = view.page.getByRole('slider', { name: 'batchSize' });
    await size.press('ArrowRight');
    await view.page.waitForTimeout(100);
    const sent = (await view.posted('tune')).map(({ name, value }) => [name, value]);
    assert.deepEqual(sent, [
      ['learningRate', 0.02],
      ['batchSize', 65],
    ]);
  });

  it('stops a live run and offers to run an ended one again', async () => {
    await view.send(snapshot());
    await view.page.getByRole('button', { name: 'Stop' }).click();
    assert.equal((await view.posted('stop'))[0]?.runId, 'run-1');
    await view.send({ type: 'run', run: fakeRun({ status: 'stopped', endedAt: Date.now() }) });
    await view.page.getByRole('button', { name: 'Run again' }).click();
    assert.equal((await view.posted('runAgain'))[0]?.runId, 'run-1');
  });

  it('offers the native engine beside the engine that runs, where it can be had', async () => {
    const offer = view.page.getByRole('button', { name: 'Install the native engine' });
    await view.send(snapshot());
    await view.page.getByText('Engine portable').click();
    assert.equal(await offer.count(), 0);
    await view.send(snapshot({ offersNative: true }));
    await offer.click();
    assert.equal((await view.posted('installNative')).length, 1);
  });

  it('leads from the error to its line', async () => {
    const error = { message: 'boom', file: '/a/b/mine.ts', line: 7 };
    await view.send(snapshot({ runs: [fakeRun({ status: 'failed', error })] }));
    await view.page.getByRole('button', { name: 'Go to mine.ts, line 7' }).click();
    assert.equal((await view.posted('openScript'))[0]?.runId, 'run-1');
  });

  it('is wide enough for nothing to be cut off at 200 pixels', async () => {
    await view.page.setViewportSize({ width: 200, height: 900 });
    await view.send(snapshot());
    await view.page.locator('.chart canvas').first().waitFor();
    const wide = await view.page.evaluate('document.documentElement.scrollWidth');
    assert.ok(Number(wide) <= 200, `${wide} px wide`);
  });

  it('stays quick and small at 5,000 points a second', async function () {
    this.timeout(60_000);
    await view.send(snapshot({ curves: [] }));
    const client = await view.page.context().newCDPSession(view.page);
    const heap = async () => {
      await client.send('HeapProfiler.collectGarbage');
      return Number(await view.page.evaluate('performance.memory.usedJSHeapSize'));
    };
    await view.page.evaluate(feed(2));
    const before = await heap();
    const gaps = (await view.page.evaluate(feed(6))) as number[];
    const grown = (await heap()) - before;
    gaps.sort((a, b) => a - b);
    const typical = gaps[Math.floor(gaps.length * 0.95)] ?? Infinity;
    console.log(
      `      heap +${(grown / 1e6).toFixed(1)} MB, 95 % of frames within ${typical.toFixed(0)} ms`,
    );
    assert.ok(grown < 8e6, `the heap grew by ${grown} bytes`);
    assert.ok(typical < 120, `frames took ${typical} ms`);
  });
});

/** Feeds five metrics at 5,000 points a second for some seconds; gives the gaps between frames. */
function feed(seconds: number): string {
  return `new Promise((resolve) => {
    const gaps = [];
    let last = performance.now();
    let frame = requestAnimationFrame(function watch(now) {
      gaps.push(now - last);
      last = now;
      frame = requestAnimationFrame(watch);
    });
    let sent = 0;
    const timer = setInterval(() => {
      const first = globalThis.fed ?? 0;
      globalThis.fed = first + 100;
      const steps = Array.from({ length: 100 }, (_, i) => first + i);
      const curves = ['loss', 'val_loss', 'accuracy', 'kl', 'reconstruction'].map((name, k) => (
        { name, steps, values: steps.map((step) => k + Math.exp(-step / 5e4) + Math.random() / 5) }));
      dispatchEvent(new MessageEvent('message', { data: { type: 'points', runId: 'run-1', curves } }));
      if (++sent < ${seconds * 10}) return;
      clearInterval(timer);
      cancelAnimationFrame(frame);
      resolve(gaps);
    }, 100);
  })`;
}
