/** Lets a bundle take tfjs-node's JavaScript in, without its loader, so that it works on the bundle's own TensorFlow.js. */
import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'esbuild';

const root = path.resolve(import.meta.dirname, '../..');
/** Its TypeScript: ES modules, where its compiled files are CommonJS, which would wrap all of TensorFlow.js. */
const linked = path.join(root, 'node_modules/@tensorflow/tfjs-node/src');
/** By its real path, as the bundler names importers, also where node_modules is a link. */
const sources = existsSync(linked) ? realpathSync(linked) : linked;

export const tfjsNode: Plugin = {
  name: 'tfjs-node',
  setup(build) {
    build.onResolve({ filter: /^@tensorflow\/tfjs-node\/dist\// }, ({ path: asked }) => {
      const file = path.join(sources, path.basename(asked, '.js'));
      // An optional dependency: without it the bundle has a native engine that says so when it is asked for.
      return existsSync(`${file}.ts`) ? { path: `${file}.ts` } : { path: asked, external: true };
    });
    build.onResolve({ filter: /^util$/ }, ({ importer }) =>
      importer.startsWith(sources)
        ? { path: path.join(root, 'src/engine/native/nodeUtil.ts') }
        : undefined,
    );
  },
};
