/** What every build offers. The kernels themselves are called through `run`. */
export { argsAt, setShared, sharedAt, sharedBytes } from './call';

import { CONSTANTS_END } from './constants';

export { writeConstants } from './constants';
export { scratchBytes, setScratch } from './scratch';

/** The first byte behind the module's own data: it has no other than the constants. */
export function heapBase(): usize {
  return max(__heap_base, CONSTANTS_END);
}
