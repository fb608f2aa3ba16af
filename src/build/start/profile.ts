/** The profile of `npm start`: apart from the user's own VS Code, and kept from one start to the next. */
import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '../../..');
/** GENAI101_PROFILE puts it elsewhere: a test leaves the learner's own alone. */
export const home = path.resolve(process.env.GENAI101_PROFILE ?? path.join(root, '.cache/start'));
/** The folder that is opened; the learner's copies of the examples lie in it. */
export const courseFolder = path.join(home, 'course');
export const welcome = path.join(import.meta.dirname, 'welcome');

/** What somebody who came to learn does not need to see. They are only defaults: a file that exists is kept. */
const settings = {
  'chat.commandCenter.enabled': false,
  'chat.disableAIFeatures': true,
  'editor.minimap.enabled': false,
  'extensions.ignoreRecommendations': true,
  'files.simpleDialog.enable': true,
  'git.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.welcomePage.experimentalOnboarding': false,
};

/** Belongs to the machine: the desktop reads it with the others, a server only from its machine's settings. */
const machineSettings = { 'genai101.courseFolder': courseFolder };

export async function prepareProfile(): Promise<void> {
  await mkdir(courseFolder, { recursive: true });
  await writeDefaults('User', { ...machineSettings, ...settings });
  await writeDefaults('Machine', machineSettings);
}

async function writeDefaults(scope: 'User' | 'Machine', values: object): Promise<void> {
  const file = path.join(home, 'data', scope, 'settings.json');
  await mkdir(path.dirname(file), { recursive: true });
  if (!existsSync(file)) await writeFile(file, `${JSON.stringify(values, null, 2)}\n`);
}

/** Copies what the VSIX would hold: the address then needs no development flags. */
export async function installExtension(extensions: string): Promise<void> {
  await rm(extensions, { recursive: true, force: true });
  const manifest = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as {
    version: string;
  };
  const own = path.join(extensions, `genai101.genai-101-${manifest.version}`);
  const parts = [
    'package.json',
    'README.md',
    'LICENSE',
    'dist',
    'media',
    'snippets',
    'walkthroughs',
  ];
  for (const part of parts.filter((name) => existsSync(path.join(root, name)))) {
    await cp(path.join(root, part), path.join(own, part), { recursive: true });
  }
  await cp(welcome, path.join(extensions, 'genai101.genai101-welcome-0.0.1'), { recursive: true });
}
