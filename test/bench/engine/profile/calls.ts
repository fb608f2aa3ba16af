/**
 * Times every call into WebAssembly, by kernel and units of work. Unlike the table by TensorFlow.js's kernels it shows
 * products that were put off as what they are, and not as part of the kernel that first asked for them.
 */
import * as kinds from '../../../../src/engine/portable/assembly/kinds.ts';
import { Kernels } from '../../../../src/engine/portable/kernels/kernels.ts';
import { printTotals, type Total } from './totals.ts';

export async function profileCalls(run: () => Promise<number>): Promise<void> {
  const names = new Map(Object.entries(kinds).map(([name, kind]) => [kind as number, name]));
  const totals = new Map<string, Total>();
  const { prototype } = Kernels;
  const stock = prototype.run;
  prototype.run = function (kind, units, ...rest) {
    const began = performance.now();
    stock.call(this, kind, units, ...rest);
    this.finish();
    const took = performance.now() - began;
    const key = `${names.get(kind) ?? kind}, ${units} units`;
    const total = totals.get(key) ?? { calls: 0, milliseconds: 0 };
    total.calls++;
    total.milliseconds += took;
    totals.set(key, total);
  };
  const began = performance.now();
  const steps = await run();
  printTotals(totals, performance.now() - began, steps);
}
