import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { openSession, type Session } from '../host/session.ts';
import { runCommand, webview } from '../host/workbench.ts';
import { fakeCertificate } from './pages/fakeCertificate.ts';
import { fakeFile } from './pages/fakeRun.ts';
import type { ViewPage } from './pages/harness.ts';
import { usePages } from './pages/usePages.ts';

const awkward = `Ada <b>&"'\u0007]]> 王 😀`;

describe('the certificate’s page', () => {
  const openPage = usePages();
  let view: ViewPage;

  async function open(snapshot: object, width = 1000): Promise<void> {
    view = await openPage({ view: 'certificate', width, height: 900, files: fakeFile });
    await view.send(snapshot);
    await view.page.locator('.sheet').waitFor();
  }

  const saved = async () => {
    await view.page.getByRole('button', { name: 'Save as SVG' }).click();
    return String((await view.posted('saveSvg')).at(-1)?.svg);
  };

  it('saves a well-formed SVG, whatever the name, with the picture inside', async () => {
    await open(fakeCertificate(0.5));
    await view.page.getByLabel('Name on the certificate').fill(awkward);
    const svg = await saved();
    const found = await view.page.evaluate(
      `((svg) => {
        const page = new DOMParser().parseFromString(svg, 'image/svg+xml');
        return {
          errors: page.querySelectorAll('parsererror').length,
          name: [...page.querySelectorAll('text')].find((each) => each.textContent.startsWith('Ada')).textContent,
          picture: page.querySelector('image').getAttribute('href').slice(0, 22),
        };
      })(${JSON.stringify(svg)})`,
    );
    const name = awkward.replace('\u0007', '');
    assert.deepEqual(found, { errors: 0, name, picture: 'data:image/png;base64,' });
    assert.equal((await view.posted('keep')).at(-1)?.name, awkward);
  });

  it('saves the same sheet as PNG, at three times its size, picture and all', async () => {
    await open(fakeCertificate(0.5));
    await view.page.getByRole('button', { name: 'Save as PNG' }).click();
    await view.posted('savePng');
    const { size, paper, corner } = (await view.page.evaluate(`(async () => {
      const { png } = harness.received.find(({ type }) => type === 'savePng');
      const image = await createImageBitmap(new Blob([png], { type: 'image/png' }));
      const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
      context.drawImage(image, 0, 0);
      const at = (x, y) => [...context.getImageData(3 * x, 3 * y, 1, 1).data];
      return { size: [image.width, image.height], paper: at(10, 10), corner: at(78, 362) };
    })()`)) as Record<'size' | 'paper' | 'corner', number[]>;
    assert.deepEqual(size, [3564, 2520]);
    assert.deepEqual(paper, [255, 253, 248, 255]); // in a dark theme too
    assert.ok(Number(corner[0]) < 60, `the picture’s corner is ${corner}`);
  });

  it('puts the picture on it that is chosen by keyboard', async () => {
    await open(fakeCertificate(0.5));
    const films = view.page.getByRole('radio');
    await films.first().focus();
    await films.first().press('ArrowRight');
    assert.equal((await view.posted('keep')).at(-1)?.chosen, 'run-400 samples');
    await view.page.locator('.sheet[alt*="at step 400"]').waitFor();
    // News of another run leave the choice, and what was typed, as they are.
    await view.send(fakeCertificate(0.6, { name: 'older' }));
    await view.page.locator('.sheet[alt*="Ada Lovelace"][alt*="at step 400"]').waitFor();
  });

  it('lists what is missing, with links that open it', async () => {
    await open(fakeCertificate(0));
    await view.page.locator('.chapters .link').first().click();
    const [opened] = await view.posted('open');
    assert.equal(opened?.what, 'concept');
    await open(fakeCertificate(1));
    await view.page.getByText('Every idea is done').waitFor();
    assert.equal(await view.page.locator('.chapters .link').count(), 0);
  });

  it('names an example to run where there is no picture, and fits in 320 px', async () => {
    await open(fakeCertificate(0, { pictures: [] }), 320);
    await view.page.getByRole('button', { name: /Run generate-by-label/ }).click();
    const [run] = await view.posted('runExample');
    assert.equal(run?.example, 'types-of-learning/generate-by-label.ts');
    assert.equal(await view.page.evaluate('document.documentElement.scrollWidth'), 320);
  });
});

const limit = 30_000;
const script = `import * as tf from '@tensorflow/tfjs-node';
import { log, showImages } from 'genai101';
log({ loss: 0.25 }, 1);
showImages('squares', tf.randomUniform([4, 8, 8]), { columns: 2, step: 1 });
`;

describe('the certificate in VS Code', () => {
  let session: Session;
  before(async () => {
    session = await openSession();
  });
  after(() => session?.close());

  it('shows a picture that a run of the learner made, and is saved where they choose', async () => {
    const { page, remote, folder } = session;
    await remote.evaluate(async (vscode, text) => {
      await vscode.commands.executeCommand('genai101.openExample', 'autoencoders/autoencoder.ts');
      const editor = vscode.window.activeTextEditor;
      const all = new vscode.Range(0, 0, editor?.document.lineCount ?? 0, 0);
      await editor?.edit((edit) => edit.replace(all, text));
      await vscode.commands.executeCommand('genai101.runExample');
    }, script);
    await runCommand(page, 'GenAI 101: Show Certificate');
    const frame = await webview(page, '.certificate', limit);
    await frame.locator('.sheet[alt*="autoencoder.ts, seed 1"]').waitFor({ timeout: limit });
    await frame.getByLabel('Name on the certificate').fill('Ada Lovelace');
    await frame.getByRole('button', { name: 'Save as SVG' }).click();
    const box = page.locator('.quick-input-widget input[type=text]');
    await box.waitFor({ state: 'visible', timeout: limit });
    await page.waitForTimeout(500);
    await box.press('Enter');
    const svg = await readSoon(path.join(folder, 'GenAI-101-certificate-Ada-Lovelace.svg'));
    for (const part of [
      'Ada Lovelace',
      'data:image/png;base64,',
      '“squares” at step 1',
      'loss 0.25',
    ])
      assert.ok(svg.includes(part), part);
  });

  it('has the name and the picture again after the window was reloaded', async () => {
    const { page, remote } = session;
    const reloaded = page.waitForEvent('load');
    await remote.evaluate((vscode) => {
      // Later, so that this call is answered first.
      setTimeout(() => vscode.commands.executeCommand('workbench.action.reloadWindow'), 100);
    });
    await reloaded;
    const frame = await webview(page, '.certificate', limit);
    const sheet = frame.locator('.sheet[alt*="Ada Lovelace"][alt*="autoencoder.ts, seed 1"]');
    await sheet.waitFor({ timeout: limit });
  });
});

async function readSoon(file: string): Promise<string> {
  const end = Date.now() + limit;
  for (;;) {
    const text = await readFile(file, 'utf8').catch(() => '');
    if (text) return text;
    if (Date.now() > end) throw new Error(`${file} was not written.`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
