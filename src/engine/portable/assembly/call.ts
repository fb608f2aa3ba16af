/** The block of memory in which kernel calls are described, the same for all threads. */
let shared: usize = 0;

/** The calls begin here; what lies before belongs to queue.ts. */
const CALLS: usize = 512;
/** Bytes of a call: four words that say what it is, and up to 80 arguments. */
const CALL: usize = 384;

/** Bytes of the block, for so many calls. */
export function sharedBytes(calls: i32): usize {
  return CALLS + CALL * <usize>calls;
}

export function setShared(address: usize): void {
  shared = address;
}

export function sharedAt(): usize {
  return shared;
}

/** Where a call is described. */
export function callAt(slot: i32): usize {
  return shared + CALLS + CALL * <usize>slot;
}
