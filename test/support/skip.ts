/** Skips with a reason; `npm test` prints it. Works in a test and in a `before` hook. */
import type { Context, Runnable, Suite } from 'mocha';

const reasons = new WeakMap<Runnable | Suite, string>();

export function skip(context: Context, reason: string): never {
  const runnable = context.runnable();
  const skipped = context.test ?? runnable;
  reasons.set(isHook(runnable) && skipped.parent ? skipped.parent : runnable, reason);
  return context.skip();
}

function isHook(runnable: Runnable): boolean {
  return 'type' in runnable && runnable.type === 'hook';
}

/** Why a test was skipped: its own reason, or that of a suite around it. */
export function skipReason(test: Runnable): string {
  const own = reasons.get(test);
  if (own) return own;
  for (let suite = test.parent; suite; suite = suite.parent) {
    const reason = reasons.get(suite);
    if (reason) return reason;
  }
  return 'no reason given';
}
