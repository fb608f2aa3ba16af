/** The portable engine under hard conditions: what goes well by chance elsewhere fails here. */
import { PortableBackend } from '../../src/engine/portable/backend.ts';
import { installPortable } from '../../src/engine/portable/install.ts';
import type { Kernels } from '../../src/engine/portable/kernels/kernels.ts';
import { type LoadOptions, loadKernels } from '../../src/engine/portable/kernels/load.ts';
import { allowRelaxedSimd, readBuild } from '../../src/engine/portable/kernels/nodeFiles.ts';
import { NodeHelpers } from '../../src/engine/portable/kernels/nodeHelpers.ts';
import * as tf from '../../src/engine/tf.ts';
import { AlwaysShared } from '../unit/engine/alwaysShared.ts';
import { CheckedHeap } from '../unit/engine/checkedHeap.ts';

/** `checked`: one thread on a checked heap. `shared`: three threads on one, and every call cut as small as can be. */
export type StrictName = 'checked' | 'shared';

export function isStrict(name: string): name is StrictName {
  return name === 'checked' || name === 'shared';
}

/** Makes it the current backend; gives what was written past the end of tensors. */
export async function startStrict(name: StrictName): Promise<readonly string[]> {
  allowRelaxedSimd();
  const heaps: CheckedHeap[] = [];
  const makeHeap = (memory: WebAssembly.Memory, base: number) => {
    const heap = new CheckedHeap(memory, base);
    heaps.push(heap);
    return heap;
  };
  const helpers: LoadOptions['helpers'] = (module, memory) => new NodeHelpers(module, memory, 2);
  const shares = name === 'shared';
  const kernels = await loadKernels({
    read: readBuild,
    makeHeap,
    ...(shares ? { helpers, sharing: new AlwaysShared() } : {}),
  });
  if (shares) shareUnits(kernels);
  installPortable(new PortableBackend(kernels), name);
  await tf.setBackend(name);
  return heaps[0]?.overwritten ?? [];
}

/** Shares every call, one unit at a time. */
function shareUnits(kernels: Kernels): void {
  const run = kernels.run.bind(kernels);
  kernels.run = (kind, units, chunk, ...args) => run(kind, units, Math.min(chunk, 1), ...args);
}
