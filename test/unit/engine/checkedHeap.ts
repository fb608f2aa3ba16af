import { Heap } from '../../../src/engine/portable/memory/heap.ts';

/** Bytes behind every tensor that nothing may write to. */
const GUARD = 64;
const MARK = 0xa5;

/** Every so many allocations the memory grows, so that views that were kept across one are found out. */
const GROW_EVERY = 5;
const MOST_BYTES = 2 ** 30;

/** A heap that finds kernels which write past the end of a tensor, or use a view of the memory that has died. */
export class CheckedHeap extends Heap {
  readonly overwritten: string[] = [];
  readonly #memory: WebAssembly.Memory;
  #allocations = 0;

  constructor(memory: WebAssembly.Memory, base: number) {
    super(memory, base);
    this.#memory = memory;
  }

  override allocate(bytes: number): number {
    if (++this.#allocations % GROW_EVERY === 0 && this.size < MOST_BYTES) {
      this.#memory.grow(1);
      this.renew();
    }
    const address = super.allocate(guarded(bytes));
    this.u8.fill(MARK, address + guarded(bytes) - GUARD, address + guarded(bytes));
    return address;
  }

  override free(address: number, bytes: number): void {
    const end = address + guarded(bytes);
    const at = this.u8.subarray(end - GUARD, end).findIndex((byte) => byte !== MARK);
    if (at >= 0) {
      const { stack } = new Error(
        `a tensor of ${bytes} bytes was written to ${at} bytes past its end`,
      );
      this.overwritten.push(String(stack));
    }
    super.free(address, guarded(bytes));
  }
}

/** Whole vectors may be written up to the next multiple of 64 bytes. */
function guarded(bytes: number): number {
  return Math.ceil(bytes / 64) * 64 + GUARD;
}
