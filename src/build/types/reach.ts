/** Follows the imports of declaration files. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';

/** Engines are the runner's affair; a script that needs them by name imports them itself. */
const backends = /^export \* from '@tensorflow\/tfjs-backend-[^']*';\r?\n/gm;
const specifiers = /(?:\bfrom|\bimport|\bimport\(|\bdeclare module)\s*(['"])([^'"\n]+)\1/g;
const sourceEnding = /((?:\bfrom|\bimport|\bimport\()\s*['"]\.[^'"\n]*)\.ts(?=['"])/g;

/** Text by path of each declaration that the entries reach, imports written as other projects can read them. */
export async function reachableDeclarations(
  entries: string[],
  packages: string,
): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const waiting = [...entries];
  for (let file = waiting.pop(); file; file = waiting.pop()) {
    if (found.has(file)) continue;
    const text = portable(await readFile(file, 'utf8'));
    found.set(file, text);
    for (const [, , specifier] of text.matchAll(specifiers)) {
      const next = specifier && declarationOf(specifier, file, packages);
      if (next) waiting.push(next);
    }
  }
  return found;
}

function portable(text: string): string {
  return text.replace(backends, '').replace(sourceEnding, '$1.js');
}

/** Undefined for what is not followed: other packages, and names inside documentation. */
function declarationOf(specifier: string, from: string, packages: string): string | undefined {
  if (specifier.startsWith('.')) {
    return firstOf(path.resolve(path.dirname(from), specifier));
  }
  const [scope, name, ...rest] = specifier.split('/');
  if (scope !== '@tensorflow' || !name) return undefined;
  const inside = rest.length > 0 ? rest.join('/') : 'dist/index';
  return firstOf(path.join(packages, scope, name, inside));
}

function firstOf(base: string): string | undefined {
  const stem = base.replace(/\.js$/, '');
  return [`${stem}.d.ts`, path.join(stem, 'index.d.ts')].find((file) => existsSync(file));
}
