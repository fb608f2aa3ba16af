import { EngineError } from '../../engineError.ts';
import { Allocator } from './allocator.ts';

const PAGE = 65536;
const GIGABYTE = 2 ** 30;
/** A WebAssembly address has 32 bits. */
const MOST_PAGES = (4 * GIGABYTE) / PAGE;

/** Kernel calls that may still be to come when the heap is looked at. */
export interface Deferred {
  /** Does them all. */
  finish(): void;
  /** Writes after them; false where it cannot, and they must be finished first. */
  write(to: number, bytes: Uint8Array): boolean;
}

/** The engine's memory: every tensor's numbers lie on it, where WebAssembly can reach them. */
export class Heap {
  /** Views of the whole memory, made anew when it grows. */
  #f32: Float32Array;
  #i32: Int32Array;
  #u8: Uint8Array;
  #deferred: Deferred | undefined;
  readonly #memory: WebAssembly.Memory;
  readonly #allocator: Allocator;
  #inUse = 0;

  /**
   * @param memory of the WebAssembly module
   * @param base the first byte that the module itself does not use
   */
  constructor(memory: WebAssembly.Memory, base: number) {
    this.#memory = memory;
    const { buffer } = memory;
    this.#f32 = new Float32Array(buffer);
    this.#i32 = new Int32Array(buffer);
    this.#u8 = new Uint8Array(buffer);
    this.#allocator = new Allocator(base, buffer.byteLength, (bytes) => this.#grow(bytes));
  }

  /** The numbers as they are after all calls: never keep a view across an allocation or a call. */
  get f32(): Float32Array {
    this.finish();
    return this.#f32;
  }

  get i32(): Int32Array {
    this.finish();
    return this.#i32;
  }

  get u8(): Uint8Array {
    this.finish();
    return this.#u8;
  }

  /** Without waiting for the calls: for what none of them uses. */
  get words(): Int32Array {
    return this.#i32;
  }

  get bytes(): Uint8Array {
    return this.#u8;
  }

  get buffer(): ArrayBufferLike {
    return this.#f32.buffer;
  }

  /** From now on kernel calls may be put off until the heap is looked at. */
  defer(deferred: Deferred): void {
    this.#deferred = deferred;
  }

  /** Does what was put off. */
  finish(): void {
    this.#deferred?.finish();
  }

  /** Writes where calls that were put off may still read or write something older. */
  write(to: number, bytes: Uint8Array): void {
    if (!this.#deferred?.write(to, bytes)) this.u8.set(bytes, to);
  }

  /** Bytes of the tensors that live. */
  get bytesInUse(): number {
    return this.#inUse;
  }

  /** Bytes of the whole memory; it never shrinks. */
  get size(): number {
    return this.#f32.byteLength;
  }

  /** @throws EngineError when the memory cannot grow any more; the engine works on */
  allocate(bytes: number): number {
    if (bytes >= 4 * GIGABYTE) throw this.#outOfMemory(bytes);
    const address = this.#allocator.allocate(bytes);
    this.#inUse += bytes;
    return address;
  }

  free(address: number, bytes: number): void {
    this.#inUse -= bytes;
    this.#allocator.free(address, bytes);
  }

  #grow(bytes: number): number {
    const needed = Math.ceil(bytes / PAGE);
    const pages = this.size / PAGE;
    // By a quarter, so that a growing model does not grow the memory at every step.
    const wished = Math.min(Math.max(needed, Math.ceil(pages / 4)), MOST_PAGES - pages);
    if (needed > MOST_PAGES - pages) throw this.#outOfMemory(bytes);
    if (!this.#tryGrow(wished) && !this.#tryGrow(needed)) throw this.#outOfMemory(bytes);
    return this.renew();
  }

  /** Makes the views anew after the memory has grown. */
  protected renew(): number {
    const { buffer } = this.#memory;
    this.#f32 = new Float32Array(buffer);
    this.#i32 = new Int32Array(buffer);
    this.#u8 = new Uint8Array(buffer);
    return buffer.byteLength;
  }

  #tryGrow(pages: number): boolean {
    try {
      this.#memory.grow(pages);
      return true;
    } catch (error) {
      // The machine has no more memory to give.
      if (error instanceof RangeError) return false;
      throw error;
    }
  }

  #outOfMemory(bytes: number): EngineError {
    return new EngineError(
      `Out of memory: a tensor needs ${gigabytes(bytes)} more, and tensors hold ` +
        `${gigabytes(this.#inUse)} of the engine’s memory of ${gigabytes(this.size)}. ` +
        'Dispose tensors that are no longer needed (tf.tidy does it), or use smaller batches.',
    );
  }
}

function gigabytes(bytes: number): string {
  return `${(bytes / GIGABYTE).toFixed(2)} GB`;
}
