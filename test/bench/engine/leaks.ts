import { spawnSync } from 'node:child_process';
import { bundleProgram } from './bundle.ts';

/** Looks for what the portable engine leaves behind, in a process of its own, which prints a table. */
export async function huntLeaks(node: string, minutes: string): Promise<void> {
  const bundle = await bundleProgram('leaks');
  const { status } = spawnSync(node, ['--expose-gc', bundle, minutes], { stdio: 'inherit' });
  process.exitCode = status ?? 1;
}
