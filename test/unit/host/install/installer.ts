/** A window of its own that installs: `tsx installer.ts STORAGE MIRROR [die]`; with `die` it is killed while it unpacks. */
import { install } from '../../../../src/host/engines/install/install.ts';
import { sourcesFor } from '../../../../src/host/engines/install/sources.ts';

const [storage = '', mirror = '', die] = process.argv.slice(2);

await install({
  storage,
  platform: 'linux-x64',
  sources: sourcesFor('linux-x64', { mirror, env: {} }),
  network: { env: {} },
  signal: new AbortController().signal,
  onStep({ name }) {
    console.log(name);
    if (die && name === 'unpack') setImmediate(() => process.kill(process.pid, 'SIGKILL'));
  },
});
