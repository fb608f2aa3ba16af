/** Finds out once whether the native engine runs on this computer, and for which kinds of models it is the faster one. */
import type { Surroundings } from '../../engine.ts';
import { ownBuild } from '../filesHash.ts';
import { findBinding, fingerprint } from '../find.ts';
import { type Findings, readFindings, type Speed, writeFindings } from '../findings.ts';
import { type Kind, kinds } from '../kind.ts';
import { findOut } from '../open.ts';
import { Timer, WorkerDied } from './timer.ts';

/** The engines take turns, so that whatever else the computer does troubles both. */
const ROUNDS = 3;
/** Of one engine in one round; all rounds of all kinds together take one second. */
const TURN_MS = 1000 / (ROUNDS * kinds.length * 2);

/** @returns what is known now; undefined where there is no native engine */
export async function measureEngines(surroundings: Surroundings): Promise<Findings | undefined> {
  const file = findBinding(surroundings.native);
  if (!file) return undefined;
  const known = readFindings(surroundings.state, fingerprint(file));
  const build = ownBuild();
  if (known && (!known.probed.works || known.speeds?.build === build)) return known;
  const findings = known ?? (await findOut(file));
  // First without speeds: whoever starts meanwhile need not try it again.
  writeFindings(surroundings.state, findings);
  if (!findings.probed.works) return findings;
  const measured = await withSpeeds(findings, build, surroundings);
  writeFindings(surroundings.state, measured);
  return measured;
}

async function withSpeeds(
  findings: Findings,
  build: string,
  surroundings: Surroundings,
): Promise<Findings> {
  try {
    return { ...findings, speeds: { build, byKind: await compare(surroundings) } };
  } catch (error) {
    if (!(error instanceof WorkerDied) || error.engine !== 'native') throw error;
    return { ...findings, probed: { works: false, why: error.why } };
  }
}

async function compare(surroundings: Surroundings): Promise<Record<Kind, Speed>> {
  const portable = await Timer.start('portable', surroundings);
  try {
    const native = await Timer.start('native', surroundings);
    try {
      const speeds = {} as Record<Kind, Speed>;
      for (const kind of kinds) speeds[kind] = await compareOn(kind, portable, native);
      return speeds;
    } finally {
      native.dispose();
    }
  } finally {
    portable.dispose();
  }
}

/** The quickest step counts: it is the one that nothing else held up. */
async function compareOn(kind: Kind, portable: Timer, native: Timer): Promise<Speed> {
  const best: Speed = { portable: Number.POSITIVE_INFINITY, native: Number.POSITIVE_INFINITY };
  for (let round = 0; round < ROUNDS; round++) {
    best.portable = Math.min(best.portable, await portable.time(kind, TURN_MS));
    best.native = Math.min(best.native, await native.time(kind, TURN_MS));
  }
  return best;
}
