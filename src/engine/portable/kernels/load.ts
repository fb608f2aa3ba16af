import { EngineError } from '../../engineError.ts';
import type { Heap } from '../memory/heap.ts';
import type { HelperThreads } from './helpers.ts';
import { type KernelExports, Kernels } from './kernels.ts';
import type { Sharing } from './sharing.ts';
import { unshared } from './unshared.ts';

/** The builds of assembly/: with relaxed SIMD or plain. Each a whole WebAssembly file. */
export type BuildName = 'relaxed' | 'plain';

/** Reads a build: from disk in Node, by fetch in a browser. */
export type ReadBuild = (name: BuildName) => Promise<Uint8Array<ArrayBuffer>>;

export interface LoadOptions {
  read: ReadBuild;
  /** Makes the helper threads for a module; without it all runs on one thread and needs no shared memory. */
  helpers?: (module: WebAssembly.Module, memory: WebAssembly.Memory) => HelperThreads;
  /** For tests. */
  makeHeap?: (memory: WebAssembly.Memory, base: number) => Heap;
  sharing?: Sharing;
  /** The builds that may be taken, best first; all when left out. */
  builds?: readonly BuildName[];
}

/** 16 MB to begin with. */
const FIRST_PAGES = 256;
/** 4 GB. */
const MOST_PAGES = 65536;

/**
 * Loads the fastest build that runs here.
 * @throws EngineError where there is no WebAssembly SIMD
 */
export async function loadKernels(options: LoadOptions): Promise<Kernels> {
  const { read, helpers, makeHeap, sharing, builds = ['relaxed', 'plain'] } = options;
  const bytes = await firstValid(read, builds);
  const module = await WebAssembly.compile(helpers ? bytes : unshared(bytes));
  const memory = new WebAssembly.Memory({
    initial: FIRST_PAGES,
    maximum: MOST_PAGES,
    shared: helpers !== undefined,
  });
  const instance = await WebAssembly.instantiate(module, {
    env: { memory, now: () => performance.now() },
  });
  const exports = instance.exports as unknown as KernelExports;
  return new Kernels(exports, memory, helpers?.(module, memory), makeHeap, sharing);
}

async function firstValid(
  read: ReadBuild,
  names: readonly BuildName[],
): Promise<Uint8Array<ArrayBuffer>> {
  for (const name of names) {
    const bytes = await read(name);
    if (WebAssembly.validate(bytes)) return bytes;
  }
  throw new EngineError('WebAssembly here has no SIMD instructions');
}
