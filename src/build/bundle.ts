/**
 * Builds what runs: the extension, the runner, the command line, the webviews.
 * `npm run build -- runner webview` builds only those; without names, all.
 */

import { cp, mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { type BuildOptions, build } from 'esbuild';
import { globSync } from 'tinyglobby';
import { copyEngineFiles, engineBundle, engineProcesses } from './engineFiles.ts';
import { buildExtension } from './extension.ts';
import { writeHints } from './hints.ts';
import { writeTypes } from './types.ts';

const root = path.resolve(import.meta.dirname, '../..');
const dist = path.join(root, 'dist');
const minify = process.env.GENAI101_DEV !== '1';

const shared: BuildOptions = {
  absWorkingDir: root,
  bundle: true,
  minify,
  sourcemap: minify ? false : 'linked',
  logLevel: 'warning',
  legalComments: 'none',
};

const node: BuildOptions = { ...shared, platform: 'node', target: 'node22' };

const targets: Record<string, () => Promise<void>> = {
  extension: () =>
    buildExtension(node, [
      'walkthroughs/outline.ts',
      'src/host/contributes/commandNames.ts',
      'src/host/contributes/settingDefaults.ts',
    ]),
  /** Of its own, as most windows never install anything. */
  async installer() {
    await build({
      ...node,
      entryPoints: ['src/host/engines/install/main.ts'],
      outfile: 'dist/installer.cjs',
      format: 'cjs',
      // VS Code stands in for modules of these very names: its proxies and certificates hold then.
      alias: { 'node:http': 'http', 'node:https': 'https' },
    });
  },
  async runner() {
    const folder = path.join(dist, 'runner');
    const { metafile } = await build({
      ...node,
      ...engineBundle,
      entryPoints: { main: 'src/runner/main.ts', ...engineProcesses },
      outdir: folder,
      outExtension: { '.js': '.mjs' },
      format: 'esm',
      // main.mjs only switches the compile cache on; what it keeps must be a file of its own.
      splitting: true,
      chunkNames: '[name]-[hash]',
      metafile: true,
    });
    await copyEngineFiles(folder);
    // For a Node that was built without a type stripper (Electron's); loaded only there.
    await cp(path.join(root, 'node_modules/amaro/dist/index.js'), path.join(folder, 'amaro.cjs'));
    // Last, so that a runner that is just starting finds its files.
    await removeStale(folder, Object.keys(metafile.outputs));
  },
  async cli() {
    await build({
      ...node,
      entryPoints: { cli: 'src/cli/main.ts' },
      outdir: 'dist',
      outExtension: { '.js': '.mjs' },
      format: 'esm',
    });
  },
  async webview() {
    await rm(path.join(dist, 'webview'), { recursive: true, force: true });
    const panels = globSync('walkthroughs/*/panel.tsx', { cwd: root });
    await build({
      ...shared,
      platform: 'browser',
      target: 'es2022',
      format: 'esm',
      tsconfig: 'src/webview/tsconfig.json',
      entryPoints: [
        ...['training', 'samples', 'gallery', 'certificate'].map((view) => ({
          in: `src/webview/${view}/main.tsx`,
          out: view,
        })),
        ...panels.map((panel) => ({
          in: panel,
          out: `panel-${path.basename(path.dirname(panel))}`,
        })),
      ],
      outdir: 'dist/webview',
      splitting: true,
      chunkNames: 'chunk-[hash]',
      loader: { '.woff2': 'file', '.woff': 'empty', '.ttf': 'empty', '.svg': 'text' },
      assetNames: 'assets/[name]-[hash]',
    });
  },
  async course() {
    await rm(path.join(dist, 'course'), { recursive: true, force: true });
    for (const file of globSync('walkthroughs/*/{,exercises/}*.{ts,js,mts,cts}', { cwd: root })) {
      if (path.basename(file) === 'chapter.ts') continue;
      const to = path.join(dist, 'course', path.relative('walkthroughs', file));
      await mkdir(path.dirname(to), { recursive: true });
      await cp(path.join(root, file), to);
    }
    await writeHints(path.join(dist, 'course/hints.json'));
  },
  async types() {
    await writeTypes(path.join(dist, 'types'));
  },
};

/** Removes bundles of earlier builds: their names hold a hash, so nothing overwrites them. */
async function removeStale(folder: string, outputs: string[]): Promise<void> {
  const current = new Set(outputs.map((file) => path.resolve(root, file)));
  for (const file of globSync('**/*.{mjs,mjs.map}', { cwd: folder, absolute: true })) {
    if (!current.has(path.resolve(file))) await rm(file, { force: true });
  }
}

const names = process.argv.slice(2);
for (const name of names) {
  if (!targets[name]) {
    console.error(
      `There is no build target “${name}”. Targets: ${Object.keys(targets).join(', ')}.`,
    );
    process.exit(2);
  }
}
for (const [name, run] of Object.entries(targets)) {
  if (names.length > 0 && !names.includes(name)) continue;
  await run();
}
