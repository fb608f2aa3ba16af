/** Asks politely, then insists: a loop that never yields hears no message. */
import type { Runner } from './runner.ts';

const termMs = 1000;
const killMs = 3000;

/** Resolves when the runner is gone. */
export async function stopRunner(runner: Runner, runId: string): Promise<void> {
  const timers = [
    setTimeout(() => runner.terminate(), termMs),
    setTimeout(() => runner.kill(), killMs),
  ];
  runner.send({ type: 'stop', runId });
  await runner.ended;
  timers.forEach(clearTimeout);
}
