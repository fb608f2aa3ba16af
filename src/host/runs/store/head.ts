/** `run.json` as this side writes it: what the views see, and what it takes to go on with the run later. */
import * as v from 'valibot';
import { lazily } from '../../../protocol/lazily.ts';
import { NumberWord, ScriptError, TrialValues } from '../../../protocol/record.ts';
import type { RunHead } from '../../../protocol/run.ts';
import { EngineInfo, Explorer } from '../../../protocol/runner.ts';

export const StoredHead = lazily(() =>
  v.object({
    runId: v.pipe(v.string(), v.regex(/^[\w-]+$/)),
    title: v.string(),
    script: v.string(),
    chapter: v.optional(v.string()),
    example: v.optional(v.string()),
    status: v.picklist(['starting', 'running', 'exploring', 'done', 'failed', 'stopped']),
    startedAt: v.number(),
    endedAt: v.optional(v.number()),
    seed: v.number(),
    engine: v.optional(EngineInfo),
    error: v.optional(ScriptError),
    /** Process ids of the extension host that watches the run, and of the runner. */
    watcher: v.optional(v.number()),
    runner: v.optional(v.number()),
    /** The last value of each metric. */
    metrics: v.optional(v.record(v.string(), NumberWord)),
    /** What the learner set with sliders. */
    tuned: v.optional(v.record(v.string(), v.number())),
    /** The trial of an earlier sweep that was run once more, alone. */
    trial: v.optional(v.object({ trial: v.number(), values: TrialValues })),
    /** What could be explored; only a live run answers, an ended one can say what running again brings. */
    explorers: v.optional(v.array(Explorer)),
  }),
);

export type StoredHead = RunHead & v.InferOutput<typeof StoredHead>;

export function parseHead(text: string): StoredHead | undefined {
  try {
    return v.parse(StoredHead, JSON.parse(text));
  } catch {
    return undefined; // not a head: unreadable, or of a later version
  }
}
