import { describeExit } from '../../../protocol/exit.ts';
import type { RunHead } from '../../../protocol/run.ts';
import type { History } from '../store/history.ts';
import type { Ended } from './runner.ts';

type Ending = Pick<RunHead, 'status' | 'error'>;

/** How a run ended whose process left without saying so: by its own record, by us, or by how the process went. */
export function endingOf({ ending }: History, ended: Ended, wasStopped: boolean): Ending {
  if (ending?.type === 'error') return { status: 'failed', error: ending };
  if (ending) return { status: ending.type };
  // A debugger's session tells no exit status; who ends it wants the run to end.
  const isDebugged = ended.code === null && ended.signal === null && !ended.stderrTail;
  if (wasStopped || isDebugged) return { status: 'stopped' };
  return { status: 'failed', error: describeExit(ended.code, ended.signal, ended.stderrTail) };
}

/** The last line of a run's output. */
export function describeEnding(head: RunHead, rejected: number): string {
  const ignored = rejected > 1 ? ` (${rejected} messages were not understood)` : '';
  return `${outcome(head)}${ignored}`;
}

function outcome({ status, error, startedAt, endedAt }: RunHead): string {
  const seconds = (((endedAt ?? startedAt) - startedAt) / 1000).toFixed(1);
  if (status === 'failed')
    return `✗ Failed after ${seconds} s: ${error?.message ?? 'no reason given'}`;
  return status === 'stopped' ? `■ Stopped after ${seconds} s` : `✓ Done in ${seconds} s`;
}
