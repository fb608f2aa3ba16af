/** `node profile.mjs WORKLOAD kernels|shapes|calls|functions`: where a step of the portable engine spends its time. */
import { startEngine } from '../../../../src/engine/start.ts';
import { make } from '../contender/stepper.ts';
import type { Workload } from '../workloads/workload.ts';
import { profileCalls } from './calls.ts';
import { profileFunctions } from './functions.ts';
import { profileKernels } from './kernels.ts';

const [, , name = 'mlp', by = 'kernels'] = process.argv;
const WARM_UP = 1; // seconds
const MEASURED = 3;

const { threads, version } = await startEngine('portable');
const workload = make(name);
await run(workload, WARM_UP);
console.log(`${name} on the portable engine (tfjs ${version}), ${threads} threads`);
if (by === 'functions') await profileFunctions(() => run(workload, MEASURED));
else if (by === 'calls') await profileCalls(() => run(workload, MEASURED));
else await profileKernels(() => run(workload, MEASURED), by === 'shapes');
process.exit(0);

/** Steps for so many seconds; returns the number of steps. */
async function run({ step }: Workload, seconds: number): Promise<number> {
  const end = performance.now() + seconds * 1000;
  let steps = 0;
  for (; steps === 0 || performance.now() < end; steps++) await step();
  return steps;
}
