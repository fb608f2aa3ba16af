/**
 * Makes the pictures of the README from the real workbench: `npx tsx test/ui/screenshots.ts`.
 * They are kept in media/readme and looked at before they are committed.
 */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { firstMetric, openExample, openTraining, runLens } from '../host/loop.ts';
import { openSession, root, type Session, type Theme } from '../host/session.ts';
import { webview } from '../host/workbench.ts';

const folder = path.join(root, 'media/readme');
const vae = 'autoencoders/variational-autoencoder.ts';

async function inWorkbench(theme: Theme, act: (session: Session) => Promise<void>): Promise<void> {
  const session = await openSession({
    theme,
    viewport: { width: 1400, height: 900 },
    settings: {
      'workbench.activityBar.location': 'default',
      'window.commandCenter': false,
      'breadcrumbs.enabled': false,
    },
  });
  try {
    await act(session);
  } finally {
    await session.close();
  }
}

async function shoot(session: Session, name: string): Promise<void> {
  // The pointer is out of the way: no hover, no tooltip.
  await session.page.mouse.move(700, 888);
  await session.page.waitForTimeout(500);
  await session.page.screenshot({ path: path.join(folder, `${name}.png`) });
}

/** The example with its lenses, the live curves, and the samples so far. */
async function learning(session: Session): Promise<void> {
  const training = await openTraining(session.page);
  await openExample(session, vae);
  await runLens(session.page).click();
  await firstMetric(training);
  await webview(session.page, '.samples canvas', 60_000);
  await training
    .getByText(/epoch 1\d of/)
    .first()
    .waitFor({ timeout: 120_000 });
  await shoot(session, 'learning');
}

/** The figure of a concept with its formula. */
async function panel(session: Session): Promise<void> {
  await openTraining(session.page);
  await session.remote.evaluate((vscode) =>
    vscode.commands.executeCommand<void>('genai101.explain', 'autoencoders.latent-space'),
  );
  const frame = await webview(session.page, '.panel canvas', 60_000);
  await frame.getByRole('button', { name: 'Train' }).click();
  await frame.getByText(/^step (6|7|8)\d\d$/).waitFor({ timeout: 240_000 });
  await shoot(session, 'panel');
}

/** The samples of every step so far on one scrubber. */
async function gallery(session: Session): Promise<void> {
  const training = await openTraining(session.page);
  await openExample(session, vae);
  await runLens(session.page).click();
  await firstMetric(training);
  await training
    .getByText(/epoch [89] of/)
    .first()
    .waitFor({ timeout: 150_000 });
  await session.remote.evaluate((vscode) =>
    vscode.commands.executeCommand<void>('genai101.openGallery'),
  );
  await webview(session.page, '.gallery canvas', 60_000);
  await session.page.waitForTimeout(3000);
  await shoot(session, 'gallery');
}

const pictures = { learning, panel, gallery };
const asked = process.argv.slice(2);
await mkdir(folder, { recursive: true });
for (const [name, act] of Object.entries(pictures)) {
  if (asked.length === 0 || asked.includes(name)) await inWorkbench('Default Dark Modern', act);
}
