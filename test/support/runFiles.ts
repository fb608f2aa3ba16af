/** `node --import tsx test/support/runFiles.ts [--timeout MS] [--grep TEXT] FILE-OR-PATTERN…`: one stage of the tests. */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { globSync } from 'tinyglobby';
import { runMocha } from './mocha.ts';
import { leaveOutcome } from './outcome.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { timeout: { type: 'string', default: '10000' }, grep: { type: 'string' } },
});

const outcome = await runMocha(
  { timeout: Number(values.timeout), grep: values.grep, say: console.log },
  async (mocha) => {
    for (const file of globSync(positionals).sort()) mocha.addFile(path.resolve(file));
    await mocha.loadFilesAsync();
  },
);
await leaveOutcome(outcome);
process.exit(outcome.failed > 0 ? 1 : 0);
