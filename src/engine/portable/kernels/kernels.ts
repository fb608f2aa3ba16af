import { COPY_BYTES } from '../assembly/kinds.ts';
import { Heap } from '../memory/heap.ts';
import type { HelperThreads } from './helpers.ts';
import { Sharing } from './sharing.ts';

/** What a WebAssembly module of the engine exports: see assembly/module.ts. */
export interface KernelExports {
  heapBase(): number;
  writeConstants(): void;
  scratchBytes(): number;
  setScratch(address: number): void;
  sharedBytes(calls: number): number;
  setShared(address: number): void;
  sharedAt(): number;
  callAt(slot: number): number;
  run(call: number, kind: number, units: number): void;
  enqueue(call: number, kind: number, units: number, chunk: number, wake: number): void;
  finish(): void;
  timeHelped(): number;
  timeWaited(): number;
  help(spins: number): number;
  dismiss(): void;
}

/** Calls that may wait: SLOTS in assembly/queue.ts; words from one to the next, and to its arguments. */
const SLOTS = 256;
const CALL_WORDS = 96;
const ARGS = 4;
/** Bytes for numbers on their way from JavaScript to the heap. */
const STAGE = 2 ** 20;
/** Milliseconds that a chunk of work is meant to take; a call of one chunk is taken for an eighth of that. */
const CHUNK_TIME = 0.02;
const LITTLE = CHUNK_TIME / 8;
/** Milliseconds of work for which a helper that sleeps is woken. */
const WORTH_WAKING = 0.06;

/** The WebAssembly kernels, their memory, and the threads that share their work. */
export class Kernels {
  readonly heap: Heap;
  readonly exports: KernelExports;
  readonly #helpers: HelperThreads | undefined;
  readonly #sharing: Sharing | undefined;
  /** Where calls are described, in words, and the number of the next. */
  readonly #calls: number;
  #call = 0;
  /** Where the word lies without which a call is left out; 0: none. */
  #condition = 0;
  /** Whether calls may still be to come, and the milliseconds of work for which no helper was woken. */
  #waits = false;
  #unseen = 0;
  /** Microseconds that helpers had worked and were waited for when it was last weighed. */
  #helped = 0;
  #waited = 0;
  readonly #stage: number;
  #staged = 0;

  /**
   * @param makeHeap for tests: a heap that looks for writes outside of a tensor
   * @param sharing for tests: decides otherwise
   */
  constructor(
    exports: KernelExports,
    memory: WebAssembly.Memory,
    helpers?: HelperThreads,
    makeHeap = (memory: WebAssembly.Memory, base: number) => new Heap(memory, base),
    sharing = new Sharing(),
  ) {
    this.exports = exports;
    this.#helpers = helpers;
    this.#sharing = helpers && sharing;
    this.heap = makeHeap(memory, exports.heapBase());
    exports.writeConstants();
    exports.setShared(this.#zeros(exports.sharedBytes(helpers ? SLOTS : 1)));
    exports.setScratch(this.#fixed(exports.scratchBytes()));
    this.#calls = exports.callAt(0) >>> 2;
    this.#stage = helpers ? this.#fixed(STAGE) : 0;
    if (helpers) this.heap.defer({ finish: () => this.finish(), write: this.#write });
    helpers?.start(exports, () => this.#fixed(exports.scratchBytes()));
  }

  /**
   * Runs a kernel (see assembly/kinds.ts), now or before the heap is next looked at.
   * @param units of work, as the kernel counts them
   * @param chunk units that are worth the hand-over to another thread (about 20 µs of work); 0 to keep all on one
   * @param args integers and addresses; a float as its bits (see `bits`)
   */
  run(kind: number, units: number, chunk: number, ...args: number[]): void {
    if (units <= 0) return;
    const words = this.heap.words;
    let at = this.#calls + CALL_WORDS * (this.#call & (SLOTS - 1)) + ARGS;
    words[at - 1] = this.#condition;
    for (const arg of args) words[at++] = arg;
    if (this.#sharing?.isOn) this.#enqueue(kind, units, chunk);
    else this.exports.run(this.#call, kind, units);
  }

  /**
   * Calls that are left out where a word is 0 by the time that they come.
   * @param condition the address of that word
   */
  onlyIf(condition: number, queue: () => void): void {
    this.#condition = condition;
    try {
      queue();
    } finally {
      this.#condition = 0;
    }
  }

  /** Waits, working, until all calls are done. */
  finish(): void {
    if (!this.#waits) return;
    this.exports.finish();
    this.#waits = false;
    this.#unseen = 0;
    this.#staged = 0;
    const [helped, waited] = [this.exports.timeHelped(), this.exports.timeWaited()];
    this.#sharing?.weigh(
      ((helped - this.#helped) >>> 0) / 1000,
      ((waited - this.#waited) >>> 0) / 1000,
    );
    [this.#helped, this.#waited] = [helped, waited];
  }

  /** Threads that compute, this one included. */
  get threads(): number {
    return 1 + (this.#helpers?.count ?? 0);
  }

  dispose(): void {
    this.#helpers?.dispose();
  }

  #enqueue(kind: number, units: number, chunk: number): void {
    const isCut = chunk > 0 && units > chunk;
    this.#waits = true;
    this.#unseen += isCut ? (CHUNK_TIME * units) / chunk : LITTLE;
    const wakes = this.#unseen >= WORTH_WAKING;
    if (wakes) this.#unseen = 0;
    const size = isCut ? evenly(units, chunk) : units;
    this.exports.enqueue(this.#call, kind, units, size, Number(wakes));
    this.#call = (this.#call + 1) | 0;
  }

  /** Writes to memory that calls still to come may use, in its turn. False where it must be done at once. */
  readonly #write = (to: number, bytes: Uint8Array): boolean => {
    const size = bytes.byteLength;
    if (!this.#waits || size > STAGE - this.#staged) return false;
    const from = this.#stage + this.#staged;
    this.#staged += Math.ceil(size / 64) * 64;
    this.heap.bytes.set(bytes, from);
    this.run(COPY_BYTES, 1, 0, from, to, size);
    return true;
  };

  #zeros(bytes: number): number {
    const address = this.#fixed(bytes);
    this.heap.bytes.fill(0, address, address + bytes);
    return address;
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
