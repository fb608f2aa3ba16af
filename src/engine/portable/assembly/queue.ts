/**
 * Calls of kernels that wait in a queue, so that helper threads compute while the thread that queues them goes on.
 * All threads take chunks of the oldest call until there are none left, and the one that ends the last chunk moves
 * on to the next call: calls never overlap, and each sees all that those before it have written.
 * How a call is cut into chunks depends on the call alone, never on the number of threads.
 */
import { callAt, sharedAt } from './call';
import { dispatch } from './dispatch';
import { now } from './env';

/** Where in the shared block each word lies, each on a cache line of its own. The calls that were ever queued: */
const QUEUED: usize = 0;
/** Above bit 12 the call that is worked on, below it the next of its chunks. */
const NEXT: usize = 64;
/** Chunks of that call that are done. */
const DONE: usize = 128;
/** Helpers that sleep, and a word that changes whenever they are to wake up. */
const ASLEEP: usize = 192;
const ALARM: usize = 256;
/** 1 once the helpers are to end. */
const ENDED: usize = 320;
/** Microseconds that helpers have worked. */
const HELPED: usize = 384;

const CHUNK_BITS: i64 = 12;
/** Chunks that one call may have. */
const MOST: i32 = (1 << 12) - 1;

/** Where in a call each word lies; the arguments follow. */
const KIND: usize = 0;
const UNITS: usize = 4;
const CHUNK: usize = 8;
/** An address: the call is left out where the word there is 0. Without an address it never is. */
const CONDITION: usize = 12;
const ARGS: usize = 16;

/** Calls that may wait, a power of two. */
export const SLOTS: i32 = 256;

/** What a thread found in the queue. */
const EMPTY: i32 = 0;
/** The last chunks of a call are under way elsewhere. */
const AWAITED: i32 = 1;
const WORKED: i32 = 2;

/** Runs a call at once, on this thread alone. The queue must be empty. */
export function run(call: i32, kind: i32, units: i32): void {
  const at = callAt(call & (SLOTS - 1));
  if (units > 0 && !isLeftOut(at)) dispatch(kind, at + ARGS, 0, units);
}

function isLeftOut(at: usize): bool {
  const condition = <usize>load<u32>(at + CONDITION);
  return condition !== 0 && load<i32>(condition) === 0;
}

/**
 * Queues a call whose arguments have been written.
 * @param chunk units that are worth a helper's taking them
 * @param wake whether a helper that sleeps shall wake up for it
 */
export function enqueue(call: i32, kind: i32, units: i32, chunk: i32, wake: bool): void {
  const shared = sharedAt();
  const at = callAt(call & (SLOTS - 1));
  store<i32>(at + KIND, kind);
  store<i32>(at + UNITS, units);
  store<i32>(at + CHUNK, max(chunk, (units + MOST - 1) / MOST));
  atomic.store<i32>(shared + QUEUED, call + 1);
  if (wake && atomic.load<i32>(shared + ASLEEP) > 0) wakeAll();
  // The arguments of the next call go where those of an older one are, which must be done.
  while (call + 1 - current() >= SLOTS) workOrWait();
}

/** Works with the helpers until the queue is empty. */
export function finish(): void {
  while (workOrWait() !== EMPTY) {}
}

/** Microseconds that a helper may well take longer than this thread for its part: longer, and the system has put it aside. */
const PATIENCE: i32 = 250;

/** Microseconds for which the thread that queues calls waited for helpers that the system had put aside. */
let waited: i32 = 0;

/** So far; both numbers only grow, and begin anew after the largest. */
export function timeWaited(): i32 {
  return waited;
}

export function timeHelped(): i32 {
  return atomic.load<i32>(sharedAt() + HELPED);
}

function workOrWait(): i32 {
  let found = work(false);
  if (found !== AWAITED) return found;
  const began = now();
  while (found === AWAITED) found = work(false);
  const took = microseconds(began);
  if (took > PATIENCE) waited += took;
  return found;
}

function microseconds(began: f64): i32 {
  return <i32>((now() - began) * 1000);
}

/**
 * A stretch of a helper's life: works until nothing has come for a while, then sleeps until something does.
 * It spins a little first, since the next call mostly comes at once.
 * @returns false when the helper is to end, true when it is to be called again: V8 11 (Node 20) reads wrong numbers
 * from memory in the function that has slept
 */
export function help(spins: i32): bool {
  const shared = sharedAt();
  let spun = 0;
  while (spun < spins) spun = work(true) === WORKED ? 0 : spun + 1;
  atomic.add<i32>(shared + ASLEEP, 1);
  // Read before the last look, so that what comes after that look changes it.
  const alarm = atomic.load<i32>(shared + ALARM);
  const ended = atomic.load<i32>(shared + ENDED) !== 0;
  if (!ended && current() === atomic.load<i32>(shared + QUEUED)) {
    atomic.wait<i32>(shared + ALARM, alarm, -1);
  }
  atomic.sub<i32>(shared + ASLEEP, 1);
  return !ended;
}

function wakeAll(): void {
  const alarm = sharedAt() + ALARM;
  atomic.add<i32>(alarm, 1);
  atomic.notify(alarm, -1);
}

/** Ends the helpers, once what waits is done. */
export function dismiss(): void {
  finish();
  atomic.store<i32>(sharedAt() + ENDED, 1);
  wakeAll();
}

function current(): i32 {
  return <i32>(atomic.load<i64>(sharedAt() + NEXT) >> CHUNK_BITS);
}

/** Takes a chunk, if there is one. */
function work(isHelper: bool): i32 {
  const shared = sharedAt();
  const next = atomic.load<i64>(shared + NEXT);
  const call = <i32>(next >> CHUNK_BITS);
  if (call === atomic.load<i32>(shared + QUEUED)) return EMPTY;
  const index = <i32>next & MOST;
  const at = callAt(call & (SLOTS - 1));
  const kind = load<i32>(at + KIND);
  const units = load<i32>(at + UNITS);
  const chunk = load<i32>(at + CHUNK);
  const isLeft = isLeftOut(at);
  const chunks = isLeft ? 1 : (units + chunk - 1) / chunk;
  if (index >= chunks) return AWAITED;
  // Fails where another thread was quicker; what was read above may then be of a later call.
  if (atomic.cmpxchg<i64>(shared + NEXT, next, next + 1) !== next) return WORKED;
  const begin = index * chunk;
  const began: f64 = isHelper ? now() : 0;
  if (!isLeft) dispatch(kind, at + ARGS, begin, min(units, begin + chunk));
  if (isHelper) atomic.add<i32>(shared + HELPED, microseconds(began));
  if (atomic.add<i32>(shared + DONE, 1) + 1 === chunks) {
    atomic.store<i32>(shared + DONE, 0);
    atomic.store<i64>(shared + NEXT, (<i64>(<u32>(call + 1))) << CHUNK_BITS);
  }
  return WORKED;
}
