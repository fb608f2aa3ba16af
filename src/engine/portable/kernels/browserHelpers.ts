import { HelperThreads } from './helpers.ts';

/** The whole program of a helper, as a blob: a webview's workers may have no other address. */
const PROGRAM = `
onmessage = ({ data: { module, memory, shared, scratch, spins } }) => {
  const { exports } = new WebAssembly.Instance(module, { env: { memory, now: () => performance.now() } });
  exports.setShared(shared);
  exports.setScratch(scratch);
  while (exports.help(spins));
  close();
};
`;

/** Helper threads as web workers. */
export class BrowserHelpers extends HelperThreads {
  protected override startOne(data: object): void {
    const address = URL.createObjectURL(new Blob([PROGRAM], { type: 'text/javascript' }));
    new Worker(address).postMessage(data);
    URL.revokeObjectURL(address);
  }
}
