import { createRequire } from 'node:module';
import path from 'node:path';
import * as vscode from 'vscode';
import { execute } from '../commands.ts';
import { Problem } from '../problem.ts';
import { setting } from '../settings.ts';
import { requireTrust } from '../trust.ts';
import { megabytes } from './install/disk.ts';
import type { InstallOptions } from './install/install.ts';
import { isInstallError } from './install/installError.ts';
import type { Manifest } from './install/manifest.ts';
import type { Measured } from './install/measure.ts';
import { nativePlatforms, type PlatformName, tfjsNodeVersion } from './install/platforms.ts';
import type { NativeEngine } from './nativeEngine.ts';
import { networkSettings } from './network.ts';
import { InstallProgress, type Report } from './progress.ts';

type Installer = typeof import('./install/main.ts');

/** Asks, with what there is to know, and installs. */
export async function installNativeEngine(engine: NativeEngine): Promise<void> {
  requireTrust();
  const platform = requirePlatform(engine);
  if (await isThereAlready(engine)) return;
  try {
    const manifest = await askAndInstall(engine, platform);
    if (!manifest) return;
    engine.changed();
    void vscode.window.showInformationMessage(summary(manifest));
  } catch (error) {
    if (!isInstallError(error)) throw error;
    throw new Problem(error.message, {
      label: 'Try Again',
      run: () => execute('installNativeEngine'),
    });
  }
}

async function askAndInstall(
  engine: NativeEngine,
  platform: PlatformName,
): Promise<Manifest | undefined> {
  const installer = loadInstaller(engine);
  const plan = planFor(installer, engine, platform);
  const measured = await measure(installer, plan);
  if (!measured || !(await isWanted(plan, measured))) return undefined;
  return installWithProgress(installer, plan, measured.total);
}

export function requirePlatform({ platform }: NativeEngine): PlatformName {
  if (platform) return platform;
  throw new Problem(
    `There is no native engine for this machine (${process.platform}, ${process.arch}). The portable engine runs here.`,
  );
}

async function isThereAlready(engine: NativeEngine): Promise<boolean> {
  const isThere = (await engine.folder()) ?? (await engine.isCarried());
  if (isThere) void vscode.window.showInformationMessage('The native engine is installed already.');
  return Boolean(isThere);
}

/** A bundle of its own, loaded when it is needed. */
export function loadInstaller({ installerPath }: NativeEngine): Installer {
  return createRequire(installerPath)(installerPath);
}

type Plan = Omit<InstallOptions, 'signal' | 'onStep'>;

export function planFor(
  { sourcesFor }: Installer,
  { storage }: NativeEngine,
  platform: PlatformName,
): Plan {
  const mirror = setting('nativeEngineMirror');
  const sources = sourcesFor(platform, { mirror, env: process.env });
  return { storage, platform, sources, network: networkSettings() };
}

/** Undefined when cancelled. */
function measure(installer: Installer, plan: Plan): Thenable<Measured | undefined> {
  return withProgress('Looking for the native engine', (_, signal) =>
    installer.measure(plan.storage, plan.sources, { network: plan.network, signal }),
  );
}

async function isWanted(plan: Plan, measured: Measured): Promise<boolean> {
  const yes = 'Download and Install';
  const options = { modal: true, detail: describe(plan, measured) };
  return (
    (await vscode.window.showInformationMessage('Install the native engine?', options, yes)) === yes
  );
}

function describe({ platform, sources }: Plan, { total, here }: Measured): string {
  const { libraryVersion } = nativePlatforms[platform];
  const hosts = [...new Set(sources.map(({ url }) => new URL(url).host))].join(' and ');
  const kind = sources.every(({ official }) => official) ? 'the official host' : 'a mirror';
  const size = total === undefined ? 'Some 100 MB' : megabytes(total);
  return [
    `TensorFlow’s own library (libtensorflow ${libraryVersion}) and its binding for Node.js (tfjs-node ${tfjsNodeVersion}). Scripts then train with it where it is faster than the portable engine.`,
    `${size} from ${hosts} (${kind}), about four times as much on disk.`,
    ...(here > 0 ? [`${megabytes(here)} of it are here already.`] : []),
    '“GenAI 101: Remove Native Engine” removes it.',
  ].join('\n\n');
}

/** Undefined when cancelled. */
export function installWithProgress(
  installer: Installer,
  plan: Plan,
  total: number | undefined,
): Thenable<Manifest | undefined> {
  return withProgress('Installing the native engine', (report, signal) => {
    const progress = new InstallProgress(report, total);
    return installer.install({ ...plan, signal, onStep: (step) => progress.tell(step) });
  });
}

function withProgress<Result>(
  title: string,
  act: (report: Report, signal: AbortSignal) => Promise<Result>,
): Thenable<Result | undefined> {
  const location = vscode.ProgressLocation.Notification;
  return vscode.window.withProgress(
    { location, title, cancellable: true },
    async (report, token) => {
      const abort = new AbortController();
      const listener = token.onCancellationRequested(() => abort.abort());
      try {
        return await act(report, abort.signal);
      } catch (error) {
        if (abort.signal.aborted) return undefined;
        throw error;
      } finally {
        listener.dispose();
      }
    },
  );
}

function summary({ sources }: Manifest): string {
  const checks = sources.map(({ url, checkedBy }) => `${path.posix.basename(url)} by ${checkedBy}`);
  return `The native engine is installed; the next run may use it. Checked: ${checks.join('; ')}.`;
}
