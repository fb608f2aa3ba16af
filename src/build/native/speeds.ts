/** Measures the engines as VS Code does after the first run, for the command line's automatic choice; prints the result. */
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import type { Findings } from '../../engine/native/findings.ts';
import { findNode } from '../node.ts';
import { root } from './places.ts';

export function printSpeeds(): void {
  console.log('Measuring …');
  const build = ['--import', 'tsx', 'src/build/bundle.ts', 'runner', 'cli'];
  execFileSync(process.execPath, build, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  const program = path.join(root, 'dist/runner/measure.mjs');
  const { probed, speeds }: Findings = JSON.parse(
    execFileSync(findNode(), [program, '{}'], { encoding: 'utf8' }),
  );
  if (!probed.works) throw new Error(`The native engine does not work here: ${probed.why}.`);
  for (const [kind, { portable, native }] of Object.entries(speeds?.byKind ?? {})) {
    console.log(
      `${kind.padEnd(14)} portable ${inMs(portable)}   native ${inMs(native)}   native is ${(portable / native).toFixed(2)} times as fast`,
    );
  }
}

function inMs(milliseconds: number): string {
  return `${milliseconds.toFixed(2).padStart(8)} ms a step`;
}
