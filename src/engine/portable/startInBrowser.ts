/** The same engine in a web worker, a page or a webview. Nothing here, nor in what it imports, needs Node. */
import type { Engine, Surroundings } from '../engine.ts';
import { EngineError } from '../engineError.ts';
import { portableEngine } from './engine.ts';
import { BrowserHelpers } from './kernels/browserHelpers.ts';
import { type LoadOptions, loadKernels } from './kernels/load.ts';

/**
 * @param folder address of the folder that holds the kernels’ .wasm files
 * @param options more than one thread only where memory may be shared (a cross-origin isolated page), else one
 */
export function startInBrowser(
  folder: string,
  reason: string,
  { threads = 1 }: Surroundings = {},
): Promise<Engine> {
  return portableEngine(reason, () =>
    loadKernels({ read: fetchFrom(folder), ...sharing(threads) }),
  );
}

function fetchFrom(folder: string): LoadOptions['read'] {
  return async (name) => {
    const file = `kernels-${name}.wasm`;
    const response = await fetch(new URL(file, folder));
    if (!response.ok) throw new EngineError(`the file ${file} is missing (${response.status})`);
    return new Uint8Array(await response.arrayBuffer());
  };
}

function sharing(threads: number): Pick<LoadOptions, 'helpers'> {
  if (threads <= 1 || !globalThis.crossOriginIsolated) return {};
  return { helpers: (module, memory) => new BrowserHelpers(module, memory, threads - 1) };
}
