import type { KernelExports } from './kernels.ts';

/** Calls of one kind and size: how long they take alone and shared, and what is done at present. */
interface Timing {
  /** Milliseconds a call, in the last trials. */
  alone: number;
  shared: number;
  isShared: boolean;
  /** Calls since the last trials began, and how many there are to be until the next. */
  calls: number;
  period: number;
  /** Milliseconds that sharing has lost since the last trials against computing alone; below 0 where it won. */
  lost: number;
}

/** Calls by which each way is tried. */
const TRIALS = 4;
/** Calls until both ways are tried again: the machine may have become busy or free meanwhile. */
const SHORTEST = 256;
const LONGEST = 8192;
/** A gain below this may be chance, and costs another core's time. */
const GAIN = 0.92;
/** So many calls' time may be lost before sharing ends. */
const PATIENCE = 4;

/**
 * Decides, for each kind and size of call, whether to share it among threads. It pays for large products on idle
 * cores. On busy ones it costs: this thread may have to wait for a helper that the system has put aside. So it is
 * measured while training goes on. The numbers are the same either way.
 */
export class Sharing {
  readonly #exports: Pick<KernelExports, 'run'>;
  readonly #now: () => number;
  readonly #timings = new Map<number, Timing>();

  /** @param now milliseconds on a clock */
  constructor(exports: Pick<KernelExports, 'run'>, now: () => number = () => performance.now()) {
    this.#exports = exports;
    this.#now = now;
  }

  run(kind: number, units: number, chunk: number): void {
    const timing = this.#timingOf(kind, units, chunk);
    const call = timing.calls++;
    const isTrial = call < 2 * TRIALS;
    const isShared = isTrial ? call % 2 === 1 : timing.isShared;
    if (!isTrial && !isShared) {
      this.#exports.run(kind, units, 0);
    } else {
      const began = this.#now();
      this.#exports.run(kind, units, isShared ? chunk : 0);
      const ms = this.#now() - began;
      if (isTrial) keepTrial(timing, isShared, ms, call);
      else watch(timing, ms);
    }
    if (timing.calls >= timing.period) timing.calls = 0;
  }

  #timingOf(kind: number, units: number, chunk: number): Timing {
    const key = (kind * 4096 + (chunk % 4096)) * 2 ** 20 + (units % 2 ** 20);
    let timing = this.#timings.get(key);
    if (!timing) {
      timing = { alone: 0, shared: 0, isShared: false, calls: 0, period: SHORTEST, lost: 0 };
      this.#timings.set(key, timing);
    }
    return timing;
  }
}

/** Trials take turns, so that both ways meet the same other load. */
function keepTrial(timing: Timing, isShared: boolean, ms: number, call: number): void {
  if (call === 0) [timing.alone, timing.shared] = [0, 0];
  if (isShared) timing.shared += ms / TRIALS;
  else timing.alone += ms / TRIALS;
  if (call < 2 * TRIALS - 1) return;
  timing.lost = 0;
  timing.isShared = timing.shared < GAIN * timing.alone;
}

/** Ends sharing that has come to cost more than it gains, and asks less often from then on. */
function watch(timing: Timing, ms: number): void {
  timing.lost = Math.max(-PATIENCE * timing.alone, timing.lost + ms - timing.alone);
  if (timing.lost < PATIENCE * timing.alone) return;
  timing.isShared = false;
  timing.period = Math.min(LONGEST, 2 * timing.period);
}
