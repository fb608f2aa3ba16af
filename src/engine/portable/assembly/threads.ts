/**
 * Sharing one kernel call among threads. The thread that calls, and helpers that wait, take chunks of units
 * until there are none left, so that a helper whose core is busy elsewhere simply takes fewer.
 * How a call is cut into chunks depends on the call alone, never on the number of threads.
 */
import { argsAt, sharedAt } from './call';
import { dispatch } from './dispatch';

/** Where in the shared block each word lies. Its first word counts the calls; −1 ends the helpers. */
const CALL: usize = 0;
const KIND: usize = 4;
const UNITS: usize = 8;
const CHUNK: usize = 12;
const HELPERS: usize = 16;
/** The call that the chunks belong to, above bit 12, and the next chunk. On a cache line of its own. */
const NEXT: usize = 64;
const DONE: usize = 128;

const CHUNK_BITS: i32 = 12;
/** Chunks that one call may have. */
const MOST: i32 = (1 << CHUNK_BITS) - 1;
const CALLS: i32 = (1 << (31 - CHUNK_BITS)) - 1;
/** Belongs to no call. */
const NONE: i32 = -1;

export function setHelpers(count: i32): void {
  store<i32>(sharedAt() + HELPERS, count);
}

/**
 * Runs a kernel whose arguments lie at argsAt().
 * @param units the units of work
 * @param chunk units that are worth waking a helper for; 0 or less to run on this thread alone
 */
export function run(kind: i32, units: i32, chunk: i32): void {
  if (units <= 0) return;
  if (chunk > 0 && units > chunk && load<i32>(sharedAt() + HELPERS) > 0) {
    share(kind, units, max(chunk, (units + MOST - 1) / MOST));
  } else {
    dispatch(kind, argsAt(), 0, units);
  }
}

function share(kind: i32, units: i32, chunk: i32): void {
  const shared = sharedAt();
  // First, so that a helper that comes late for the call before cannot take a chunk by the new call's numbers.
  atomic.store<i32>(shared + NEXT, NONE);
  store<i32>(shared + KIND, kind);
  store<i32>(shared + UNITS, units);
  store<i32>(shared + CHUNK, chunk);
  const call = (atomic.load<i32>(shared + CALL) + 1) & CALLS;
  atomic.store<i32>(shared + DONE, 0);
  atomic.store<i32>(shared + NEXT, call << CHUNK_BITS);
  atomic.store<i32>(shared + CALL, call);
  atomic.notify(shared + CALL, load<i32>(shared + HELPERS));
  takeChunks(call, kind, units, chunk);
  const chunks = (units + chunk - 1) / chunk;
  while (atomic.load<i32>(shared + DONE) < chunks) {}
}

/** Works on the call until none of its chunks is left. */
function takeChunks(call: i32, kind: i32, units: i32, chunk: i32): void {
  const shared = sharedAt();
  const chunks = (units + chunk - 1) / chunk;
  while (true) {
    const at = atomic.load<i32>(shared + NEXT);
    const index = at & MOST;
    if (at >> CHUNK_BITS !== call || index >= chunks) return;
    if (atomic.cmpxchg<i32>(shared + NEXT, at, at + 1) !== at) continue;
    const begin = index * chunk;
    dispatch(kind, argsAt(), begin, min(units, begin + chunk));
    atomic.add<i32>(shared + DONE, 1);
  }
}

/** The last call that this helper has worked on. */
let last: i32 = 0;

/**
 * A stretch of a helper's life: works on calls until none has come for a while, then sleeps until the next.
 * It spins a little first, since the next call mostly comes at once.
 * @returns false when the helper is to end, true when it is to be called again: V8 11 (Node 20) reads wrong numbers
 * from memory in the function that has slept
 */
export function help(spins: i32): bool {
  const shared = sharedAt();
  let spun = 0;
  while (spun < spins) {
    const call = atomic.load<i32>(shared + CALL);
    if (call < 0) return false;
    if (call === last) {
      spun++;
      continue;
    }
    last = call;
    spun = 0;
    takeChunks(
      call,
      load<i32>(shared + KIND),
      load<i32>(shared + UNITS),
      load<i32>(shared + CHUNK),
    );
  }
  atomic.wait<i32>(shared + CALL, last, -1);
  return true;
}

/** Ends the helpers, now or once they have done what they are at. */
export function dismiss(): void {
  const shared = sharedAt();
  store<i32>(shared + HELPERS, 0);
  atomic.store<i32>(shared + CALL, -1);
  atomic.notify(shared + CALL, -1);
}
