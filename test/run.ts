/**
 * `npm test`: sets up all it needs, runs every stage, and ends with the line `N passed, N failed`.
 * `npm test -- host ui` runs those stages; `npm test -- runner test/runner/stop.test.ts` one file;
 * `--grep TEXT` the tests whose title holds it; `--no-build` takes dist as it is.
 */
import { appendFileSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { globSync } from 'tinyglobby';
import { describeOutcome, nothing, type Outcome, plus } from './support/outcome.ts';
import { prepare } from './support/prepare.ts';
import { runStage, runTwice, type StageRun } from './support/stage.ts';
import { useTemporaryFolder } from './support/temporary.ts';

interface Stage {
  name: string;
  /** One pattern or several; `!` leaves files out. */
  files: string | string[];
  /** Defaults to mocha in a Node process. */
  script?: string;
  needs: readonly ('build' | 'server' | 'chromium')[];
  /** Computes and measures no time: such stages run side by side, two at a time, before all others. */
  beside?: boolean;
  /** Runs only where it is asked for by name. */
  onRequest?: boolean;
  /** Seconds for the stage, milliseconds for one test. */
  limit: number;
  timeout: number;
  /**
   * A whole workbench on a busy machine now and then misses a click: a file that fails is run once more, all of it,
   * and both results are printed. What is broken fails twice.
   */
  twice?: boolean;
}

const panelTests = 'test/ui/**/{*P,p}anel.test.ts';

/** Those that run side by side begin with the longest, so that the last one is not alone for long. */
const stages: readonly Stage[] = [
  {
    name: 'course',
    files: 'test/course/**/*.test.ts',
    needs: ['build', 'server'],
    beside: true,
    limit: 1200,
    timeout: 240_000,
  },
  {
    name: 'panels',
    files: panelTests,
    needs: ['build', 'chromium'],
    beside: true,
    limit: 1200,
    timeout: 90_000,
    twice: true,
  },
  {
    name: 'unit',
    files: 'test/unit/**/*.test.ts',
    needs: ['build'],
    beside: true,
    limit: 900,
    timeout: 20_000,
  },
  {
    name: 'engine',
    files: 'test/engine/**/*.test.ts',
    needs: ['build'],
    beside: true,
    limit: 900,
    timeout: 120_000,
  },
  {
    name: 'conformance',
    files: 'test/conformance/*.test.ts',
    needs: [],
    beside: true,
    limit: 900,
    timeout: 290_000,
  },
  {
    name: 'check',
    files: 'src/build/check.ts',
    script: 'src/build/check.ts',
    needs: [],
    beside: true,
    limit: 480,
    timeout: 0,
  },
  {
    name: 'conformance-strict',
    files: 'test/conformance/strict/*.test.ts',
    needs: [],
    onRequest: true,
    limit: 1200,
    timeout: 600_000,
  },
  {
    name: 'runner',
    files: 'test/runner/**/*.test.ts',
    needs: ['build', 'server'],
    limit: 240,
    timeout: 60_000,
  },
  {
    // Skipped where this checkout has no native engine.
    name: 'course-native',
    files: 'test/course-native/*.test.ts',
    needs: ['build', 'server'],
    limit: 900,
    timeout: 120_000,
  },
  {
    name: 'host',
    files: 'test/host/suite/**/*.test.ts',
    script: 'test/host/suite.ts',
    needs: ['build', 'server', 'chromium'],
    limit: 300,
    timeout: 30_000,
    twice: true,
  },
  {
    name: 'ui',
    files: ['test/ui/**/*.test.ts', `!${panelTests}`],
    needs: ['build', 'server', 'chromium'],
    limit: 1500,
    timeout: 90_000,
    twice: true,
  },
  {
    name: 'package',
    files: 'test/package/**/*.test.ts',
    needs: ['build', 'server', 'chromium'],
    limit: 900,
    timeout: 180_000,
    twice: true,
  },
];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { grep: { type: 'string' }, 'no-build': { type: 'boolean', default: false } },
});
const names = stages.map((stage) => stage.name);
const chosen = positionals.filter((word) => names.includes(word));
const files = positionals.filter((word) => !names.includes(word));

/** The files of a stage, or those of them that were asked for. */
function filesOf(stage: Stage): string[] {
  const all = globSync(stage.files, { cwd: path.resolve(import.meta.dirname, '..') });
  if (files.length === 0) return all.sort();
  return all.filter((file) => files.some((asked) => file.includes(asked.replaceAll('\\', '/'))));
}

function describe(stage: Stage, tests: string[]): StageRun {
  return {
    name: stage.name,
    script: stage.script ?? 'test/support/runFiles.ts',
    args: [
      ...['--timeout', String(stage.timeout)],
      ...(values.grep ? ['--grep', values.grep] : []),
      ...tests,
    ],
    limit: stage.limit,
  };
}

const asked = stages.filter(({ name, onRequest }) =>
  chosen.length === 0 ? !onRequest : chosen.includes(name),
);
const toRun = asked
  .map((stage) => ({ stage, tests: filesOf(stage) }))
  .filter(({ tests }) => tests.length > 0);
const needs = new Set(toRun.flatMap(({ stage }) => stage.needs));
if (values['no-build']) needs.delete('build');
const removeTemporary = useTemporaryFolder();
const missing = await prepare(needs);

type Asked = (typeof toRun)[number];

async function runOne({ stage, tests }: Asked, log?: string): Promise<Outcome> {
  const say = (text: string) => (log ? appendFileSync(log, `${text}\n`) : console.log(text));
  say(`\n── ${stage.name} ──`);
  const lacking = stage.needs.flatMap((need) => missing.get(need) ?? []);
  if (lacking.length > 0) {
    const why = `(${tests.length} files) is skipped: ${lacking.join('; ')}`;
    say(`– the stage “${stage.name}” ${why}`);
    return { ...nothing, skipped: tests.length };
  }
  const began = Date.now();
  const runFiles = (some: string[]) => runStage({ ...describe(stage, some), log });
  const outcome = await (stage.twice ? runTwice(runFiles, tests, say) : runFiles(tests));
  say(`${stage.name}: ${describeOutcome(outcome)} (${Math.round((Date.now() - began) / 1000)} s)`);
  return outcome;
}

/** Two at a time; each is printed when it has ended. */
async function runBeside(all: Asked[]): Promise<Outcome> {
  const waiting = [...all];
  const folder = mkdtempSync(path.join(tmpdir(), 'g101-beside-'));
  let sum: Outcome = nothing;
  const next = async () => {
    for (let one = waiting.shift(); one; one = waiting.shift()) {
      const log = path.join(folder, `${one.stage.name}.log`);
      const outcome = await runOne(one, log);
      sum = plus(sum, outcome);
      process.stdout.write(readFileSync(log, 'utf8'));
    }
  };
  await Promise.all([next(), next()]);
  return sum;
}

const besides = toRun.filter(({ stage }) => stage.beside);
// One alone is printed as it goes.
const together = besides.length > 1 ? besides : [];
let total = await runBeside(together);
for (const one of toRun) {
  if (!together.includes(one)) total = plus(total, await runOne(one));
}
if (toRun.length === 0) console.log('No test file matches.');
removeTemporary();
if (total.failed > 0 || total.passed === 0) process.exitCode = 1;
console.log(`\n${describeOutcome(total)}`);
