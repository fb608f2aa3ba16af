/**
 * Runs TensorFlow.js's own suite on an engine and prints what came of it as JSON.
 * Bundled before it runs: the suite and the engine must share one TensorFlow.js, and it exists as ES modules only.
 */
import { setTestEnvs } from '@tensorflow/tfjs-core/dist/jasmine_util';
import '@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops';
import '@tensorflow/tfjs-core/dist/register_all_gradients';
import jasmineCore from 'jasmine-core/lib/jasmine-core/jasmine.js';
import { startEngine } from '../../src/engine/start.ts';
import * as tf from '../../src/engine/tf.ts';
import { ignoredSpecs } from './ignored.ts';
import { isStrict, startStrict } from './strictEngine.ts';
import type { SuiteOutcome } from './suite.ts';

const [name = ''] = process.argv.slice(2);
const ignored = name === 'native' ? ignoredSpecs : [];

console.warn = () => {};
const overwritten = isStrict(name) ? await startStrict(name) : [];
if (!isStrict(name)) await startEngine(name);
const jasmine = jasmineCore.core(jasmineCore);
const env = jasmine.getEnv();
Object.assign(globalThis, jasmineCore.interface(jasmine, env));
const outcome: SuiteOutcome = { specs: 0, failures: [], ignored: {} };
env.configure({ random: false, specFilter: (spec) => !isIgnored(spec.getFullName()) });
setTestEnvs([{ name, backendName: tf.getBackend(), flags: {}, isDataSync: true }]);
env.addReporter({
  specDone({ status, fullName, failedExpectations }) {
    if (status === 'passed' || status === 'failed') outcome.specs++;
    if (status === 'failed')
      outcome.failures.push(`${fullName}: ${failedExpectations[0]?.message}`);
  },
});
await import('@tensorflow/tfjs-core/dist/tests');
await env.execute();
outcome.failures.push(...overwritten);
process.stdout.write(`\n${JSON.stringify(outcome)}\n`, () => process.exit(0));

/** Counts what each part of a name takes out. */
function isIgnored(fullName: string): boolean {
  const part = ignored.find((each) => fullName.includes(each));
  if (part !== undefined) outcome.ignored[part] = (outcome.ignored[part] ?? 0) + 1;
  return part !== undefined;
}
