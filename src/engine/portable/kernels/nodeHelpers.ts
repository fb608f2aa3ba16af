import { Worker } from 'node:worker_threads';
import { HelperThreads } from './helpers.ts';

/** The whole program of a helper. It has no file of its own, so that it is found from any bundle. */
const PROGRAM = `
const { workerData } = require('node:worker_threads');
const { module, memory, shared, scratch, spins } = workerData;
const { exports } = new WebAssembly.Instance(module, { env: { memory, now: () => performance.now() } });
exports.setShared(shared);
exports.setScratch(scratch);
while (exports.help(spins));
`;

/** Helper threads of Node. They keep no process alive. */
export class NodeHelpers extends HelperThreads {
  protected override startOne(workerData: object): void {
    new Worker(PROGRAM, { eval: true, workerData }).unref();
  }
}
