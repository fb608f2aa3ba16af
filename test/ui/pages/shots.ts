/** Pictures of the views in all themes and widths, to be looked at: `npx tsx test/ui/pages/shots.ts FOLDER [training samples gallery]`. */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { fakeCurves, fakeFile, fakeRun, fakeSamples } from './fakeRun.ts';
import { launchChromium, openView, type ThemeName, themeNames, type ViewName, type ViewPage } from './harness.ts';

interface Shot {
  name: string;
  view: ViewName;
  width: number;
  height: number;
  themes?: readonly ThemeName[];
  prepare: (view: ViewPage) => Promise<void>;
}

const preferences = { logScale: false, smoothing: 0 };
const live = { type: 'snapshot', runs: [fakeRun()], shown: 'run-1', curves: fakeCurves(1240), preferences };
const ended = fakeRun({
  runId: 'run-2', status: 'failed', endedAt: Date.now(), title: 'A very long title of a script that somebody wrote at home',
  progress: { step: 620 }, error: { message: 'Error when checking input: expected dense_1 to have shape [null,784] but got array with shape [32,28,28].', file: '/home/ada/x/autoencoder.ts', line: 42 },
});
const failed = {
  type: 'snapshot', runs: [ended, fakeRun()], shown: 'run-2', preferences: { logScale: true, smoothing: 0.9 },
  curves: fakeCurves(620).map((c) => (c.name === 'loss' ? { ...c, values: c.values.map((v, i) => (i > 500 ? Number.NaN : v)) } : c)),
};

const sidebar = [220, 300, 600];
const shots: Shot[] = [
  ...sidebar.map((width): Shot => ({ name: `training-live-${width}`, view: 'training', width, height: 900, prepare: (v) => v.send(live) })),
  ...sidebar.slice(0, 2).map((width): Shot => ({ name: `training-failed-${width}`, view: 'training', width, height: 900, prepare: (v) => v.send(failed) })),
  { name: 'training-empty', view: 'training', width: 220, height: 200, prepare: (v) => v.send({ ...live, runs: [], shown: undefined }) },
  { name: 'training-leak', view: 'training', width: 260, height: 900, themes: ['dark', 'hc-light'], prepare: leak },
  ...sidebar.map((width): Shot => ({ name: `samples-${width}`, view: 'samples', width, height: 1300, prepare: (v) => v.send({ type: 'snapshot', run: fakeRun(), samples: fakeSamples(800) }) })),
  { name: 'samples-empty', view: 'samples', width: 220, height: 200, prepare: (v) => v.send({ type: 'snapshot', run: undefined, samples: [] }) },
];

async function leak(view: ViewPage): Promise<void> {
  await view.send({ ...live, curves: [], runs: [fakeRun({ tunables: [], progress: undefined })] });
  for (let i = 0; i < 30; i++) {
    await view.send({ type: 'run', run: fakeRun({ tunables: [], progress: undefined, memory: { tensors: 100 + 20 * i, bytes: 1e6 + 4e4 * i } }) });
    await view.page.waitForTimeout(100);
  }
}

async function take(browser: Browser, folder: string, shot: Shot): Promise<void> {
  for (const theme of shot.themes ?? themeNames) {
    const view = await openView(browser, { ...shot, theme, files: fakeFile });
    await shot.prepare(view);
    await view.page.waitForTimeout(400);
    await view.page.screenshot({ path: path.join(folder, `${shot.name}-${theme}.png`) });
    for (const problem of view.problems) console.log(`${shot.name} ${theme}: ${problem}`);
    await view.page.context().close();
  }
}

const [folder = 'shots', ...wanted] = process.argv.slice(2);
await mkdir(folder, { recursive: true });
const browser = await launchChromium();
try {
  for (const shot of shots) {
    if (wanted.length === 0 || wanted.some((name) => shot.name.startsWith(name))) await take(browser, folder, shot);
  }
} finally {
  await browser.close();
}
