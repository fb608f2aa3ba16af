/** A runner process, however it was started. */
import type { HostMessage } from '../../../protocol/runner.ts';

export interface Runner {
  readonly pid: number | undefined;
  readonly ended: Promise<Ended>;
  send(message: HostMessage): void;
  /** SIGTERM ends a script that never yields; a debugger ends its session. */
  terminate(): void;
  kill(): void;
}

export interface Ended {
  code: number | null;
  signal: string | null;
  /** The last words on stderr. */
  stderrTail: string;
}

/** Who hears what a runner sends and prints. Messages are unchecked: they come from the learner's process. */
export interface Listener {
  receive(message: unknown): void;
  /** False asks to wait until `resume` is called. */
  print(chunk: Buffer, resume: () => void): boolean;
}
