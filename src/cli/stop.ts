/** Ctrl+C: asks politely, then insists. A second one does not wait. */
import type { ChildProcess } from 'node:child_process';
import type { HostMessage } from '../protocol/runner.ts';

const TERM_MS = 1000;
const KILL_MS = 3000;
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

export interface Interrupts {
  readonly asked: boolean;
  dispose(): void;
}

export function stopOnInterrupt(runner: ChildProcess, runId: string): Interrupts {
  let asked = false;
  const timers: NodeJS.Timeout[] = [];
  const interrupt = () => {
    if (asked) {
      runner.kill('SIGKILL');
      return;
    }
    asked = true;
    const message: HostMessage = { type: 'stop', runId };
    // A runner that is just ending takes no message any more; its end is what was asked for.
    if (runner.connected) runner.send(message, () => {});
    timers.push(setTimeout(() => runner.kill('SIGTERM'), TERM_MS));
    timers.push(setTimeout(() => runner.kill('SIGKILL'), KILL_MS));
  };
  for (const signal of SIGNALS) process.on(signal, interrupt);
  return {
    get asked() {
      return asked;
    },
    dispose() {
      timers.forEach(clearTimeout);
      for (const signal of SIGNALS) process.off(signal, interrupt);
    },
  };
}
