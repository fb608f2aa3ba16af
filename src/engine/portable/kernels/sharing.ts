import type { KernelExports } from './kernels.ts';

/** Calls of one kind and size: how long they took, alone and shared. */
interface Timing {
  /** Milliseconds of the quickest of the last trials; infinite before the first. */
  alone: number;
  shared: number;
  /** Calls since the last trials began. */
  calls: number;
  isShared: boolean;
}

/** Calls by which each way is tried. */
const TRIALS = 4;
/** Calls after which both ways are tried again: the machine may have become busy or free. */
const PERIOD = 256;
/** A gain below this may be chance, and costs another core's time. */
const GAIN = 0.95;

/**
 * Decides, for each kind and size of call, whether to share it among threads. It pays for large products on idle
 * cores and costs on busy ones, so it is measured while training goes on. The numbers are the same either way.
 */
export class Sharing {
  readonly #exports: KernelExports;
  readonly #timings = new Map<number, Timing>();

  constructor(exports: KernelExports) {
    this.#exports = exports;
  }

  run(kind: number, units: number, chunk: number): void {
    const timing = this.#timingOf(kind, units, chunk);
    const call = timing.calls++;
    if (call >= 2 * TRIALS) {
      this.#exports.run(kind, units, timing.isShared ? chunk : 0);
      if (timing.calls === PERIOD) timing.calls = 0;
      return;
    }
    const isShared = call % 2 === 1;
    const began = performance.now();
    this.#exports.run(kind, units, isShared ? chunk : 0);
    keep(timing, isShared, performance.now() - began, call);
  }

  #timingOf(kind: number, units: number, chunk: number): Timing {
    const key = (kind * 4096 + (chunk % 4096)) * 2 ** 20 + (units % 2 ** 20);
    let timing = this.#timings.get(key);
    if (!timing) {
      timing = { alone: Infinity, shared: Infinity, calls: 0, isShared: true };
      this.#timings.set(key, timing);
    }
    return timing;
  }
}

/** Trials take turns, so that both ways meet the same other load. */
function keep(timing: Timing, isShared: boolean, ms: number, call: number): void {
  if (call === 0) timing.alone = Infinity;
  if (call === 1) timing.shared = Infinity;
  if (isShared) timing.shared = Math.min(timing.shared, ms);
  else timing.alone = Math.min(timing.alone, ms);
  if (call === 2 * TRIALS - 1) timing.isShared = timing.shared < GAIN * timing.alone;
}
