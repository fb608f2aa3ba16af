/** Stands in for node:util inside tfjs-node's code, which imports two functions that Node 23 dropped. */
import util from 'node:util';

export const { promisify } = util;
export const isArray = Array.isArray;

export function isNullOrUndefined(value: unknown): value is null | undefined {
  return value === null || value === undefined;
}

/** Puts them back into node:util, for a tfjs-node that is not bundled. */
export function restoreDropped(): void {
  for (const [name, value] of Object.entries({ isArray, isNullOrUndefined })) {
    if (!(name in util)) Object.defineProperty(util, name, { value, configurable: true });
  }
}
