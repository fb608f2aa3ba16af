/** `npm run package`: makes genai-101-<version>.vsix and says how big it is. `--no-build` takes dist as it is; `--out FILE` names it. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { createVSIX } from '@vscode/vsce';
import { writeNotices } from './notices.ts';

const root = path.resolve(import.meta.dirname, '../..');
const limit = 6_000_000; // bytes

const { values } = parseArgs({
  options: { out: { type: 'string' }, 'no-build': { type: 'boolean', default: false } },
});

if (!values['no-build']) {
  const build = ['--import', 'tsx', 'src/build/bundle.ts'];
  execFileSync(process.execPath, build, { cwd: root, stdio: 'inherit' });
}
const { version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as {
  version: string;
};
const needed = ['dist/extension.cjs', 'dist/runner/main.mjs', 'dist/course', 'media/icon.png'];
for (const file of needed) {
  if (!existsSync(path.join(root, file))) throw new Error(`${file} is missing: run npm run build.`);
}
await writeNotices(root);
const vsix = path.resolve(values.out ?? path.join(root, `genai-101-${version}.vsix`));
await createVSIX({
  cwd: root,
  packagePath: vsix,
  dependencies: false,
  // There is no address yet to which the pictures of the README could be rewritten.
  allowMissingRepository: true,
  rewriteRelativeLinks: false,
});
const { size } = await stat(vsix);
console.log(`${path.relative(root, vsix)}: ${(size / 1e6).toFixed(2)} MB of ${limit / 1e6} MB`);
if (size > limit) {
  console.error('The VSIX is too big.');
  process.exitCode = 1;
}
