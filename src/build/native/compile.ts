/** Compiles tfjs-node's binding from the C++ in its package. */
import { execFileSync } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { root, tfjsNodePackage } from './places.ts';
import type { LibTensorFlow } from './wheel.ts';

/** The newest Node-API that tfjs-node asks for; Node 20 has it. */
const NODE_API = 8;

/** @param folder gets lib/napi-v8/tfjs_binding.node, which looks for libtensorflow in deps/lib beside it */
export async function compileBinding(folder: string, tensorflow: LibTensorFlow): Promise<void> {
  const out = path.join(folder, `lib/napi-v${NODE_API}`);
  await mkdir(out, { recursive: true });
  console.log('Compiling tfjs-node’s binding …');
  compile([
    ...['-std=c++17', '-O2', '-shared', '-fPIC', `-DNAPI_VERSION=${NODE_API}`],
    ...['-DNODE_GYP_MODULE_NAME=tfjs_binding', '-DBUILDING_NODE_EXTENSION'],
    `-I${path.join(root, 'node_modules/node-api-headers/include')}`,
    `-I${tensorflow.include}`,
    ...['tfjs_backend.cc', 'tfjs_binding.cc'].map((file) =>
      path.join(tfjsNodePackage, 'binding', file),
    ),
    ...['-o', path.join(out, 'tfjs_binding.node')],
    `-L${tensorflow.lib}`,
    ...tensorflow.libraries.map((name) => `-l:${name}`),
    '-Wl,-rpath,$ORIGIN/../../deps/lib',
  ]);
}

function compile(args: string[]): void {
  const compiler = process.env.CXX ?? 'c++';
  try {
    execFileSync(compiler, args, { stdio: 'inherit' });
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw new Error(
      missing
        ? `There is no C++ compiler here (“${compiler}”); set CXX to the path of one.`
        : 'tfjs-node’s binding did not compile: see above.',
      { cause: error },
    );
  }
}
