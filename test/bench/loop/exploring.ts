/** How many pictures a second a trained model draws under the learner's hand: gallery, host and runner in the real workbench. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { runLens } from '../../host/loop.ts';
import { openSession, root, type Session } from '../../host/session.ts';
import { webview } from '../../host/workbench.ts';
import type { Figure } from './figure.ts';

/** What a drag is held to. */
const ENOUGH = 20; // pictures a second
const dragged = 4; // seconds

/** Trained for a moment only: how long a model takes to draw does not depend on what it has learned. */
const examples: readonly [file: string, text: string, shorter: string][] = [
  ['01-types-of-learning/generate-by-label.ts', 'steps = 1200', 'steps = 20'],
  ['08-autoencoders/autoencoder.ts', 'epochs = 16', 'epochs = 1'],
  ['08-autoencoders/variational-autoencoder.ts', 'epochs = 20', 'epochs = 1'],
  ['11-diffusion/diffusion.ts', '[32, 16, 50]', '[32, 1, 2]'],
];

export async function measureExploring(): Promise<Figure[]> {
  const files: Record<string, string> = {};
  for (const [file, text, shorter] of examples) {
    const script = await readFile(path.join(root, 'walkthroughs', file), 'utf8');
    if (!script.includes(text)) throw new Error(`${file} has no “${text}” any more.`);
    files[path.basename(file)] = script.replace(text, shorter);
  }
  const session = await openSession({ files });
  try {
    const figures: Figure[] = [];
    for (const name of Object.keys(files))
      figures.push(figureOf(name, await explore(session, name)));
    return figures;
  } finally {
    await session.close();
  }
}

function figureOf(name: string, rate: number): Figure {
  return {
    name: `a picture under the hand, ${name}`,
    value: 1000 / rate,
    unit: 'ms',
    limit: 1000 / ENOUGH,
    detail: `${rate.toFixed(0)} pictures a second`,
  };
}

/** Pictures a second. */
async function explore(session: Session, name: string): Promise<number> {
  await session.remote.evaluate(async (vscode, file) => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.window.showTextDocument(vscode.Uri.file(file));
  }, `${session.folder}/${name}`);
  await runLens(session.page).click();
  await session.page.waitForTimeout(3000);
  await session.remote.evaluate((vscode) =>
    vscode.commands.executeCommand<void>('genai101.openGallery'),
  );
  const gallery = await webview(session.page, '.gallery', 60_000);
  await gallery.locator('.tab', { hasText: 'Explore:' }).click({ timeout: 180_000 });
  await gallery.waitForSelector('.explored canvas', { timeout: 120_000 });
  await gallery.evaluate(countPictures);
  const box = await gallery.locator('.plane').boundingBox();
  if (!box) throw new Error('The gallery shows no plane.');
  const { mouse } = session.page;
  const at = (part: number) =>
    [
      box.x + box.width * (0.5 + 0.3 * Math.cos(part)),
      box.y + box.height * (0.5 + 0.3 * Math.sin(part)),
    ] as const;
  await mouse.move(...at(0));
  await mouse.down();
  const began = performance.now();
  const before = await gallery.evaluate<number>('pictures');
  for (let i = 0; performance.now() < began + dragged * 1000; i++) await mouse.move(...at(i / 40));
  const drawn = (await gallery.evaluate<number>('pictures')) - before;
  const seconds = (performance.now() - began) / 1000;
  await mouse.up();
  return drawn / seconds;
}

/** As text: counts what is drawn on the canvas beside the plane. */
const countPictures = `
  globalThis.pictures = 0;
  const drawImage = CanvasRenderingContext2D.prototype.drawImage;
  CanvasRenderingContext2D.prototype.drawImage = function (...args) {
    if (this.canvas.closest('.explored')) pictures++;
    return drawImage.apply(this, args);
  };`;
