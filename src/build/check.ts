/** `npm run check`, and the first stage of `npm test`: the type check of every project, the linter with the import rule, the formatter, the manifest. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { leaveOutcome, type Outcome } from '../../test/support/outcome.ts';
import { withDerived } from './manifest.ts';

const root = path.resolve(import.meta.dirname, '../..');
const projects = ['.', 'src/webview', 'walkthroughs', 'test/ui'];

const checks: [name: string, holds: () => boolean][] = [
  ...projects.map((project): [string, () => boolean] => [
    `types of ${project === '.' ? 'host, runner, build and tests' : project}`,
    () => tool('tsc', ['-p', project]),
  ]),
  [
    'linter, import rule and formatter',
    () => tool('biome', ['ci', `--colors=${process.stdout.isTTY ? 'force' : 'off'}`]),
  ],
  ['package.json agrees with commands, settings and curriculum', manifestIsCurrent],
];

function tool(name: string, args: string[]): boolean {
  const command = path.join(root, 'node_modules/.bin', name);
  const shell = process.platform === 'win32';
  return spawnSync(command, args, { cwd: root, stdio: 'inherit', shell }).status === 0;
}

function manifestIsCurrent(): boolean {
  const text = readFileSync(path.join(root, 'package.json'), 'utf8');
  if (withDerived(text) === text) return true;
  console.log('package.json is out of date: run npm run build:manifest.');
  return false;
}

const outcome: Outcome = { passed: 0, failed: 0, skipped: 0 };
for (const [name, holds] of checks) {
  const good = holds();
  console.log(`${good ? '✓' : '✗'} ${name}`);
  outcome[good ? 'passed' : 'failed']++;
}
await leaveOutcome(outcome);
process.exitCode = outcome.failed > 0 ? 1 : 0;
