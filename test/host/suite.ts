/**
 * Runs test/host/suite inside a real extension host: that of a desktop VS Code where VSCODE_PATH names one,
 * else that of the VS Code server with its workbench in Chromium.
 */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { format, parseArgs } from 'node:util';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { build } from 'esbuild';
import { globSync } from 'tinyglobby';
import { outcomeVariable } from '../support/outcome.ts';
import { launchChromium } from './chromium.ts';
import { mark } from './entry.ts';
import { startServer } from './server.ts';
import { root } from './session.ts';
import { writeSettings } from './settings.ts';
import { workbenchUrl } from './workbench.ts';

const limit = 270_000;
const bundle = path.join(root, 'dist/test/suite.cjs');

/** One CommonJS file, since that is what every extension host can load; mocha itself stays outside. */
async function bundleSuite(files: string[]): Promise<void> {
  await build({
    stdin: {
      contents: [
        "import { runSuite } from './entry.ts';",
        'export const run = () => runSuite(() => {',
        ...files.map((file) => `  require(${JSON.stringify(file)});`),
        '});',
      ].join('\n'),
      resolveDir: import.meta.dirname,
    },
    outfile: bundle,
    bundle: true,
    platform: 'node',
    target: 'node22',
    format: 'cjs',
    external: ['vscode', 'mocha'],
    sourcemap: 'inline',
    logLevel: 'warning',
    define: { 'import.meta.dirname': JSON.stringify(import.meta.dirname) },
  });
}

/** Resolves with the exit code that the extension host reports. */
async function runInServer(dir: string, folder: string): Promise<number> {
  await writeSettings(dir);
  const server = await startServer({ dir });
  const browser = await launchChromium();
  try {
    const page = await (await browser.newContext()).newPage();
    const ended = new Promise<number>((resolve, reject) => {
      setTimeout(() => reject(new Error(`No result after ${limit / 1000} s.`)), limit).unref();
      page.on('crash', () => reject(new Error('The page of the workbench crashed.')));
      void page.exposeFunction('codeAutomationLog', (_type: string, args: unknown[]) =>
        print(args),
      );
      void page.exposeFunction('codeAutomationExit', resolve);
    });
    await page.goto(workbenchUrl(server, { folder, extension: root, tests: bundle }));
    return await ended;
  } finally {
    await browser.close();
    await server.stop();
  }
}

/** Console lines arrive as console.log got them, format strings and all. */
function print(args: unknown[]): void {
  const text = format(...args);
  if (text.startsWith(mark)) console.log(text.slice(mark.length));
  else if (process.env.GENAI101_TEST_LOG) console.log(text);
}

/** `VSCODE_PATH=download` fetches the current stable one first. */
async function runInDesktop(dir: string, folder: string, executable: string): Promise<number> {
  return runTests({
    vscodeExecutablePath:
      executable === 'download' ? await downloadAndUnzipVSCode('stable') : executable,
    extensionDevelopmentPath: root,
    extensionTestsPath: bundle,
    extensionTestsEnv: { [outcomeVariable]: process.env[outcomeVariable] },
    launchArgs: [
      folder,
      `--user-data-dir=${path.join(dir, 'data')}`,
      `--extensions-dir=${path.join(dir, 'extensions')}`,
      '--disable-workspace-trust',
      '--skip-welcome',
      '--skip-release-notes',
    ],
  });
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { timeout: { type: 'string' }, grep: { type: 'string' } },
});
if (values.grep) process.env.GENAI101_TEST_GREP = values.grep;
const files =
  positionals.length > 0 ? positionals : globSync('test/host/suite/**/*.test.ts', { cwd: root });
await bundleSuite(files.map((file) => path.resolve(root, file)));
const dir = await mkdtemp(path.join(tmpdir(), 'g101-suite-'));
const folder = path.join(dir, 'folder');
await mkdir(folder);
try {
  const desktop = process.env.VSCODE_PATH;
  process.exitCode = desktop
    ? await runInDesktop(dir, folder, desktop)
    : await runInServer(dir, folder);
} finally {
  await rm(dir, { recursive: true, force: true, maxRetries: 5 });
}
