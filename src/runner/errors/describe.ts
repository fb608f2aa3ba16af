/** Puts whatever a script threw into words and a place. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { inspect } from 'node:util';
import type { ScriptError } from '../../protocol/record.ts';
import { loadedScripts } from '../modules/loaded.ts';
import { syntaxPlace } from '../modules/types.ts';
import { innermostPlace, readableStack } from './frames.ts';
import { type Place, ScriptProblem } from './problem.ts';

const LANGUAGE_ERRORS = new Set(['SyntaxError', 'TypeError', 'ReferenceError', 'RangeError']);

export function describeError(thrown: unknown, script: string): ScriptError {
  if (thrown instanceof ScriptProblem && thrown.place) {
    return { message: thrown.message, ...thrown.place };
  }
  if (!isError(thrown)) {
    return {
      message: `The script threw ${inspect(thrown, { depth: 1 })}. Throw an Error instead, so that the line is known.`,
      file: script,
    };
  }
  const stack = typeof thrown.stack === 'string' ? thrown.stack : '';
  const place =
    thrown.name === 'SyntaxError' ? placeOfSyntax(stack, script) : innermostPlace(stack);
  // The name tells the kind of a language error; those made for people speak for themselves.
  const message = `${LANGUAGE_ERRORS.has(thrown.name) ? `${thrown.name}: ` : ''}${thrown.message}`;
  return {
    message: message || `The script threw an ${thrown.name} without a message.`,
    ...(place ?? { file: script }),
    ...(stack ? { stack: readableStack(stack) } : {}),
  };
}

/** Errors of other realms (vm contexts) are no `instanceof Error` here. */
function isError(value: unknown): value is Error {
  return (
    value instanceof Error || (typeof value === 'object' && value !== null && 'stack' in value)
  );
}

/**
 * V8 puts the place of a syntax error on the first line of the stack as `file:line`, or, for modules, nowhere:
 * then the files loaded last are looked through.
 */
function placeOfSyntax(stack: string, script: string): Place | undefined {
  const [, where, line] = /^(file:\/\/\S+|\/\S+|[A-Za-z]:\\\S+):(\d+)\n/.exec(stack) ?? [];
  if (where) {
    const caret = /\n( *)\^/.exec(stack)?.[1];
    const place = {
      file: where.startsWith('file:') ? fileURLToPath(where) : where,
      line: Number(line),
    };
    return caret === undefined ? place : { ...place, column: caret.length + 1 };
  }
  const thrownInside = innermostPlace(stack);
  if (thrownInside) return thrownInside; // new Function(…), JSON.parse(…): the caller's line
  for (const file of loadedScripts.toReversed()) {
    const found = syntaxPlace(readFileSync(file, 'utf8'));
    if (found.line) return { file, ...found };
  }
  return { file: script };
}
