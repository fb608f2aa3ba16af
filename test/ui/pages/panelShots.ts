/** Pictures of the panels, to be looked at: `npx tsx test/ui/pages/panelShots.ts FOLDER [concept] [theme] [seconds]`. */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { concepts } from '../../../src/curriculum/course.ts';
import { course } from '../../../walkthroughs/course.ts';
import { launchChromium, openView, themeNames } from './harness.ts';

const [folder = 'shots', concept, onlyTheme, seconds = '6'] = process.argv.slice(2);
const sizes = [
  [1400, 900],
  [340, 900],
] as const;

await mkdir(folder, { recursive: true });
const browser = await launchChromium();
try {
  for (const {
    chapter,
    concept: { id },
  } of concepts(course)) {
    if (concept && concept !== 'all' && id !== concept) continue;
    for (const theme of themeNames) {
      if (onlyTheme && onlyTheme !== 'all' && theme !== onlyTheme) continue;
      for (const [width, height] of sizes) await take(chapter.folder, id, theme, width, height);
    }
  }
} finally {
  await browser.close();
}

async function take(
  chapter: string,
  id: string,
  theme: (typeof themeNames)[number],
  width: number,
  height: number,
): Promise<void> {
  const view = await openView(browser, {
    view: `panel-${chapter}`,
    theme,
    width,
    height,
    motion: true,
  });
  await view.send({ type: 'snapshot', conceptId: id, answers: [], figures: {}, runs: [] });
  await view.page.waitForTimeout(Number(seconds) * 1000);
  const clipped = await view.page.evaluate('document.documentElement.scrollWidth > innerWidth');
  if (clipped) console.log(`${id} ${theme} ${width}: wider than the window`);
  const file = path.join(folder, `${id}-${width}-${theme}.png`);
  await view.page.screenshot({ path: file, fullPage: true });
  for (const problem of view.problems) console.log(`${id} ${theme} ${width}: ${problem}`);
  await view.page.context().close();
}
