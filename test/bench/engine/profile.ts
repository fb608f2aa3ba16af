import { spawnSync } from 'node:child_process';
import { bundleProgram } from './bundle.ts';

export interface ProfileOptions {
  workload: string;
  node: string;
  threads: number;
  shapes: boolean;
  calls: boolean;
  functions: boolean;
}

/** Profiles the steps of a workload on the portable engine in a process of its own, which prints the table. */
export async function runProfile(options: ProfileOptions): Promise<void> {
  const bundle = await bundleProgram('profile');
  const by = (['functions', 'calls', 'shapes'] as const).find((name) => options[name]) ?? 'kernels';
  const { status } = spawnSync(options.node, [bundle, options.workload, by], {
    stdio: 'inherit',
    env: { ...process.env, GENAI101_THREADS: String(options.threads) },
  });
  process.exitCode = status ?? 1;
}
