/** Which of the two engines an automatic choice takes, and why. Decided from what is known: nothing is tried out here. */
import type { Findings, Speed } from './findings.ts';
import { type Kind, kindOf, kindWords } from './kind.ts';

export interface Choice {
  engine: 'portable' | 'native';
  /** One sentence for people. */
  reason: string;
}

/** The native engine takes a moment more to start, so it must be worth it. */
const WORTH_IT = 1.1;

/** @param build fingerprint of the portable engine, which must be the one that was measured */
export function choose(findings: Findings | undefined, build: string, script?: string): Choice {
  if (!findings) return unknown;
  if (!findings.probed.works) return broken(findings.probed.why, findings.told);
  if (findings.speeds?.build !== build) return unknown;
  const kind = script === undefined ? undefined : kindOf(script);
  return faster(findings.speeds.byKind, kind);
}

const unknown: Choice = {
  engine: 'portable',
  reason: 'It runs everywhere; whether the native engine is faster here is not measured yet.',
};

function broken(why: string, told = false): Choice {
  const reason = told
    ? 'It is the fastest engine that works here.'
    : `The native engine does not work here: ${why}. To try it again, choose the engine “native”.`;
  return { engine: 'portable', reason };
}

function faster(speeds: Record<Kind, Speed>, kind: Kind | undefined): Choice {
  const gain = kind ? gainOf(speeds[kind]) : typicalGain(Object.values(speeds));
  const [start, it] = kind ? [`This looks like ${kindWords[kind]}, and here`, ' it'] : ['Here', ''];
  if (gain >= WORTH_IT) {
    const reason = `${start} the native engine trains${it} ${times(gain)} as fast as the portable one.`;
    return { engine: 'native', reason };
  }
  const reason =
    gain > 1 / WORTH_IT
      ? `${start} the native engine trains${it} no faster.`
      : `${start} the portable engine trains${it} ${times(1 / gain)} as fast as the native one.`;
  return { engine: 'portable', reason };
}

function gainOf({ portable, native }: Speed): number {
  return portable / native;
}

function typicalGain(speeds: Speed[]): number {
  const logs = speeds.map((speed) => Math.log(gainOf(speed)));
  return Math.exp(logs.reduce((sum, log) => sum + log, 0) / logs.length);
}

function times(factor: number): string {
  return `${factor < 10 ? factor.toFixed(1) : Math.round(factor)} times`;
}
