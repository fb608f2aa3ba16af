/**
 * What the module offers. The kernels themselves are called through `run`. With several threads each has an instance
 * of its own, on one shared memory.
 */
import { CONSTANTS_END } from './constants';

export { callAt, setShared, sharedAt, sharedBytes } from './call';
export { writeConstants } from './constants';
export {
  dismiss,
  enqueue,
  finish,
  help,
  run,
  timeHelped,
  timeWaited,
} from './queue';
export { scratchBytes, setScratch } from './scratch';

/** The first byte behind the module's own data: it has no other than the constants. */
export function heapBase(): usize {
  return max(__heap_base, CONSTANTS_END);
}
