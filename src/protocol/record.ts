/**
 * What a run reports. One `RunRecord` is one line of a run folder's `events.jsonl`
 * and one line that `genai101 train --json` prints: one format, readable without us.
 */
import * as v from 'valibot';

/** JSON has no NaN and no infinities; a diverging loss is worth keeping, so they travel as words. */
export const NumberWord = v.union([v.number(), v.picklist(['NaN', 'Infinity', '-Infinity'])]);
export type NumberWord = v.InferOutput<typeof NumberWord>;

const Name = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const Step = v.pipe(v.number(), v.finite());
const Count = v.pipe(v.number(), v.integer(), v.minValue(0));
/** A path inside the run folder, with forward slashes. */
const RunFile = v.pipe(v.string(), v.regex(/^(?!\/)(?!.*(^|\/)\.\.(\/|$))[^\\:]+$/));

const at = { name: Name, step: Step };

/** Seconds since the run started; on every record. */
const time = { time: v.optional(v.number()) };

export const StartRecord = v.object({
  type: v.literal('start'),
  engine: v.string(),
  version: v.string(),
  /** Why this engine, in one sentence for people. */
  reason: v.string(),
  script: v.string(),
  seed: v.number(),
  ...time,
});

export const MetricsRecord = v.object({
  type: v.literal('metrics'),
  step: Step,
  values: v.record(Name, NumberWord),
  ...time,
});

/** A grid of equal tiles in one PNG, drawn without margins, row by row. */
export const ImagesRecord = v.object({
  type: v.literal('images'),
  ...at,
  file: RunFile,
  /** Size of one tile in pixels. */
  width: Count,
  height: Count,
  columns: Count,
  count: Count,
  /** One caption a tile, where the script gave them. */
  labels: v.optional(v.array(v.string())),
  ...time,
});

export const PointsRecord = v.object({
  type: v.literal('points'),
  ...at,
  /** [x, y] each. */
  points: v.array(v.tuple([v.number(), v.number()])),
  /** One class number a point. */
  classes: v.optional(v.array(v.number())),
  ...time,
});

export const TextRecord = v.object({ type: v.literal('text'), ...at, text: v.string(), ...time });

/** A WAV file. */
export const AudioRecord = v.object({
  type: v.literal('audio'),
  ...at,
  file: RunFile,
  seconds: v.number(),
  sampleRate: v.number(),
  ...time,
});

export const MatrixRecord = v.object({
  type: v.literal('matrix'),
  ...at,
  values: v.array(v.array(NumberWord)),
  rows: v.optional(v.array(v.string())),
  columns: v.optional(v.array(v.string())),
  ...time,
});

export const CurveRecord = v.object({
  type: v.literal('curve'),
  ...at,
  x: v.array(NumberWord),
  /** One or more lines over the same x. */
  lines: v.record(Name, v.array(NumberWord)),
  xLabel: v.optional(v.string()),
  yLabel: v.optional(v.string()),
  ...time,
});

export const SampleRecord = v.variant('type', [
  ImagesRecord,
  PointsRecord,
  TextRecord,
  AudioRecord,
  MatrixRecord,
  CurveRecord,
]);

export const ScriptError = v.object({
  /** What happened, in words for people. */
  message: v.string(),
  /** Absolute path of the learner's file, where known. */
  file: v.optional(v.string()),
  /** 1-based. */
  line: v.optional(v.number()),
  /** 1-based. */
  column: v.optional(v.number()),
  stack: v.optional(v.string()),
});

export const ErrorRecord = v.object({ type: v.literal('error'), ...ScriptError.entries, ...time });
/** One thing that the check of an exercise looked at. */
export const CheckedFinding = v.object({
  passed: v.boolean(),
  expected: v.string(),
  seen: v.string(),
  /** 1-based, in the learner's script, where one line is to blame. */
  line: v.optional(v.number()),
});
export type CheckedFinding = v.InferOutput<typeof CheckedFinding>;

/** What the check of an exercise found. */
export const CheckRecord = v.object({
  type: v.literal('check'),
  findings: v.array(CheckedFinding),
  ...time,
});

/** Where a sweep of hyperparameters begins: what its trials measure. */
export const SweepRecord = v.object({
  type: v.literal('sweep'),
  /** Name of what the objective returns, for example 'validation loss'. */
  measure: Name,
  best: v.picklist(['lowest', 'highest']),
  /** Most trials at a time. */
  workers: Count,
  ...time,
});

const TrialNumber = v.pipe(v.number(), v.integer(), v.minValue(1));
/** The hyperparameters of one trial. */
export const TrialValues = v.record(Name, v.union([v.pipe(v.number(), v.finite()), v.string()]));
export type TrialValues = v.InferOutput<typeof TrialValues>;

/** One trial of a sweep: recorded when it starts, and again when it has ended. */
export const TrialRecord = v.object({
  type: v.literal('trial'),
  /** From 1, in the order in which the script asked for them. */
  trial: TrialNumber,
  values: TrialValues,
  status: v.picklist(['running', 'done', 'diverged', 'failed']),
  /** What the objective returned, where it returned. */
  result: v.optional(NumberWord),
  error: v.optional(ScriptError),
  seconds: v.optional(v.number()),
  ...time,
});

/** Points of a trial's own curves: one number a step and name, null where a step did not log that name. */
export const TrialPointsRecord = v.object({
  type: v.literal('trialPoints'),
  trial: TrialNumber,
  steps: v.array(Step),
  values: v.record(Name, v.array(v.nullable(NumberWord))),
  ...time,
});

/** All that a sweep reports. */
export const TrialsRecord = v.variant('type', [SweepRecord, TrialRecord, TrialPointsRecord]);

export const DoneRecord = v.object({ type: v.literal('done'), seconds: v.number(), ...time });
/** The learner pressed Stop, or interrupted the command line. */
export const StoppedRecord = v.object({ type: v.literal('stopped'), seconds: v.number(), ...time });

export const RunRecord = v.variant('type', [
  StartRecord,
  MetricsRecord,
  ...SampleRecord.options,
  CheckRecord,
  ...TrialsRecord.options,
  ErrorRecord,
  DoneRecord,
  StoppedRecord,
]);

export type StartRecord = v.InferOutput<typeof StartRecord>;
export type MetricsRecord = v.InferOutput<typeof MetricsRecord>;
export type ImagesRecord = v.InferOutput<typeof ImagesRecord>;
export type PointsRecord = v.InferOutput<typeof PointsRecord>;
export type TextRecord = v.InferOutput<typeof TextRecord>;
export type AudioRecord = v.InferOutput<typeof AudioRecord>;
export type MatrixRecord = v.InferOutput<typeof MatrixRecord>;
export type CurveRecord = v.InferOutput<typeof CurveRecord>;
export type SampleRecord = v.InferOutput<typeof SampleRecord>;
export type ScriptError = v.InferOutput<typeof ScriptError>;
export type SweepRecord = v.InferOutput<typeof SweepRecord>;
export type TrialRecord = v.InferOutput<typeof TrialRecord>;
export type TrialPointsRecord = v.InferOutput<typeof TrialPointsRecord>;
export type TrialsRecord = v.InferOutput<typeof TrialsRecord>;
export type ErrorRecord = v.InferOutput<typeof ErrorRecord>;
export type RunRecord = v.InferOutput<typeof RunRecord>;
