/** Finds the learner's own places in a stack trace. */
import { fileURLToPath } from 'node:url';
import type { Place } from './problem.ts';

const ours = import.meta.dirname;

/** The place of one line of a stack trace, where it is in a file of the learner's. */
export function placeOf(frame: string): Place | undefined {
  // The path starts at the first thing that looks like one: folders may have blanks and brackets in their names.
  const [, where, line, column] =
    /^\s*at (?:.*?[\s(])??((?:file:\/\/|\/|[A-Za-z]:\\|\\\\).*):(\d+):(\d+)\)?$/.exec(frame) ?? [];
  if (!where) return undefined;
  const file = toPath(where);
  if (!file || file.startsWith(ours) || /[\\/]node_modules[\\/]/.test(file)) return undefined;
  return { file, line: Number(line), column: Number(column) };
}

function toPath(where: string): string | undefined {
  try {
    return where.startsWith('file://') ? fileURLToPath(where) : where;
  } catch {
    return undefined; // a URL that names no file of this machine
  }
}

/** The stack without the frames of the runner and of Node. */
export function readableStack(stack: string): string {
  return stack
    .split('\n')
    .filter((line) => !/^\s+at /.test(line) || placeOf(line) !== undefined)
    .join('\n');
}

/** The innermost place in the learner's files. */
export function innermostPlace(stack: string): Place | undefined {
  for (const line of stack.split('\n')) {
    const place = placeOf(line);
    if (place) return place;
  }
  return undefined;
}
