/**
 * Runs TensorFlow.js's own suite on the portable engine and prints what came of it as JSON.
 * Bundled before it runs: the suite and the engine must share one TensorFlow.js, and it exists as ES modules only.
 */
import { setTestEnvs } from '@tensorflow/tfjs-core/dist/jasmine_util';
import '@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops';
import '@tensorflow/tfjs-core/dist/register_all_gradients';
import jasmineCore from 'jasmine-core/lib/jasmine-core/jasmine.js';
import { startEngine } from '../../../src/engine/start.ts';

console.warn = () => {};
await startEngine('portable');
const jasmine = jasmineCore.core(jasmineCore);
const env = jasmine.getEnv();
Object.assign(globalThis, jasmineCore.interface(jasmine, env));
env.configure({ random: false });
setTestEnvs([{ name: 'portable', backendName: 'portable', flags: {}, isDataSync: true }]);

let specs = 0;
const failures: string[] = [];
env.addReporter({
  specDone({ status, fullName, failedExpectations }) {
    if (status === 'passed' || status === 'failed') specs++;
    if (status === 'failed') failures.push(`${fullName}: ${failedExpectations[0]?.message}`);
  },
});
await import('@tensorflow/tfjs-core/dist/tests');
await env.execute();
process.stdout.write(`\n${JSON.stringify({ specs, failures })}\n`);
process.exit(0);
