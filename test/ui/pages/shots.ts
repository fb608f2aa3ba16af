/** Pictures of the views in all themes and widths, to be looked at: `npx tsx test/ui/pages/shots.ts FOLDER [training samples gallery certificate]`. */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import type { Sample } from '../../../src/protocol/views.ts';
import { launchChromium } from '../../host/chromium.ts';
import { fakeCertificate } from './fakeCertificate.ts';
import { fakeCurves, fakeExplorer, fakeFile, fakeImages, fakeRun, fakeSamples } from './fakeRun.ts';
import { fakeTrials } from './fakeTrials.ts';
import { openView, type ThemeName, themeNames, type ViewName, type ViewPage } from './harness.ts';

interface Shot {
  name: string;
  view: ViewName;
  width: number;
  height: number;
  themes?: readonly ThemeName[];
  prepare: (view: ViewPage) => Promise<void>;
}

const preferences = { logScale: false, smoothing: 0 };
const live = {
  type: 'snapshot',
  runs: [fakeRun()],
  shown: 'run-1',
  curves: fakeCurves(1240),
  preferences,
};
const ended = fakeRun({
  runId: 'run-2',
  status: 'failed',
  endedAt: Date.now(),
  title: 'A very long title of a script that somebody wrote at home',
  progress: { step: 620 },
  error: {
    message:
      'Error when checking input: expected dense_1 to have shape [null,784] but got array with shape [32,28,28].',
    file: '/home/ada/x/autoencoder.ts',
    line: 42,
  },
});
const failed = {
  type: 'snapshot',
  runs: [ended, fakeRun()],
  shown: 'run-2',
  preferences: { logScale: true, smoothing: 0.9 },
  curves: fakeCurves(620).map((c) =>
    c.name === 'loss' ? { ...c, values: c.values.map((v, i) => (i > 500 ? Number.NaN : v)) } : c,
  ),
};

const certificates: Shot[] = [1000, 340]
  .flatMap((width) => [
    { ...certificate('way', fakeCertificate(0.5)), width },
    { ...certificate('done', fakeCertificate(1)), width },
    { ...certificate('start', fakeCertificate(0, { name: '', pictures: [] })), width },
  ])
  .map((shot) => ({ ...shot, name: `${shot.name}-${shot.width}` }));

function certificate(name: string, snapshot: object): Shot {
  return {
    name: `certificate-${name}`,
    view: 'certificate',
    width: 1000,
    height: 1400,
    prepare: async (view) => {
      await view.send(snapshot);
      await view.page.locator('.sheet').waitFor();
    },
  };
}

const sidebar = [220, 300, 600];
const shots: Shot[] = [
  ...certificates,
  ...sidebar.map(
    (width): Shot => ({
      name: `training-live-${width}`,
      view: 'training',
      width,
      height: 900,
      prepare: (v) => v.send(live),
    }),
  ),
  ...sidebar.slice(0, 2).map(
    (width): Shot => ({
      name: `training-failed-${width}`,
      view: 'training',
      width,
      height: 900,
      prepare: (v) => v.send(failed),
    }),
  ),
  ...[220, 320].map(
    (width): Shot => ({
      name: `training-trials-${width}`,
      view: 'training',
      width,
      height: 1100,
      prepare: sweep,
    }),
  ),
  {
    name: 'training-empty',
    view: 'training',
    width: 220,
    height: 200,
    prepare: (v) => v.send({ ...live, runs: [], shown: undefined }),
  },
  {
    name: 'training-leak',
    view: 'training',
    width: 260,
    height: 900,
    themes: ['dark', 'hc-light'],
    prepare: leak,
  },
  ...sidebar.map(
    (width): Shot => ({
      name: `samples-${width}`,
      view: 'samples',
      width,
      height: 1300,
      prepare: (v) => v.send({ type: 'snapshot', run: fakeRun(), samples: fakeSamples(800) }),
    }),
  ),
  {
    name: 'samples-empty',
    view: 'samples',
    width: 220,
    height: 200,
    prepare: (v) => v.send({ type: 'snapshot', run: undefined, samples: [] }),
  },
  {
    name: 'training-many',
    view: 'training',
    width: 220,
    height: 1200,
    prepare: async (v) => {
      const names = [
        'generatorLoss',
        'discriminatorLoss',
        'a_metric_with_quite_a_long_name',
        'psnr',
        'val_psnr',
      ];
      const curves = names.map((name, i) => ({ ...fakeCurves(300)[i % 2], name }));
      await v.send({
        ...live,
        curves,
        runs: [fakeRun({ status: 'exploring', progress: { step: 300 } })],
      });
      await v.page.locator('.plot').nth(1).hover();
    },
  },
  {
    name: 'samples-exploring',
    view: 'samples',
    width: 260,
    height: 300,
    prepare: (v) =>
      v.send({
        type: 'snapshot',
        run: fakeRun({ status: 'exploring', explorers: [fakeExplorer(2)] }),
        samples: [fakeImages(800, 6, 3)],
      }),
  },
  gallery('images', fakeFrames(24, fakeImages)),
  gallery(
    'points',
    fakeFrames(24, (step) => fakeSamples(step)[1]),
  ),
  gallery(
    'text',
    fakeFrames(24, (step) => fakeSamples(step)[2]),
  ),
  gallery(
    'audio',
    fakeFrames(8, (step) => fakeSamples(step)[3]),
  ),
  gallery(
    'matrix',
    fakeFrames(24, (step) => fakeSamples(step)[4]),
  ),
  gallery(
    'curve',
    fakeFrames(24, (step) => fakeSamples(step)[5]),
  ),
  {
    ...gallery('compare', fakeFrames(24, fakeImages)),
    prepare: async (view) => {
      await view.send({ type: 'snapshot', run: fakeRun(), samples: fakeFrames(24, fakeImages) });
      await view.page.locator('.scrubber').fill('4');
      await view.page.getByLabel(/^Pin this/).click();
      await view.page.locator('.scrubber').fill('20');
      await view.page.getByLabel(/^Zoom in/).click();
      await view.page.locator('.images-pane').last().hover();
    },
  },
  { ...gallery('explorer', []), prepare: (view) => exploring(view, 2) },
  { ...gallery('explorer4', []), prepare: (view) => exploring(view, 4) },
  {
    ...gallery('ended', []),
    themes: ['dark'],
    prepare: (view) =>
      view.send({
        type: 'snapshot',
        run: fakeRun({ status: 'done', explorers: [fakeExplorer(2)] }),
        samples: [],
      }),
  },
];

function gallery(name: string, samples: Sample[]): Shot {
  const prepare = (view: ViewPage) =>
    view.send({
      type: 'snapshot',
      run: fakeRun(),
      samples: [...samples, ...fakeSamples(5).filter(({ name }) => name !== samples[0]?.name)],
    });
  return { name: `gallery-${name}`, view: 'gallery', width: 1100, height: 700, prepare };
}

function fakeFrames(count: number, make: (step: number) => Sample | undefined): Sample[] {
  return Array.from({ length: count }, (_, i) => make(i * 50)).flatMap((one) => one ?? []);
}

async function exploring(view: ViewPage, axes: number): Promise<void> {
  const run = fakeRun({ status: 'exploring', explorers: [fakeExplorer(axes)] });
  await view.send({ type: 'snapshot', run, samples: fakeSamples(900), name: 'latent space' });
  await view.page.evaluate(`setInterval(() => {
    for (const { type, requestId, values } of harness.received.splice(0)) {
      if (type !== 'explore') continue;
      const ring = (i) => Math.hypot(i % 28 - 14 - values[0], i / 28 - 14 + values[1]) - 8 - values[0];
      const pixels = Uint8Array.from({ length: 784 }, (_, i) => 255 * Math.exp(-(ring(i) ** 2) / 6));
      const image = { width: 28, height: 28, channels: 1, pixels };
      dispatchEvent(new MessageEvent('message', { data: { type: 'explored', requestId, image } }));
    }
  }, 2)`);
  await view.page.waitForTimeout(1500);
}

async function sweep(view: ViewPage): Promise<void> {
  const run = fakeRun({ title: 'Grid search', status: 'done', endedAt: Date.now(), tunables: [] });
  await view.send({ ...live, runs: [run], curves: [], trials: fakeTrials() });
  await view.page.getByRole('button', { name: '7', exact: true }).click();
}

async function leak(view: ViewPage): Promise<void> {
  await view.send({ ...live, curves: [], runs: [fakeRun({ tunables: [], progress: undefined })] });
  for (let i = 0; i < 30; i++) {
    await view.send({
      type: 'run',
      run: fakeRun({
        tunables: [],
        progress: undefined,
        memory: { tensors: 100 + 20 * i, bytes: 1e6 + 4e4 * i },
      }),
    });
    await view.page.waitForTimeout(100);
  }
}

async function take(browser: Browser, folder: string, shot: Shot): Promise<void> {
  for (const theme of process.env.THEMES
    ? (process.env.THEMES.split(',') as ThemeName[])
    : (shot.themes ?? themeNames)) {
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
    if (wanted.length === 0 || wanted.some((name) => shot.name.startsWith(name)))
      await take(browser, folder, shot);
  }
} finally {
  await browser.close();
}
