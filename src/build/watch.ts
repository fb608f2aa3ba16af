/** `npm run watch`: builds, and builds again what a change concerns. */
import { spawnSync } from 'node:child_process';
import { watch } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const quiet = 150; // ms without a change before a build starts

/** Which targets a folder below src/ goes into; a folder not named here goes into all. */
const concerns: Record<string, readonly string[]> = {
  host: ['extension'],
  curriculum: ['extension'],
  webview: ['webview'],
  runner: ['runner'],
  engine: ['runner'],
  api: ['runner', 'types'],
  metrics: ['runner', 'webview', 'types'],
  cli: ['cli'],
};
const ofWalkthroughs = ['extension', 'webview', 'course'];

let pending = new Set<string>();
let timer: NodeJS.Timeout | undefined;

function build(targets: string[]): void {
  console.log(`[watch] building ${targets.join(', ') || 'all'}`);
  spawnSync(process.execPath, ['--import', 'tsx', 'src/build/bundle.ts', ...targets], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, GENAI101_DEV: '1' },
  });
  console.log('[watch] built');
}

function changed(targets: readonly string[]): void {
  for (const target of targets) pending.add(target);
  clearTimeout(timer);
  timer = setTimeout(() => {
    const now = [...pending];
    pending = new Set();
    build(now);
  }, quiet);
}

build([]);
watch(path.join(root, 'src'), { recursive: true }, (_event, file) => {
  const folder = file?.split(path.sep)[0] ?? '';
  if (folder === 'build') return;
  changed(concerns[folder] ?? ['extension', 'runner', 'cli', 'webview', 'types']);
});
watch(path.join(root, 'walkthroughs'), { recursive: true }, () => changed(ofWalkthroughs));
