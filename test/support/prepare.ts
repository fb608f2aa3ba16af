/** Sets up what the stages need; what cannot be set up comes back with the reason, and how to get it. */
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { findChromium, howToGetChromium } from '../host/chromium.ts';
import { installVsCodeServer } from '../host/install.ts';

export type Need = 'build' | 'server' | 'chromium';

const root = path.resolve(import.meta.dirname, '../..');

const steps: Record<Need, () => unknown> = {
  build: () => run('node', ['--import', 'tsx', 'src/build/bundle.ts']),
  server: () => installVsCodeServer(console.log),
  chromium() {
    if (!findChromium()) tryToInstallChromium();
    if (!findChromium()) throw new Error(howToGetChromium);
  },
};

export async function prepare(needs: ReadonlySet<Need>): Promise<Map<Need, string>> {
  const missing = new Map<Need, string>();
  for (const need of needs) {
    try {
      await steps[need]();
    } catch (error) {
      // Only a Chromium may be lacking on a sound machine; all else is a fault to show.
      if (need !== 'chromium') throw error;
      missing.set(need, error instanceof Error ? error.message : String(error));
    }
  }
  return missing;
}

function tryToInstallChromium(): void {
  if (process.getuid?.() !== 0 || process.platform !== 'linux') return;
  console.log('Installing Chromium with apt-get …');
  try {
    run('apt-get', ['update', '-qq']);
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium']);
  } catch (error) {
    console.log(`apt-get could not install it: ${error instanceof Error ? error.message : error}`);
  }
}

function run(command: string, args: string[]): void {
  execFileSync(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
}
