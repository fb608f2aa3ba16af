/**
 * A loop that never yields cannot hear that the editor is gone: it would run on, unseen, for ever.
 * A thread of its own looks for the parent process and kills this one when it has been gone for a while.
 */
import { Worker } from 'node:worker_threads';

/** Milliseconds between looks; three in a row without a parent are enough for a loop that does yield to end itself. */
const LOOK_MS = 1000;
const LOOKS = 3;

/** Runs in the thread, so it stands alone. */
const watch = `
const { workerData } = require('node:worker_threads');
let missed = 0;
setInterval(() => {
  missed = isThere() ? 0 : missed + 1;
  if (missed >= ${LOOKS}) process.kill(process.pid, 'SIGKILL');
}, ${LOOK_MS});
function isThere() {
  if (process.ppid !== workerData) return false; // where orphans are adopted
  try {
    return process.kill(workerData, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}
`;

/** Only for a runner with an IPC channel: a debugger ends what it started itself. */
export function dieWithParent(): void {
  if (!process.connected) return;
  const worker = new Worker(watch, {
    eval: true,
    workerData: process.ppid,
    env: {}, // NODE_OPTIONS are meant for the script
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: 8, maxYoungGenerationSizeMb: 2, stackSizeMb: 1 },
  });
  worker.unref();
}
