/** The import of the memory: module “env”, name “memory”, and its kind, 2. */
const IMPORT = [3, ...ascii('env'), 6, ...ascii('memory'), 2];
/** Flags behind it: memory with a maximum, shared among threads or not. */
const SHARED = 3;
const UNSHARED = 1;

/**
 * A build for a memory that is not shared, where there is to be one thread or where a page may share none. It differs
 * from the other by one bit: atomic instructions work on either memory.
 * @param bytes a build that wants a shared memory
 */
export function unshared(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const flags = indexOf(bytes, [...IMPORT, SHARED]) + IMPORT.length;
  const copy = bytes.slice();
  copy[flags] = UNSHARED;
  return copy;
}

function indexOf(bytes: Uint8Array, part: readonly number[]): number {
  const at = bytes.findIndex((_, i) => part.every((byte, j) => bytes[i + j] === byte));
  if (at < 0) throw new Error('This build of the kernels imports no shared memory.');
  return at;
}

function ascii(text: string): number[] {
  return Array.from(text, (letter) => letter.charCodeAt(0));
}
