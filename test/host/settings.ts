import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Settings of a test workbench: nothing that moves by itself, asks, or reaches for the network. */
const quietSettings = {
  'chat.commandCenter.enabled': false,
  'chat.disableAIFeatures': true,
  'editor.minimap.enabled': false,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'files.simpleDialog.enable': true,
  'git.autorefresh': false,
  'git.openRepositoryInParentFolders': 'never',
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'window.menuBarVisibility': 'compact',
  'workbench.colorTheme': 'Default Dark Modern',
  'workbench.enableExperiments': false,
  'workbench.layoutControl.enabled': false,
  'workbench.reduceMotion': 'on',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.welcomePage.experimentalOnboarding': false,
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
};

export type Settings = Record<string, unknown>;

/** Writes the user settings of a server's folder: the quiet ones and these. */
export async function writeSettings(dir: string, settings: Settings = {}): Promise<void> {
  const user = path.join(dir, 'data/User');
  await mkdir(user, { recursive: true });
  const all = { ...quietSettings, ...settings };
  await writeFile(path.join(user, 'settings.json'), JSON.stringify(all, null, 2));
}

/** Settings that belong to the machine: a server takes them from its own file only. */
export async function writeMachineSettings(dir: string, settings: Settings): Promise<void> {
  const machine = path.join(dir, 'data/Machine');
  await mkdir(machine, { recursive: true });
  await writeFile(path.join(machine, 'settings.json'), JSON.stringify(settings, null, 2));
}
