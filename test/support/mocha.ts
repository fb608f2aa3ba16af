/** Runs mocha and tells what happened line by line; the same in a Node process and in the extension host. */
import Mocha from 'mocha';
import { nothing, type Outcome, plus } from './outcome.ts';
import { skipReason } from './skip.ts';

export interface MochaOptions {
  /** Milliseconds for one test that sets no limit of its own. */
  timeout: number;
  /** Runs only tests whose full title holds this text. */
  grep?: string | undefined;
  say: (line: string) => void;
}

/** `load` puts the tests in: adds files, or requires a bundle. */
export async function runMocha(
  options: MochaOptions,
  load: (mocha: Mocha) => Promise<void>,
): Promise<Outcome> {
  const mocha = new Mocha({ ui: 'bdd', timeout: options.timeout, reporter: Silent as never });
  if (options.grep) mocha.fgrep(options.grep);
  await load(mocha);
  return new Promise((resolve) => {
    const files = new Map<string, Outcome>();
    const runner = mocha.run(() => resolve(inAll(files)));
    tell(runner, files, options.say);
  });
}

/** Mocha wants a reporter; ours listens to the runner itself (see `tell`). */
class Silent {}

function inAll(files: ReadonlyMap<string, Outcome>): Outcome {
  const failedFiles = Object.fromEntries([...files].filter(([, { failed }]) => failed > 0));
  return { ...[...files.values()].reduce((sum, one) => plus(sum, one), nothing), failedFiles };
}

function tell(
  runner: Mocha.Runner,
  files: Map<string, Outcome>,
  say: (line: string) => void,
): void {
  let depth = 0;
  const count = ({ file = '' }: Mocha.Runnable, key: 'passed' | 'failed' | 'skipped') => {
    const before = files.get(file) ?? nothing;
    files.set(file, { ...before, [key]: before[key] + 1 });
  };
  const line = (text: string) => say(`${'  '.repeat(depth)}${text}`);
  runner.on('suite', (suite) => {
    if (suite.root) return;
    depth++;
    line(suite.title);
  });
  runner.on('suite end', (suite) => {
    if (!suite.root) depth--;
  });
  runner.on('pass', (test) => {
    count(test, 'passed');
    const slow = (test.duration ?? 0) > 100;
    line(`  ✓ ${test.title}${slow ? ` (${test.duration} ms)` : ''}`);
  });
  runner.on('pending', (test) => {
    count(test, 'skipped');
    line(`  – ${test.title}: skipped, ${skipReason(test)}`);
  });
  runner.on('fail', (test, error: unknown) => {
    count(test, 'failed');
    line(`  ✗ ${test.title}`);
    for (const part of describeError(error).split('\n')) line(`      ${part}`);
  });
}

function describeError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { actual, expected } = error as { actual?: unknown; expected?: unknown };
  const stack = error.stack?.includes(error.message) ? error.stack : `${error}\n${error.stack}`;
  if (typeof actual !== 'string' || typeof expected !== 'string') return stack;
  return `${stack}\nexpected: ${expected}\nactual:   ${actual}`;
}
