/** `npm run train`: builds what is missing or older than its source, and starts the command line on a Node that can. */
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { globSync } from 'tinyglobby';
import { findNode } from './node.ts';

const root = path.resolve(import.meta.dirname, '../..');
const cli = path.join(root, 'dist/cli.mjs');
const runner = path.join(root, 'dist/runner/main.mjs');

if (isStale()) build();
process.exitCode = await run(findNode());

function isStale(): boolean {
  if (!existsSync(cli) || !existsSync(runner)) return true;
  const built = Math.min(statSync(cli).mtimeMs, statSync(runner).mtimeMs);
  const sources = globSync('src/{api,build,cli,data,engine,metrics,protocol,runner}/**/*.ts', {
    cwd: root,
    absolute: true,
  });
  return sources.some((file) => statSync(file).mtimeMs > built);
}

function build(): void {
  const tsx = path.join(root, 'node_modules/tsx/dist/cli.mjs');
  execFileSync(process.execPath, [tsx, 'src/build/bundle.ts', 'runner', 'cli'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

/** Runs where the person is, so that paths mean what they typed; npm itself changes to the project's folder. */
function run(node: string): Promise<number> {
  const child = spawn(node, [cli, ...process.argv.slice(2)], {
    stdio: 'inherit',
    cwd: process.env.INIT_CWD ?? process.cwd(),
  });
  // The command line answers Ctrl+C and SIGTERM; this process only waits for it.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    });
  }
  return new Promise((resolve) => {
    child.on('close', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 1)));
  });
}
