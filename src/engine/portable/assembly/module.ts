/** What every build offers. The kernels themselves are called through `run`. */
export { argsAt, setShared, sharedAt, sharedBytes } from './call';
export { scratchBytes, setScratch } from './scratch';

/** The first byte behind the module's own data. */
export function heapBase(): usize {
  return __heap_base;
}
