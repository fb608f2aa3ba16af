/** Skips with a reason; `npm test` prints it. Works in a test and in a `before` hook. */
import type { Context, Runnable, Suite } from 'mocha';

/** Kept on the test itself: mocha loads tests with `require`, which makes a second copy of this module. */
const REASON = Symbol.for('genai101.skipReason');

export function skip(context: Context, reason: string): never {
  const runnable = context.runnable();
  const skipped = isHook(runnable) && runnable.parent ? runnable.parent : runnable;
  Object.assign(skipped, { [REASON]: reason });
  return context.skip();
}

function isHook(runnable: Runnable): boolean {
  return 'type' in runnable && runnable.type === 'hook';
}

/** Why a test was skipped: its own reason, or that of a suite around it. */
export function skipReason(test: Runnable): string {
  const own = reasonOf(test);
  if (own) return own;
  for (let suite = test.parent; suite; suite = suite.parent) {
    const reason = reasonOf(suite);
    if (reason) return reason;
  }
  return 'no reason given';
}

function reasonOf(skipped: Runnable | Suite): string | undefined {
  return (skipped as { [REASON]?: string })[REASON];
}
