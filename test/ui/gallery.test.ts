import assert from 'node:assert/strict';
import { decode, encode } from 'fast-png';
import type { Sample } from '../../src/protocol/views.ts';
import { fakeExplorer, fakeRun } from './pages/fakeRun.ts';
import { type OpenOptions, runFile, type ViewPage } from './pages/harness.ts';
import { usePages } from './pages/usePages.ts';

/** Frame i is two pixels that spell i in base 256. */
function frame(index: number): Sample {
  const file = `${index}.png`;
  return {
    type: 'images',
    name: 'digits',
    step: index * 10,
    file,
    width: 2,
    height: 1,
    columns: 1,
    count: 1,
    uri: runFile(file),
  };
}

function frameFile(name: string): Uint8Array {
  const index = Number.parseInt(name, 10);
  const data = new Uint8Array([index >> 8, index & 255]);
  return encode({ width: 2, height: 1, data, channels: 1, depth: 8 });
}

const frames = (count: number) => Array.from({ length: count }, (_, i) => frame(i));

/** The number that the drawn frame spells; nothing is read but pixels on the screen. */
const drawnFrame = `(() => {
  const canvas = document.querySelector('.pane:last-child canvas');
  if (!canvas) return -1;
  const { data, width } = canvas.getContext('2d').getImageData(0, canvas.height / 2, canvas.width, 1);
  const at = (x) => data[4 * Math.round(x)];
  return at(width / 2 - 10) * 256 + at(width / 2 + 10);
})()`;

describe('the gallery', () => {
  const openPage = usePages();
  let view: ViewPage;

  async function open(count: number, more: Partial<OpenOptions> = {}): Promise<void> {
    view = await openPage({
      view: 'gallery',
      width: 900,
      height: 600,
      files: frameFile,
      ...more,
    });
    await view.send({ type: 'snapshot', run: fakeRun(), samples: frames(count) });
  }

  const scrubber = () => view.page.getByRole('slider', { name: 'Frame', exact: true });
  const index = async () => Number(await scrubber().inputValue());

  async function drawn(expected: number): Promise<void> {
    for (let waited = 0; waited < 3000; waited += 10) {
      if ((await view.page.evaluate(drawnFrame)) === expected) return;
      await view.page.waitForTimeout(10);
    }
    assert.equal(await view.page.evaluate(drawnFrame), expected);
  }

  it('reaches every frame by the scrubber', async function () {
    this.timeout(60_000);
    await open(200);
    await scrubber().press('Home');
    for (let i = 0; i < 200; i++) {
      await drawn(i);
      await scrubber().press('ArrowRight');
    }
    await scrubber().press('End');
    await drawn(199);
  });

  it('plays every frame once', async () => {
    await open(60);
    await view.page.getByLabel('Frames a second').selectOption('60');
    await view.page.evaluate(`
      globalThis.seen = [];
      new MutationObserver(() => seen.push(document.querySelector('.where').textContent))
        .observe(document.querySelector('.transport'), { subtree: true, characterData: true, childList: true })`);
    await view.page.getByLabel('Play (space)').click();
    await view.page.getByLabel('Pause (space)').waitFor();
    await view.page.getByLabel('Play (space)').waitFor({ timeout: 15_000 });
    const seen = new Set((await view.page.evaluate('seen')) as string[]);
    assert.equal(seen.size, 60);
  });

  it('has only the frames in sight in its strip of thousands', async () => {
    await open(5000);
    await drawn(4999);
    assert.ok((await view.page.locator('.frame').count()) < 30);
    await scrubber().press('Home');
    await drawn(0);
    await view.page.locator('.frame[title="Step 0"]').waitFor();
  });

  it('follows the newest until scrubbed back, and again on request', async () => {
    await open(5);
    await view.send({ type: 'samples', samples: [frame(5)] });
    await drawn(5);
    await scrubber().press('ArrowLeft');
    await view.send({ type: 'samples', samples: [frame(6)] });
    await view.page.getByText('frame 5 of 7').waitFor();
    await view.page.getByRole('button', { name: 'Follow the newest' }).click();
    await drawn(6);
  });

  it('compares a pinned frame with another and saves both', async () => {
    await open(10);
    await scrubber().press('Home');
    await view.page.getByLabel(/^Pin this/).click();
    await scrubber().press('End');
    assert.equal(await view.page.locator('.pane').count(), 2);
    await view.page.getByLabel('Size of the saved picture').selectOption('8');
    await view.page.getByLabel(/^Save the frames/).click();
    await view.posted('savePng');
    const bytes = await view.page.evaluate(
      `[...harness.received.find(({ type }) => type === 'savePng').png]`,
    );
    const png = decode(Uint8Array.from(bytes as number[]));
    assert.equal(png.width, 16 + 12 + 16);
    const right = png.data[((png.height - 4) * png.width + png.width - 4) * png.channels];
    assert.equal(right, 9);
  });

  it('zooms without blur', async () => {
    await open(300);
    await view.page.locator('.stage').press('+');
    await view.page.locator('.stage').press('+');
    await scrubber().press('End');
    await view.page.waitForTimeout(200);
    const values = await view.page.evaluate(`(() => {
      const canvas = document.querySelector('.pane canvas');
      const { data } = canvas.getContext('2d').getImageData(0, canvas.height / 2, canvas.width, 1);
      return [...new Set(data.filter((_, i) => i % 4 === 0))];
    })()`);
    assert.deepEqual((values as number[]).filter((value) => value !== 0).sort(), [1, 43]);
  });

  it('shows what it showed after VS Code hid and reloaded it', async () => {
    await open(20);
    await scrubber().fill('7');
    await view.page.getByLabel(/^Pin this/).click();
    await scrubber().fill('3');
    await view.page.waitForTimeout(400);
    const state = await view.state();
    await open(25, { state });
    await drawn(3);
    assert.equal(await index(), 3);
    await view.page.getByText('Pinned, step 70').waitFor();
  });

  it('asks a trained model for two pictures at a time, the newest wish next', async () => {
    view = await openPage({ view: 'gallery', width: 900, height: 600 });
    const run = fakeRun({ status: 'exploring', explorers: [fakeExplorer(2)] });
    await view.page.evaluate(`
      globalThis.asked = []; globalThis.most = 0;
      let open = 0;
      setInterval(() => {
        for (const message of harness.received.splice(0)) {
          if (message.type !== 'explore') continue;
          asked.push(message.values);
          most = Math.max(most, ++open);
          setTimeout(() => {
            open--;
            const image = { width: 2, height: 2, channels: 1, pixels: new Uint8Array(4) };
            dispatchEvent(new MessageEvent('message', { data: { type: 'explored', requestId: message.requestId, image } }));
          }, 20);
        }
      }, 2)`);
    await view.send({ type: 'snapshot', run, samples: [] });
    const plane = view.page.locator('.plane');
    const box = await plane.boundingBox();
    assert.ok(box);
    await view.page.mouse.move(box.x + 100, box.y + 100);
    await view.page.mouse.down();
    const begin = Date.now();
    for (let i = 0; i < 120; i++) await view.page.mouse.move(box.x + 100 + i, box.y + 100 + i);
    const seconds = (Date.now() - begin) / 1000;
    await view.page.mouse.up();
    await plane.press('ArrowUp');
    await view.page.waitForTimeout(200);
    const asked = (await view.page.evaluate('asked')) as number[][];
    assert.equal(await view.page.evaluate('most'), 2);
    assert.ok(asked.length / seconds > 20, `${asked.length} in ${seconds} s`);
    const readout = await plane.getAttribute('aria-valuetext');
    const places = asked.map(([x = 0, y = 0]) => {
      return `z1 ${Number(x.toFixed(3))}, z2 ${Number(y.toFixed(3))}`;
    });
    assert.ok(places.includes(readout ?? ''), readout ?? 'no readout');
  });

  it('weaves what the model draws everywhere into the plane while nobody drags', async () => {
    view = await openPage({ view: 'gallery', width: 900, height: 600 });
    const run = fakeRun({ status: 'exploring', explorers: [fakeExplorer(3)] });
    await view.page.evaluate(`
      globalThis.asked = [];
      setInterval(() => {
        for (const { type, requestId, values } of harness.received.splice(0)) {
          if (type !== 'explore') continue;
          asked.push(values);
          const image = { width: 1, height: 1, channels: 1, pixels: new Uint8Array([255]) };
          dispatchEvent(new MessageEvent('message', { data: { type: 'explored', requestId, image } }));
        }
      }, 2)`);
    await view.send({ type: 'snapshot', run, samples: [] });
    /** The places asked for, once there are `count`. */
    const places = async (count: number) => {
      for (const end = Date.now() + 10_000; Date.now() < end; ) {
        const asked = (await view.page.evaluate('asked')) as number[][];
        if (asked.length === count)
          return asked.map((place) => place.map((value) => Number(value.toFixed(2))));
        await view.page.waitForTimeout(20);
      }
      return [];
    };
    // The place of the point comes first, then the cells of the carpet.
    const first = await places(1 + 81);
    assert.deepEqual(first[1], [-2.67, 2.67, 0], 'upper left');
    assert.deepEqual(first.at(-1), [2.67, -2.67, 0], 'lower right');
    const white = await view.page.locator('.plane').evaluate((canvas) => {
      const { width, height } = canvas as HTMLCanvasElement;
      const context = (canvas as HTMLCanvasElement).getContext('2d');
      return context?.getImageData(width / 2 + 40, height / 2 + 40, 1, 1).data[0];
    });
    assert.ok((white ?? 0) > 130, `${white}`);
    await view.page.getByRole('slider', { name: 'z3', exact: true }).press('End');
    const again = await places(2 * (1 + 81));
    assert.deepEqual(again.at(-1), [2.67, -2.67, 3], 'the same with the other value');
  });

  it('shows what a language model writes beside a slider for each dial', async () => {
    view = await openPage({ view: 'gallery', width: 900, height: 600 });
    const run = fakeRun({ status: 'exploring', explorers: [fakeExplorer(2)] });
    await view.page.evaluate(`
      setInterval(() => {
        for (const { type, requestId, values } of harness.received.splice(0)) {
          if (type !== 'explore') continue;
          const text = 'at ' + values.map((value) => value.toFixed(1)).join(' and ');
          dispatchEvent(new MessageEvent('message', { data: { type: 'explored', requestId, text } }));
        }
      }, 2)`);
    await view.send({ type: 'snapshot', run, samples: [] });
    await view.page.getByText('at 0.8 and 0.0').waitFor();
    assert.equal(await view.page.locator('.plane').count(), 0);
    await view.page.getByRole('slider', { name: 'z2', exact: true }).press('End');
    await view.page.getByText('at 0.8 and 3.0').waitFor();
  });

  it('says how to explore a model whose run has ended', async () => {
    view = await openPage({ view: 'gallery', width: 900, height: 600 });
    const explorers = [fakeExplorer(2)];
    const run = fakeRun({ status: 'exploring', explorers });
    await view.send({ type: 'snapshot', run, samples: [] });
    await view.page.getByRole('button', { name: 'Back to the start' }).waitFor();
    await view.send({ type: 'run', run: fakeRun({ status: 'stopped', explorers }) });
    await view.page.getByText(/run has ended/).waitFor();
    await view.page.getByRole('button', { name: 'Run again' }).click();
    assert.equal((await view.posted('runAgain'))[0]?.runId, 'run-1');
  });
});
