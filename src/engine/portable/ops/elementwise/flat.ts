import { UNIT } from '../../assembly/elementwise/operations.ts';
import { WORTH_SHARING } from '../kernel.ts';

/** Units of work for so many numbers. */
export function units(numbers: number): number {
  return Math.ceil(numbers / UNIT);
}

/** Units that are worth another thread, of operations that are bound by memory, and of those that compute. */
export const CHUNK = Math.ceil(WORTH_SHARING / 16 / UNIT);
export const SLOW_CHUNK = Math.ceil(WORTH_SHARING / 32 / UNIT);
