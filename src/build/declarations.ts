/**
 * Gathers the declaration files that packages' entries reach into one text of ambient modules:
 * one small file instead of a thousand, with the documentation comments kept.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A package by the name scripts import, and the declaration file behind it. */
export interface Entry {
  name: string;
  file: string;
  /** The folder that module names are relative to. */
  root: string;
}

interface Module {
  name: string;
  text: string;
}

/** The start of an import or export that names a module. */
const NAMED = /^((?:import|export)\b[^;'"]*?from\s+|import\s+)(['"])([^'"]+)\2/gm;
const INLINE = /\bimport\((['"])([^'"]+)\1\)/g;
const AUGMENTATION = /^declare module '([^']+)' \{\n([\s\S]*?)^\}/gm;

export function gatherDeclarations(entries: readonly Entry[]): string {
  const modules = new Map<string, Module>();
  const waiting = entries.map(({ file }) => file);
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (modules.has(file)) continue;
    const source = tidy(readFileSync(file, 'utf8'));
    const name = moduleName(file, entries);
    const text = rewrite(source, file, entries, (found) => waiting.push(found));
    modules.set(file, { name, text });
  }
  const byName = [...modules.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  return mergeAugmentations(byName).map(ambient).join('');
}

/** Drops what serves neither a person nor the compiler. */
function tidy(source: string): string {
  return source
    .replace(/\r\n/g, '\n')
    .replace(/\/\*\*\n \* @license[\s\S]*?\*\/\n/g, '')
    .replace(/^\/\/\/ <.*\n/gm, '')
    .replace(/^\/\/# sourceMappingURL.*$/gm, '');
}

function moduleName(file: string, entries: readonly Entry[]): string {
  const entry = entries.find((candidate) => candidate.file === file);
  if (entry) return entry.name;
  const owner = entries.find(({ root }) => file.startsWith(root + path.sep));
  if (!owner) throw new Error(`${file} belongs to no package.`);
  const inside = path.relative(owner.root, file).replaceAll(path.sep, '/');
  return `${owner.name}/${inside.replace(/\.d\.ts$/, '')}`;
}

/** Gives every module its full name, and tells which files it needs. */
function rewrite(
  source: string,
  file: string,
  entries: readonly Entry[],
  need: (file: string) => void,
): string {
  const full = (specifier: string) => {
    const found = resolve(specifier, file, entries);
    if (!found) return specifier;
    need(found);
    return moduleName(found, entries);
  };
  return source
    .replace(NAMED, (_, start: string, __, specifier: string) => `${start}'${full(specifier)}'`)
    .replace(INLINE, (_, __, specifier: string) => `import('${full(specifier)}')`)
    .replace(/^declare module '([^']+)'/gm, (_, specifier: string) => {
      return `declare module '${full(specifier)}'`;
    });
}

/** The file behind a module's name; undefined for a module of Node. */
function resolve(specifier: string, from: string, entries: readonly Entry[]): string | undefined {
  const entry = entries.find(({ name }) => name === specifier);
  if (entry) return entry.file;
  const owner = entries.find(({ name }) => specifier.startsWith(`${name}/`));
  const base = owner
    ? path.join(owner.root, specifier.slice(owner.name.length + 1))
    : path.resolve(path.dirname(from), specifier);
  const stem = base.replace(/\.(js|ts)$/, '');
  const found = [`${stem}.d.ts`, path.join(stem, 'index.d.ts')].find((file) => existsSync(file));
  if (!found && specifier.startsWith('.')) throw new Error(`${from} needs ${specifier}.`);
  return found;
}

/** An ambient module cannot hold an augmentation, so what one adds is put where it belongs. */
function mergeAugmentations(modules: Module[]): Module[] {
  const additions = new Map<string, { imports: Set<string>; members: string[] }>();
  const plain = modules.map(({ name, text }) => {
    const imports = text.match(/^import .*;$/gm) ?? [];
    const rest = text.replace(AUGMENTATION, (_, target: string, body: string) => {
      const addition = additions.get(target) ?? { imports: new Set(), members: [] };
      for (const line of imports) addition.imports.add(line);
      addition.members.push(body.replace(/^ *interface /gm, 'export interface '));
      additions.set(target, addition);
      return '';
    });
    return { name, text: rest };
  });
  return plain.map(({ name, text }) => {
    const addition = additions.get(name);
    if (!addition) return { name, text };
    const imports = newImports([...addition.imports], name, text);
    return { name, text: [imports, text, ...addition.members].join('\n') };
  });
}

/** One import a name, of those the module neither imports nor declares itself. */
function newImports(lines: string[], self: string, text: string): string {
  const found = new Map<string, string>();
  for (const line of lines) {
    const [, names = '', from = ''] = /^import \{ (.*) \} from '(.*)';$/.exec(line) ?? [];
    if (from === self) continue;
    for (const name of names.split(', ')) found.set(name, from);
  }
  const known = (name: string) =>
    new RegExp(`^(import|export|declare).*\\b${name}\\b`, 'm').test(text);
  return [...found]
    .filter(([name]) => !known(name))
    .map(([name, from]) => `import { ${name} } from '${from}';`)
    .join('\n');
}

function ambient({ name, text }: Module): string {
  const body = text
    .replace(/^(export )?declare /gm, '$1')
    .replace(/^ {4}(?=\S)/gm, '  ')
    .replace(/\n{2,}/g, '\n')
    .trim();
  return body === ''
    ? `declare module '${name}' {}\n`
    : `declare module '${name}' {\n${body}\nexport {};\n}\n`;
}
