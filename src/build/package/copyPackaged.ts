/** What belongs into a VSIX, in a folder of its own. */
import { cp, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { glob } from 'tinyglobby';

/** Copies what `.vscodeignore` lets in: it leaves everything out but the lines that begin with `!`. */
export async function copyPackaged(root: string, to: string): Promise<void> {
  const lines = (await readFile(path.join(root, '.vscodeignore'), 'utf8')).split(/\r?\n/);
  const patterns = lines.filter((line) => line.startsWith('!')).map((line) => line.slice(1));
  for (const file of await glob(patterns, { cwd: root, dot: true }))
    await cp(path.join(root, file), path.join(to, file));
  // vsce warns where none is.
  await writeFile(path.join(to, '.vscodeignore'), '# All of this folder belongs into the VSIX.\n');
}
