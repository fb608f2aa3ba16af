/** Finds a Chromium and starts it; where none is, says in one line how to get one. */
import { accessSync, constants, existsSync } from 'node:fs';
import path from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
];

const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

export const howToGetChromium =
  'no Chromium found: install one (Debian, Ubuntu: apt-get install chromium; macOS: brew install --cask chromium) or set CHROMIUM to the path of Chromium, Chrome or Edge';

/** Path of a Chromium: $CHROMIUM, on PATH, or where installers put it. */
export function findChromium(): string | undefined {
  const asked = process.env.CHROMIUM;
  if (asked) return asked;
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const onPath = names.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  return [...onPath, ...places].find((file) => existsSync(file) && isExecutable(file));
}

export async function launchChromium(more: readonly string[] = []): Promise<Browser> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error(howToGetChromium);
  return chromium.launch({ executablePath, headless: true, args: [...flags(), ...more] });
}

function flags(): string[] {
  const root = process.getuid?.() === 0;
  return [
    // Chromium refuses to run as root with its sandbox on; a container often has no other user.
    ...(root ? ['--no-sandbox'] : []),
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-gpu',
  ];
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
