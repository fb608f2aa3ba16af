/** The wire between a runner and the processes that run a sweep's trials for it. */
import * as v from 'valibot';
import { ScriptError, type TrialValues } from './record.ts';

const trial = { trial: v.number() };

/** What a worker sends. It runs the learner's code, so this is checked. */
export const WorkerMessage = v.variant('type', [
  /** The script has come to its `trials(…)`. */
  v.object({ type: v.literal('ready') }),
  /** Numbers that the objective logged; as in the message 'metrics' of a runner. */
  v.object({
    type: v.literal('points'),
    ...trial,
    names: v.array(v.string()),
    steps: v.instance(Float64Array),
    values: v.instance(Float64Array),
    present: v.instance(Uint8Array),
  }),
  /** What the objective returned; NaN and infinities are told too. */
  v.object({ type: v.literal('result'), ...trial, value: v.union([v.number(), v.nan()]) }),
  v.object({
    type: v.literal('failed'),
    ...trial,
    error: ScriptError,
    /** The process ends with it. */
    fatal: v.optional(v.boolean()),
  }),
]);
export type WorkerMessage = v.InferOutput<typeof WorkerMessage>;

/** What it is told to do. */
export interface TrialTask {
  type: 'trial';
  trial: number;
  seed: number;
  values: TrialValues;
}
