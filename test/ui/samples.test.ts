import assert from 'node:assert/strict';
import { fakeFile, fakeImages, fakeRun, fakeSamples } from './pages/fakeRun.ts';
import type { ViewPage } from './pages/harness.ts';
import { usePages } from './pages/usePages.ts';

describe('the Samples view', () => {
  const openPage = usePages();
  let view: ViewPage;
  beforeEach(async () => {
    view = await openPage({ view: 'samples', width: 300, height: 900, files: fakeFile });
  });

  const show = (samples: unknown[]) => view.send({ type: 'snapshot', run: fakeRun(), samples });

  it('draws the newest sample of each name', async () => {
    await show(fakeSamples(100));
    const names = await view.page.locator('.sample h2 button').allInnerTexts();
    assert.deepEqual(
      names,
      fakeSamples(100).map(({ name }) => name),
    );
    await view.send({ type: 'sample', runId: 'run-1', sample: fakeImages(200) });
    await view.page.getByText('step 200').waitFor();
    assert.equal(await view.page.locator('.sample').count(), names.length);
  });

  it('keeps everything in its place while pictures come', async () => {
    await show(fakeSamples(100));
    await view.page.waitForTimeout(200);
    const tops = () =>
      view.page
        .locator('.sample')
        .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top));
    const before = await tops();
    for (let step = 101; step < 120; step++) {
      await view.send({ type: 'sample', runId: 'run-1', sample: fakeImages(step) });
      assert.deepEqual(await tops(), before);
    }
  });

  it('never shows an empty picture between two', async () => {
    await show([fakeImages(100)]);
    const ink = () =>
      view.page.evaluate(`(() => {
      const canvas = document.querySelector('canvas.tiles');
      const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
      return data.some((value) => value > 0);
    })()`);
    await view.page.waitForTimeout(300);
    for (let step = 101; step < 120; step++) {
      await view.send({ type: 'sample', runId: 'run-1', sample: fakeImages(step) });
      assert.equal(await ink(), true, `at step ${step}`);
    }
  });

  it('opens the gallery by keyboard', async () => {
    await show(fakeSamples(100));
    await view.page.getByRole('button', { name: 'poem' }).press('Enter');
    assert.equal((await view.posted('openGallery'))[0]?.name, 'poem');
  });

  it('says what to do before the first run', async () => {
    await view.send({ type: 'snapshot', run: undefined, samples: [] });
    await view.page.getByRole('button', { name: 'Open an example' }).click();
    await view.posted('openExample');
  });
});
