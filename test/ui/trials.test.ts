import assert from 'node:assert/strict';
import { fakeRun } from './pages/fakeRun.ts';
import { fakeTrials } from './pages/fakeTrials.ts';
import type { ViewPage } from './pages/harness.ts';
import { usePages } from './pages/usePages.ts';

const snapshot = (change: object = {}) => ({
  type: 'snapshot',
  runs: [fakeRun({ status: 'done', endedAt: Date.now() })],
  shown: 'run-1',
  curves: [],
  trials: fakeTrials(),
  preferences: { logScale: false, smoothing: 0 },
  ...change,
});

describe('a sweep in the Training view', () => {
  const openPage = usePages();
  let view: ViewPage;
  beforeEach(async () => {
    view = await openPage({ view: 'training', width: 320, height: 1100 });
  });

  const rows = () => view.page.locator('.trial-rows tbody tr');
  const detail = () => view.page.locator('.trial-detail');

  it('lists every trial with its state, and marks the best', async () => {
    await view.send(snapshot());
    assert.equal(await rows().count(), 16);
    const best = await view.page.locator('.trial-rows tr:has(.best) th').innerText();
    assert.match(best, /^9/);
    const states = await view.page.locator('.trial-rows td:last-child').allInnerTexts();
    assert.deepEqual([states[11], states[14], states[15]], ['failed', 'diverged', 'stopped']);
  });

  it('sorts by a column, with what has no number last', async () => {
    await view.send(snapshot());
    const head = view.page.getByRole('button', { name: 'validation loss' });
    await head.click();
    assert.match(await rows().first().innerText(), /^9/);
    await head.click();
    assert.match(await rows().first().innerText(), /^4\b/);
    assert.match(await rows().last().innerText(), /stopped|failed|diverged/);
    assert.equal(await view.page.locator('[aria-sort="descending"]').count(), 1);
  });

  it('shows the curves and values of the row clicked, and runs it again', async () => {
    await view.send(snapshot());
    await view.page.getByRole('button', { name: '7', exact: true }).click();
    assert.match(await detail().innerText(), /Trial 7, done[\s\S]*learningRate 0\.01, l2 0\.01/);
    assert.equal(await detail().locator('.chart').count(), 1);
    await view.page.getByRole('button', { name: 'Re-run with these values' }).click();
    const [asked] = await view.posted('runTrial');
    assert.deepEqual(asked, { type: 'runTrial', runId: 'run-1', trial: 7 });
  });

  it('says why a trial failed, with the line', async () => {
    await view.send(snapshot());
    await view.page.getByRole('button', { name: '12', exact: true }).click();
    assert.match(await detail().innerText(), /No such activation: “relo”\. \(line 31\)/);
  });

  it('goes through the trials by arrow keys, and reads them out', async () => {
    await view.send(snapshot());
    const plot = view.page.getByRole('slider', { name: /^Trials side by side/ });
    await plot.focus();
    for (let i = 0; i < 3; i++) await view.page.keyboard.press('ArrowRight');
    assert.match(
      (await plot.getAttribute('aria-valuetext')) ?? '',
      /^trial 3: learningRate 0\.001, l2 0\.01; validation loss 0\.63/,
    );
  });

  it('chooses the nearest line by a click', async () => {
    await view.send(snapshot());
    const plot = view.page.locator('.parallel-plot');
    const box = (await plot.boundingBox()) ?? assert.fail('no plot');
    // Upper end of the first axis: only trials with the highest rate start there.
    await plot.click({ position: { x: 20, y: 52 } });
    assert.match(await detail().innerText(), /learningRate 1,/);
    assert.ok(box.width > 250);
  });

  it('grows while it runs, and leaves the choice as it is', async () => {
    const [sweep, ...rest] = fakeTrials();
    const live = { runs: [fakeRun()], trials: [sweep, ...rest.slice(0, 6)] };
    await view.send(snapshot(live));
    assert.equal(await rows().count(), 3);
    await view.page.getByRole('button', { name: '2', exact: true }).click();
    await view.send({ type: 'trials', runId: 'run-1', records: rest.slice(6, 12) });
    await rows().nth(5).waitFor();
    assert.match(await detail().innerText(), /^Trial 2/);
    assert.ok(await view.page.getByRole('button', { name: /^Re-run/ }).isDisabled());
  });
});
