/**
 * What the module offers. The kernels themselves are called through `run`. With several threads each has an instance
 * of its own, on one shared memory.
 */
import { CONSTANTS_END } from './constants';

export { argsAt, setShared, sharedAt, sharedBytes } from './call';
export { writeConstants } from './constants';
export { scratchBytes, setScratch } from './scratch';
export { dismiss, help, run, setHelpers } from './threads';

/** The first byte behind the module's own data: it has no other than the constants. */
export function heapBase(): usize {
  return max(__heap_base, CONSTANTS_END);
}
