/** Runs inside the extension host: VS Code calls `run` when all has started. */
import type Mocha from 'mocha';
import { runMocha } from '../support/mocha.ts';
import { leaveOutcome } from '../support/outcome.ts';

/** Lines of the suite are marked: the console of an extension host has many writers. */
export const mark = '@@ ';

export async function runSuite(load: () => void): Promise<void> {
  const say = (line: string) => console.log(mark + line);
  const outcome = await runMocha(
    { timeout: 30_000, grep: process.env.GENAI101_TEST_GREP, say },
    async (mocha: Mocha) => {
      mocha.suite.emit('pre-require', globalThis, null, mocha);
      load();
    },
  );
  await leaveOutcome(outcome);
  if (outcome.failed > 0) throw new Error(`${outcome.failed} tests failed.`);
}
