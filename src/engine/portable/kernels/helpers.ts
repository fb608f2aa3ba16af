import type { KernelExports } from './kernels.ts';

/** Turns of an empty loop, about 50 µs, before a helper sleeps: between two kernels of a step it mostly need not. */
const SPINS = 20_000;

/** Further threads that take parts of a kernel's work; how a thread is made depends on the platform. */
export abstract class HelperThreads {
  readonly count: number;
  readonly #module: WebAssembly.Module;
  readonly #memory: WebAssembly.Memory;
  #exports: KernelExports | undefined;

  constructor(module: WebAssembly.Module, memory: WebAssembly.Memory, count: number) {
    this.#module = module;
    this.#memory = memory;
    this.count = count;
  }

  /** @param scratch gives the address of a new thread's own scratch memory */
  start(exports: KernelExports, scratch: () => number): void {
    this.#exports = exports;
    const [module, memory, shared] = [this.#module, this.#memory, exports.sharedAt()];
    for (let i = 0; i < this.count; i++) {
      this.startOne({ module, memory, shared, scratch: scratch(), spins: SPINS });
    }
  }

  dispose(): void {
    this.#exports?.dismiss();
  }

  /** Starts a thread that makes an instance of the module on that memory and calls `help` until it is false. */
  protected abstract startOne(data: object): void;
}
