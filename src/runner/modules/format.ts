/** Decides whether a file is a module (import) or CommonJS (require), by the rules that Node has. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { compileFunction } from 'node:vm';

export type Format = 'module' | 'commonjs';

const byExtension: Record<string, Format> = {
  '.mts': 'module',
  '.mjs': 'module',
  '.cts': 'commonjs',
  '.cjs': 'commonjs',
};

/** @param code the file's JavaScript, types already left out. */
export function formatOf(file: string, code: string): Format {
  return byExtension[path.extname(file)] ?? nearestType(path.dirname(file)) ?? bySyntax(code);
}

function nearestType(folder: string): Format | undefined {
  const type = packageType(folder);
  if (type !== 'no package') return type;
  const parent = path.dirname(folder);
  return parent === folder || path.basename(folder) === 'node_modules'
    ? undefined
    : nearestType(parent);
}

function packageType(folder: string): Format | undefined | 'no package' {
  try {
    const { type } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
    return type === 'module' || type === 'commonjs' ? type : undefined;
  } catch {
    return 'no package'; // none here, or one that npm could not read either
  }
}

/** What does not compile as a CommonJS body is a module; a real syntax error is then told by the module loader. */
function bySyntax(code: string): Format {
  try {
    compileFunction(code, ['exports', 'require', 'module', '__filename', '__dirname']);
    return 'commonjs';
  } catch {
    return 'module';
  }
}
