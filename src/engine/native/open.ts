/** The two ways to the native engine: asked for by name, and chosen because it is the faster one here. */
import type { Surroundings } from '../engine.ts';
import { EngineError } from '../engineError.ts';
import { type Choice, choose } from './choose.ts';
import { ownBuild } from './filesHash.ts';
import { findBinding, fingerprint } from './find.ts';
import { type Findings, readFindings, writeFindings } from './findings.ts';
import { type Probed, probe } from './probe/probe.ts';

/** What an automatic choice takes; `file` is the native engine's compiled part where there is one. */
export function chooseEngine({ native, state, script }: Surroundings): Choice & { file?: string } {
  const file = findBinding(native);
  if (!file) {
    return { engine: 'portable', reason: 'It is the fastest engine that needs no installation.' };
  }
  const findings = readFindings(state, fingerprint(file));
  const choice = choose(findings, ownBuild(), script);
  // Told once: the next choice does not repeat it.
  if (findings && !findings.probed.works && !findings.told) {
    writeFindings(state, { ...findings, told: true });
  }
  return { ...choice, file };
}

/**
 * For whoever asks for the native engine: what once failed is tried again.
 * @throws EngineError where none is installed
 */
export async function tryNative({
  native,
  state,
}: Surroundings): Promise<Probed & { file: string }> {
  const file = findBinding(native);
  if (!file) {
    throw new EngineError(
      'There is no native engine on this computer: run “GenAI 101: Install Native Engine”, or choose the engine “auto” or “portable”.',
    );
  }
  const known = readFindings(state, fingerprint(file));
  if (known?.probed.works) return { ...known.probed, file };
  const findings = await findOut(file);
  writeFindings(state, { ...findings, told: true });
  return { ...findings.probed, file };
}

export async function findOut(file: string): Promise<Findings> {
  return { binding: fingerprint(file), probed: await probe(file) };
}

/** It worked when it was tried, and does not now. */
export function rememberFailure(state: string | undefined, file: string, why: string): void {
  const probed = { works: false as const, why };
  writeFindings(state, { binding: fingerprint(file), probed, told: true });
}
