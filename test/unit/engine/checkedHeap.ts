import { Heap } from '../../../src/engine/portable/memory/heap.ts';

/** Bytes behind every tensor that nothing may write to. */
const GUARD = 64;
const MARK = 0xa5;
/** Fills what was never written or is freed: NaN as a float32, −1 as an int32. */
const POISON = 0xff;

/**
 * A heap that finds kernels which write past the end of a tensor, read what nothing has written or what is freed
 * (numbers turn into NaN), or use a view of the memory across an allocation (it is detached by each).
 */
export class CheckedHeap extends Heap {
  readonly overwritten: string[] = [];
  readonly #memory: WebAssembly.Memory;

  constructor(memory: WebAssembly.Memory, base: number) {
    super(memory, base);
    this.#memory = memory;
  }

  override allocate(bytes: number): number {
    // Growing by nothing detaches every view all the same, unless threads share the memory.
    this.#memory.grow(0);
    this.renew();
    const address = super.allocate(guarded(bytes));
    const end = address + guarded(bytes);
    this.u8.fill(POISON, address, end - GUARD);
    this.u8.fill(MARK, end - GUARD, end);
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
    this.u8.fill(POISON, address, end - GUARD);
    super.free(address, guarded(bytes));
  }
}

/** Whole vectors may be written up to the next multiple of 64 bytes. */
function guarded(bytes: number): number {
  return Math.ceil(bytes / 64) * 64 + GUARD;
}
