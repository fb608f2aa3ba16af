/** What was found out about a native engine on this computer, kept in a file, so that it is found out once. */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { arch, availableParallelism, cpus, hostname, platform, tmpdir } from 'node:os';
import path from 'node:path';
import type { Kind } from './kind.ts';
import type { Probed } from './probe/probe.ts';

/** Milliseconds for a training step. */
export interface Speed {
  portable: number;
  native: number;
}

export interface Findings {
  /** Fingerprint of the engine's files. */
  binding: string;
  probed: Probed;
  /** That it does not work was told to the person. */
  told?: boolean;
  speeds?: {
    /** Fingerprint of our own files: another version may be faster. */
    build: string;
    byKind: Record<Kind, Speed>;
  };
}

/** @returns undefined where nothing is known about this very engine on this computer */
export function readFindings(folder: string | undefined, binding: string): Findings | undefined {
  try {
    const findings: Findings = JSON.parse(readFileSync(fileIn(folder), 'utf8'));
    return findings.binding === binding ? findings : undefined;
  } catch {
    return undefined; // no such file, or a damaged one: found out again
  }
}

/** At once or not at all: another process may read at any time. */
export function writeFindings(folder: string | undefined, findings: Findings): void {
  const file = fileIn(folder);
  const draft = `${file}.${process.pid}`;
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(draft, JSON.stringify(findings, undefined, 2));
  renameSync(draft, file);
}

/** A home folder may be shared by several computers, so each has a file of its own. */
function fileIn(folder = ownFolder()): string {
  const machine = [hostname(), platform(), arch(), cpus()[0]?.model, availableParallelism()];
  const name = createHash('sha256').update(machine.join('\n')).digest('hex').slice(0, 12);
  return path.join(folder, `engines-${name}.json`);
}

/** For the command line, which has no storage of its own; one a user. */
function ownFolder(): string {
  return (
    process.env.GENAI101_STATE ?? path.join(tmpdir(), `genai101-${process.getuid?.() ?? 'own'}`)
  );
}
