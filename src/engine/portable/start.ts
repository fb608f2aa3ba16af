import { availableParallelism } from 'node:os';
import type { Engine, Surroundings } from '../engine.ts';
import { portableEngine } from './engine.ts';
import type { Kernels } from './kernels/kernels.ts';
import { loadKernels } from './kernels/load.ts';
import { allowRelaxedSimd, readBuild } from './kernels/nodeFiles.ts';
import { NodeHelpers } from './kernels/nodeHelpers.ts';

/** More threads than this have too little to do each in models of this size. */
const MOST_THREADS = 4;

/**
 * The engine that runs everywhere: our WebAssembly kernels, and TensorFlow.js's JavaScript ones on the same memory.
 * Started once, it keeps its threads.
 */
export function startPortable(
  reason: string,
  { threads = threadsAllowed() }: Surroundings = {},
): Promise<Engine> {
  return portableEngine(reason, () => loadHere(threads));
}

/** As many as the environment says, else one a core up to a few. */
function threadsAllowed(): number {
  const asked = Number(process.env.GENAI101_THREADS);
  return asked >= 1 ? Math.floor(asked) : Math.min(availableParallelism(), MOST_THREADS);
}

function loadHere(threads: number): Promise<Kernels> {
  allowRelaxedSimd();
  if (threads <= 1) return loadKernels({ read: readBuild });
  const helpers = (module: WebAssembly.Module, memory: WebAssembly.Memory) =>
    new NodeHelpers(module, memory, threads - 1);
  return loadKernels({ read: readBuild, helpers });
}
