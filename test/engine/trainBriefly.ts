/** Trains every workload of the bench for a few steps and prints, as JSON, what each came to, to the last bit. */
import { createHash } from 'node:crypto';
import { startEngine } from '../../src/engine/start.ts';
import { workloads } from '../bench/engine/workloads/all.ts';

const STEPS = 3;

const { threads } = await startEngine('portable');
const digests: Record<string, string> = {};
for (const [name, make] of Object.entries(workloads)) {
  const workload = make();
  const hash = createHash('sha256');
  for (let i = 0; i < STEPS; i++) hash.update(String(await workload.step()));
  for (const variable of workload.variables) hash.update(variable.dataSync<'float32'>());
  digests[name] = hash.digest('hex');
}
process.stdout.write(JSON.stringify({ threads, digests }));
process.exit(0);
