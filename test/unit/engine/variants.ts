/** The portable engine in each of its builds, side by side, and the CPU engine to compare with. */
import { quietCpuBackend } from '../../../src/engine/cpu.ts';
import { PortableBackend } from '../../../src/engine/portable/backend.ts';
import { installPortable } from '../../../src/engine/portable/install.ts';
import { type BuildName, loadKernels } from '../../../src/engine/portable/kernels/load.ts';
import { allowRelaxedSimd, readBuild } from '../../../src/engine/portable/kernels/nodeFiles.ts';
import { NodeHelpers } from '../../../src/engine/portable/kernels/nodeHelpers.ts';
import * as tf from '../../../src/engine/tf.ts';

/** A build, on one thread or on two. */
export type Variant = BuildName | `${BuildName}-threads`;

export const variants: readonly Variant[] = [
  'relaxed',
  'plain',
  'relaxed-threads',
  'plain-threads',
];

/** Makes one build of the portable engine TensorFlow.js's backend; those for several threads with two of them. */
export async function useVariant(build: Variant): Promise<PortableBackend> {
  const name = `test-${build}`;
  if (!tf.findBackend(name)) {
    const backend = await createBackend(build);
    installPortable(backend, name);
  }
  await tf.setBackend(name);
  return tf.backend() as PortableBackend;
}

/** Makes TensorFlow.js's own CPU backend, the reference, the current one. */
export async function useReference(): Promise<void> {
  const name = 'test-reference';
  if (!tf.findBackend(name)) {
    tf.registerBackend(name, quietCpuBackend, 0);
    tf.copyRegisteredKernels('cpu', name);
  }
  await tf.setBackend(name);
}

async function createBackend(build: Variant): Promise<PortableBackend> {
  allowRelaxedSimd();
  const helpers = build.endsWith('-threads')
    ? (module: WebAssembly.Module, memory: WebAssembly.Memory) => new NodeHelpers(module, memory, 1)
    : undefined;
  const builds = [build.startsWith('relaxed') ? 'relaxed' : 'plain'] as const;
  const options = { read: readBuild, builds, ...(helpers ? { helpers } : {}) };
  return new PortableBackend(await loadKernels(options));
}

/** What `compute` gives on the reference and on each build of the portable engine. */
export async function onAll(compute: () => tf.Tensor): Promise<{
  expected: tf.backend_util.TypedArray;
  actual: [Variant, tf.backend_util.TypedArray][];
}> {
  await useReference();
  const expected = values(compute);
  const actual: [Variant, tf.backend_util.TypedArray][] = [];
  for (const build of variants) {
    await useVariant(build);
    actual.push([build, values(compute)]);
  }
  return { expected, actual };
}

function values(compute: () => tf.Tensor): tf.backend_util.TypedArray {
  const tensor = tf.tidy(compute);
  const numbers = tensor.dataSync();
  tensor.dispose();
  return numbers;
}
