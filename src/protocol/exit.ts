/** What the end of a runner process means, in words for people; for the host and the command line. */
import type { ScriptError } from './record.ts';

/** The exit status of a run that was stopped on request. */
export const STOPPED = 130;

/**
 * Explains the end of a runner that did not report one itself.
 * @param stderrTail the last lines of its stderr, where the engine's own last words are.
 */
export function describeExit(
  code: number | null,
  signal: string | null,
  stderrTail: string,
): ScriptError {
  if (/heap out of memory|Cannot allocate memory|std::bad_alloc/i.test(stderrTail)) {
    return {
      message:
        'The script ran out of memory. Dispose of tensors in loops (tf.tidy, tensor.dispose()), or make the batch or the data smaller.',
    };
  }
  if (signal) return { message: describeSignal(signal) };
  if (code === 134) return { message: describeSignal('SIGABRT') };
  const words = lastWords(stderrTail);
  return {
    message: `The run ended with exit code ${code ?? 'unknown'}${words ? `: ${words}` : '.'}`,
  };
}

function describeSignal(signal: string): string {
  switch (signal) {
    case 'SIGKILL':
      return 'The run was killed from outside (SIGKILL): by a person, or by the system because memory ran short.';
    case 'SIGTERM':
    case 'SIGINT':
    case 'SIGHUP':
      return `The run was ended from outside (${signal}).`;
    case 'SIGILL':
      return 'This processor lacks an instruction that the engine needs (SIGILL). Choose the engine “portable” and run again.';
    default:
      return `The run crashed (${signal}). Run it again; if it happens again, choose the engine “cpu”.`;
  }
}

/** The last line that says something, without stack frames. */
function lastWords(stderrTail: string): string {
  const lines = stderrTail
    .split(/\r?\n/)
    .filter((line) => /\w/.test(line) && !/^\s+at /.test(line));
  return lines.at(-1)?.trim().slice(0, 300) ?? '';
}
