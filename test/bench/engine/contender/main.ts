/** A contender: `node main.mjs ENGINE` runs workloads on an engine as it is told on stdin (see protocol.ts). */
import { createInterface } from 'node:readline';
import type { Reply, Request } from '../protocol.ts';
import { startNamed } from './start.ts';
import { Stepper } from './stepper.ts';

const [, , name = 'portable'] = process.argv;

function say(reply: Reply): void {
  process.stdout.write(`${JSON.stringify(reply)}\n`);
}

/** Answers, be it with the reason why it cannot. */
async function answer(what: () => Promise<Reply>): Promise<void> {
  try {
    say(await what());
  } catch (error) {
    say({ error: error instanceof Error ? error.message : String(error) });
  }
}

await answer(async () => ({ ready: await startNamed(name) }));
const stepper = new Stepper();
for await (const line of createInterface({ input: process.stdin })) {
  await answer(() => stepper.measure(JSON.parse(line) as Request));
}
process.exit(0);
