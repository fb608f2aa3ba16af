/** What a bundle with TensorFlow.js in it needs: spread `engineBundle` into its options, then `copyEngineFiles`. */
import type { BuildOptions } from 'esbuild';
import { compileKernels } from './kernels.ts';
import { tfjsNode } from './tfjsNode.ts';

/** Parts of TensorFlow.js that no engine of ours uses. */
export const engineAlias = {
  '@tensorflow/tfjs-backend-webgl': './src/engine/left-out/webgl.ts',
  'node-fetch': './src/engine/left-out/nodeFetch.ts',
};

export const engineBundle = {
  // The ES modules, not the ES5 bundles that the packages' "main" names: smaller and faster.
  mainFields: ['module', 'main'],
  alias: engineAlias,
  plugins: [tfjsNode],
  // TensorFlow.js and its WebAssembly loader are partly CommonJS and look for these three.
  banner: {
    js: [
      "import { createRequire as createRequireForBundle } from 'node:module';",
      'const require = createRequireForBundle(import.meta.url);',
      'const __filename = import.meta.filename;',
      'const __dirname = import.meta.dirname;',
    ].join('\n'),
  },
} satisfies BuildOptions;

/** Processes that the native engine starts: bundles beside that of the engine (engine/native/ownProcess.ts). */
export const engineProcesses = {
  probe: 'src/engine/native/probe/main.ts',
  measure: 'src/engine/native/measure/main.ts',
  worker: 'src/engine/native/measure/worker.ts',
};

/** Puts the WebAssembly kernels beside the bundle in `folder`. */
export async function copyEngineFiles(folder: string): Promise<void> {
  await compileKernels(folder);
}
