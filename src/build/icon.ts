/** Draws media/icon.png from media/icon.svg; run by hand after the drawing changed: `npx tsx src/build/icon.ts`. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { launchChromium } from '../../test/host/chromium.ts';

const media = path.resolve(import.meta.dirname, '../../media');
const svg = await readFile(path.join(media, 'icon.svg'), 'utf8');
const browser = await launchChromium();
const page = await browser.newPage({ viewport: { width: 256, height: 256 } });
await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${svg}`);
await page.screenshot({ path: path.join(media, 'icon.png'), omitBackground: true });
await browser.close();
