/** The block of memory in which a kernel call is described, the same for all threads. */
let shared: usize = 0;

/** The words of the arguments begin here; what lies before belongs to threads.ts. */
const ARGS: usize = 192;

/** Bytes of the block. */
export function sharedBytes(): usize {
  return 512;
}

export function setShared(address: usize): void {
  shared = address;
}

export function sharedAt(): usize {
  return shared;
}

/** Where the arguments of the next call go. */
export function argsAt(): usize {
  return shared + ARGS;
}
