/**
 * The extension's bundle. What a window needs at once is dist/extension.cjs, one file, as each further one costs time;
 * what it needs when somebody acts is files of their own, where a module says `await import(…)`.
 */
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type BuildOptions, build, type OutputFile, type Plugin, transform } from 'esbuild';
import { type Plugin as RollupPlugin, rollup } from 'rollup';

const name = 'extension';

/** @param evaluated modules whose values go into the bundle, not the code that computes them */
export async function buildExtension(options: BuildOptions, evaluated: string[]): Promise<void> {
  const root = options.absWorkingDir ?? process.cwd();
  const dist = path.join(root, 'dist');
  const { outputFiles } = await build({
    ...options,
    entryPoints: { [name]: 'src/extension.ts' },
    outdir: dist,
    format: 'esm',
    splitting: true,
    minify: false,
    write: false,
    external: ['vscode'],
    plugins: [asValues(evaluated.map((file) => path.join(root, file)))],
  });
  await rm(path.join(dist, name), { recursive: true, force: true });
  await joinChunks(outputFiles, dist, options);
}

/** esbuild gives code that is needed at once and later a file of its own; Rollup leaves it in the first. */
async function joinChunks(files: OutputFile[], dist: string, { minify, sourcemap }: BuildOptions) {
  const bundle = await rollup({
    input: path.join(dist, `${name}.js`),
    external: (id) => id === 'vscode' || id.startsWith('node:'),
    plugins: [fromMemory(files), ...(minify ? [minified] : [])],
    treeshake: false,
    // Others take what they share with it from it.
    preserveEntrySignatures: 'allow-extension',
  });
  await bundle.write({
    dir: dist,
    entryFileNames: '[name].cjs',
    chunkFileNames: `${name}/[name]-[hash].cjs`,
    format: 'cjs',
    dynamicImportInCjs: false,
    // A namespace would be a copy of some hundred properties of `vscode`; the module does as it is.
    interop: (id) => (id === 'vscode' ? 'esModule' : 'default'),
    sourcemap: Boolean(sourcemap),
  });
  await bundle.close();
}

function fromMemory(files: OutputFile[]): RollupPlugin {
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  return {
    name: 'memory',
    resolveId(id, importer) {
      const file = path.resolve(importer ? path.dirname(importer) : '', id);
      return texts.has(file) ? file : undefined;
    },
    load(id) {
      const code = texts.get(id);
      return code === undefined ? undefined : { code, map: texts.get(`${id}.map`) ?? null };
    },
  };
}

const minified: RollupPlugin = {
  name: 'minified',
  async renderChunk(code) {
    const target = 'node22';
    return (await transform(code, { minify: true, format: 'cjs', platform: 'node', target })).code;
  },
};

/** Puts the values that a module exports into the bundle, as JSON: faster to read than code. */
function asValues(files: string[]): Plugin {
  return {
    name: 'values',
    setup({ onLoad }) {
      const names = files.map((file) => path.basename(file)).join('|');
      onLoad({ filter: new RegExp(`[\\\\/](${names})$`) }, async (module) => {
        if (!files.includes(path.resolve(module.path))) return undefined;
        const values = Object.entries<unknown>(await import(pathToFileURL(module.path).href));
        const lines = values.map(([name, value]) => {
          const json = JSON.stringify(JSON.stringify(value));
          return `export const ${name} = /* @__PURE__ */ JSON.parse(${json});`;
        });
        return { contents: lines.join('\n'), loader: 'js' };
      });
    },
  };
}
