/** Resolves and loads what a script imports: by `import` and by `require`, with types and without. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { type LoadHookSync, type ResolveHookSync, registerHooks } from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { bundledSource, bundledUrl, isBundled, packageOfDeepPath } from './bundled.ts';
import { importOfCommonJs } from './facade.ts';
import { formatOf } from './format.ts';
import { loadedScripts } from './loaded.ts';
import { deepPath, explainMissing } from './missing.ts';
import { stripTypes } from './types.ts';

const SCRIPT = /\.[mc]?[jt]s$/;
const TYPED = /\.[mc]?ts$/;

export function hookModules(): void {
  registerHooks({ resolve, load });
}

const resolve: ResolveHookSync = (specifier, context, nextResolve) => {
  if (isBundled(specifier)) {
    const byRequire = isRequire(context);
    return {
      url: bundledUrl(specifier, byRequire),
      format: byRequire ? 'commonjs' : 'module',
      shortCircuit: true,
    };
  }
  const reachedInto = packageOfDeepPath(specifier);
  // Installed packages may bring what they reach into; a script's own deep path would load a second TensorFlow.js.
  if (reachedInto && !isInstalled(context.parentURL))
    throw deepPath(specifier, reachedInto, context.parentURL);
  try {
    return nextResolve(specifier, context);
  } catch (error) {
    const url = withAnotherExtension(specifier, context.parentURL);
    if (url) return { url, shortCircuit: true };
    throw explainMissing(error, specifier, context.parentURL);
  }
};

const load: LoadHookSync = (url, context, nextLoad) => {
  const bundled = bundledSource(url);
  if (bundled) return { ...bundled, shortCircuit: true };
  if (!isScript(url)) return nextLoad(url, context);
  const file = fileURLToPath(url);
  loadedScripts.push(file);
  const source = loadScript(file);
  const format = formatOf(file, source);
  if (format === 'commonjs' && !isRequire(context)) return importOfCommonJs(file, source);
  return { format, source, shortCircuit: true };
};

/** An array, but a set in Node 22's require. */
function isRequire({ conditions }: { conditions: Iterable<string> }): boolean {
  return [...conditions].includes('require');
}

/** The script as JavaScript. */
export function loadScript(file: string): string {
  const source = readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  return TYPED.test(file) ? stripTypes(source, file) : source;
}

/** Installed packages are Node's own business. */
function isScript(url: string): boolean {
  return url.startsWith('file:') && SCRIPT.test(url) && !isInstalled(url);
}

function isInstalled(url: string | undefined): boolean {
  return url?.includes('/node_modules/') ?? false;
}

/** TypeScript lets scripts write './data' or './data.js' for data.ts; so does this. */
function withAnotherExtension(
  specifier: string,
  parentURL: string | undefined,
): string | undefined {
  if (!parentURL?.startsWith('file:') || !/^\.{0,2}\//.test(specifier)) return undefined;
  const wanted = path.resolve(path.dirname(fileURLToPath(parentURL)), specifier);
  const bare = wanted.replace(/\.([mc]?)js$/, '');
  const endings = ['.ts', '.mts', '.cts', '.js', '.mjs', '.cjs', '/index.ts', '/index.js'];
  const found = [wanted, bare]
    .flatMap((base) => endings.map((ending) => base + ending))
    .find(isFile);
  return found && pathToFileURL(found).href;
}

function isFile(file: string): boolean {
  return existsSync(file) && statSync(file).isFile();
}
