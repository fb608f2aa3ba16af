/** Shows an error where the script prints, as Node itself would, without frames that are not the learner's. */
import { inspect } from 'node:util';
import type { ScriptError } from '../../protocol/record.ts';

export function printError(error: ScriptError, thrown: unknown): void {
  const place = error.file
    ? `${error.file}${error.line ? `:${error.line}` : ''}${error.column ? `:${error.column}` : ''}\n`
    : '';
  const cause =
    thrown instanceof Error && thrown.cause !== undefined
      ? `\nCause: ${inspect(thrown.cause)}`
      : '';
  process.stderr.write(`${place}${error.stack ?? error.message}${cause}\n`);
}
