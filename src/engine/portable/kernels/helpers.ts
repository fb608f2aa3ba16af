import type { ThreadedExports } from './kernels.ts';

/** Further threads that take parts of a kernel's work; how a thread is made depends on the platform. */
export interface Helpers {
  readonly count: number;
  /** @param scratch gives the address of a new thread's own scratch memory */
  start(exports: ThreadedExports, scratch: () => number): void;
  dispose(): void;
}
