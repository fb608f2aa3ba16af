import { Worker } from 'node:worker_threads';
import type { Helpers } from './helpers.ts';
import type { ThreadedExports } from './kernels.ts';

/** Turns of an empty loop, about 50 µs, before a helper goes to sleep: between two kernels of a step it mostly need not. */
const SPINS = 20_000;

/** The whole program of a helper. It has no file of its own, so that it is found from any bundle. */
const PROGRAM = `
const { workerData } = require('node:worker_threads');
const { module, memory, shared, scratch, spins } = workerData;
const { exports } = new WebAssembly.Instance(module, { env: { memory } });
exports.setShared(shared);
exports.setScratch(scratch);
while (exports.help(spins));
`;

/** Helper threads of Node. They keep no process alive. */
export class NodeHelpers implements Helpers {
  readonly count: number;
  readonly #module: WebAssembly.Module;
  readonly #memory: WebAssembly.Memory;
  #exports: ThreadedExports | undefined;

  constructor(module: WebAssembly.Module, memory: WebAssembly.Memory, count: number) {
    this.#module = module;
    this.#memory = memory;
    this.count = count;
  }

  start(exports: ThreadedExports, scratch: () => number): void {
    this.#exports = exports;
    for (let i = 0; i < this.count; i++) this.#startOne(exports.sharedAt(), scratch());
    exports.setHelpers(this.count);
  }

  dispose(): void {
    this.#exports?.dismiss();
  }

  #startOne(shared: number, scratch: number): void {
    const [module, memory] = [this.#module, this.#memory];
    const workerData = { module, memory, shared, scratch, spins: SPINS };
    new Worker(PROGRAM, { eval: true, workerData }).unref();
  }
}
