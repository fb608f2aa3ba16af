/**
 * What the module offers. The kernels themselves are called through `run`. With several threads each has an instance
 * of its own, on one shared memory.
 */
export { argsAt, setShared, sharedAt, sharedBytes } from './call';
export { scratchBytes, setScratch } from './scratch';
export { dismiss, help, run, setHelpers } from './threads';

/** The first byte behind the module's own data. */
export function heapBase(): usize {
  return __heap_base;
}
