import type { Group } from './groups.ts';

/** Columns that a unit of work takes: see assembly/reduce/parts.ts. */
export const STRIP = 16;

/** Units of work from which on a reduction need not be cut. */
const ENOUGH = 8;
/** Numbers of a part: enough to be worth another thread. */
const PART = 32_768;

/** Cuts long stretches of numbers into parts, so that several threads can take them. By the shape alone. */
export function cut({ outer, reduced, inner }: Group): { parts: number; length: number } {
  const units = outer * Math.ceil(inner / STRIP);
  const length = Math.max(1, Math.round(PART / Math.min(inner, STRIP)));
  if (units >= ENOUGH || reduced < 2 * length) return { parts: 1, length: reduced };
  return { parts: Math.ceil(reduced / length), length };
}
