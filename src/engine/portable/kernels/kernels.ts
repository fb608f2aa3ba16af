import { Heap } from '../memory/heap.ts';
import type { HelperThreads } from './helpers.ts';
import { Sharing } from './sharing.ts';

/** What a WebAssembly module of the engine exports: see assembly/module.ts. */
export interface KernelExports {
  heapBase(): number;
  writeConstants(): void;
  scratchBytes(): number;
  setScratch(address: number): void;
  sharedBytes(): number;
  setShared(address: number): void;
  sharedAt(): number;
  argsAt(): number;
  run(kind: number, units: number, chunk: number): void;
  setHelpers(count: number): void;
  help(spins: number): number;
  dismiss(): void;
}

/** The WebAssembly kernels, their memory, and the threads that share their work. */
export class Kernels {
  readonly heap: Heap;
  /** The first of the words for arguments. */
  readonly #args: number;

  readonly exports: KernelExports;
  readonly #helpers: HelperThreads | undefined;
  readonly #sharing: Sharing | undefined;

  /** @param makeHeap for tests: a heap that looks for writes outside of a tensor */
  constructor(
    exports: KernelExports,
    memory: WebAssembly.Memory,
    helpers?: HelperThreads,
    makeHeap = (memory: WebAssembly.Memory, base: number) => new Heap(memory, base),
  ) {
    this.exports = exports;
    this.#helpers = helpers;
    this.#sharing = helpers && new Sharing(exports);
    this.heap = makeHeap(memory, exports.heapBase());
    exports.writeConstants();
    exports.setShared(this.#fixed(exports.sharedBytes()));
    exports.setScratch(this.#fixed(exports.scratchBytes()));
    this.#args = exports.argsAt() >>> 2;
    helpers?.start(exports, () => this.#fixed(exports.scratchBytes()));
  }

  /**
   * Runs a kernel (see assembly/kinds.ts).
   * @param units of work, as the kernel counts them
   * @param chunk units that are worth the hand-over to another thread (about 20 µs of work); 0 to keep all on this one
   * @param args integers and addresses; a float as its bits (see `bits`)
   */
  run(kind: number, units: number, chunk: number, ...args: number[]): void {
    const { i32 } = this.heap;
    let at = this.#args;
    for (const arg of args) i32[at++] = arg;
    if (this.#sharing && chunk > 0 && units > chunk) {
      this.#sharing.run(kind, units, evenly(units, chunk));
    } else {
      this.exports.run(kind, units, 0);
    }
  }

  /** Threads that compute, this one included. */
  get threads(): number {
    return 1 + (this.#helpers?.count ?? 0);
  }

  dispose(): void {
    this.#helpers?.dispose();
  }

  #fixed(bytes: number): number {
    return this.heap.allocate(bytes);
  }
}

/** Chunks of equal size, and an even number of them: two threads that begin together end together. */
function evenly(units: number, chunk: number): number {
  return Math.ceil(units / (2 * Math.ceil(units / chunk / 2)));
}

const cell = new DataView(new ArrayBuffer(4));

/** A float32's bits, as an argument of a kernel. */
export function bits(value: number): number {
  cell.setFloat32(0, value);
  return cell.getInt32(0);
}
