/**
 * The wire between a runner process and the extension host.
 * What the runner sends is checked where it enters the host: the runner runs code that the learner wrote.
 * The run folder on disk is the lasting record; this wire only carries what is live.
 */
import * as v from 'valibot';
import { lazily } from './lazily.ts';
import {
  CheckedFinding,
  SampleRecord,
  ScriptError,
  TrialsRecord,
  type TrialValues,
} from './record.ts';

const runId = { runId: v.pipe(v.string(), v.minLength(1)) };
const Finite = v.pipe(v.number(), v.finite());

export const EngineInfo = lazily(() =>
  v.object({
    /** 'portable', 'native' or 'cpu'. */
    name: v.string(),
    version: v.string(),
    threads: v.number(),
    /** Why this engine, in one sentence for people. */
    reason: v.string(),
  }),
);
export type EngineInfo = v.InferOutput<typeof EngineInfo>;

/** A hyperparameter with a live slider. */
export const Tunable = lazily(() =>
  v.object({
    name: v.string(),
    value: Finite,
    min: Finite,
    max: Finite,
    /** Slide over orders of magnitude. */
    log: v.boolean(),
    integer: v.boolean(),
  }),
);
export type Tunable = v.InferOutput<typeof Tunable>;

/** A trained model that answers: one number per axis in, one picture or text out. */
export const Explorer = lazily(() =>
  v.object({
    name: v.string(),
    axes: v.array(
      v.object({
        name: v.string(),
        min: Finite,
        max: Finite,
        value: Finite,
        integer: v.optional(v.boolean()),
      }),
    ),
  }),
);
export type Explorer = v.InferOutput<typeof Explorer>;

export const ExploredImage = lazily(() =>
  v.object({
    width: Finite,
    height: Finite,
    /** 1 (grey), 3 (RGB) or 4 (RGBA). */
    channels: v.picklist([1, 3, 4]),
    /** 0 to 255, row by row, channels together. */
    pixels: v.instance(Uint8Array),
  }),
);
export type ExploredImage = v.InferOutput<typeof ExploredImage>;

/** What a model made: one of the two. */
export interface ExploredAnswer {
  image?: ExploredImage | undefined;
  text?: string | undefined;
}

export const RunnerMessage = lazily(() =>
  v.variant('type', [
    v.object({ type: v.literal('started'), ...runId, engine: EngineInfo, seed: Finite }),
    /** A batch, about ten a second. `values` holds steps.length rows of names.length numbers; NaN where a step did not log that name (see `present`). */
    v.object({
      type: v.literal('metrics'),
      ...runId,
      names: v.array(v.string()),
      steps: v.instance(Float64Array),
      values: v.instance(Float64Array),
      /** 1 where the step logged the name: tells a logged NaN from nothing logged. Same length as `values`. */
      present: v.instance(Uint8Array),
    }),
    v.object({
      type: v.literal('progress'),
      ...runId,
      step: Finite,
      /** Planned steps, where known. */
      steps: v.optional(Finite),
      stepsPerSecond: v.optional(Finite),
      secondsLeft: v.optional(Finite),
      /** For example 'epoch 3 of 20'. */
      label: v.optional(v.string()),
    }),
    v.object({ type: v.literal('memory'), ...runId, tensors: Finite, bytes: Finite }),
    v.object({ type: v.literal('sample'), ...runId, record: SampleRecord }),
    v.object({ type: v.literal('tunables'), ...runId, tunables: v.array(Tunable) }),
    v.object({ type: v.literal('explorers'), ...runId, explorers: v.array(Explorer) }),
    v.object({
      type: v.literal('explored'),
      ...runId,
      requestId: Finite,
      image: v.optional(ExploredImage),
      text: v.optional(v.string()),
      error: v.optional(v.string()),
    }),
    /** A sweep began, or one of its trials started, went on or ended. */
    v.object({ type: v.literal('trials'), ...runId, record: TrialsRecord }),
    /** What the check of an exercise found, after its script has run. */
    v.object({ type: v.literal('checked'), ...runId, findings: v.array(CheckedFinding) }),
    /** The script has ended. A runner with explorers stays to answer until 'stop' or the end of the channel. */
    v.object({
      type: v.literal('finished'),
      ...runId,
      outcome: v.picklist(['done', 'failed', 'stopped']),
      seconds: Finite,
      error: v.optional(ScriptError),
    }),
  ]),
);
export type RunnerMessage = v.InferOutput<typeof RunnerMessage>;

/** What the host sends to a runner. */
export type HostMessage =
  | { type: 'stop'; runId: string }
  | { type: 'tune'; runId: string; name: string; value: number }
  | { type: 'explore'; runId: string; requestId: number; name: string; values: number[] };

/** How a runner is told what to run: JSON in the environment variable GENAI101_RUN. argv stays the learner's own. */
export interface RunRequest {
  runId: string;
  /** Absolute path of the script. */
  file: string;
  /** Absolute path of the run folder; it exists. The runner is its only writer of events.jsonl and sample files. */
  folder: string;
  seed: number;
  engine: string;
  /** Absolute paths: of a native engine that was installed on request, and of what is known about engines here. */
  engines?: { native?: string; state?: string };
  /** Replaces the number of epochs of model.fit and of `tune({ epochs })`. */
  epochs?: number;
  /** A local socket or named pipe to report to, where there is no IPC channel (a debugged run). */
  socket?: string;
  /** False measures what reporting costs: nothing is sent or written. */
  report?: boolean;
  /** A file descriptor that gets each record as a line of JSON too (the command line's --json). */
  recordsTo?: number;
  /** False: a runner with explorers ends with its script, as nobody will ask (the command line). */
  explore?: boolean;
  /** Values of `tune` to start with ("re-run with these values"). */
  tune?: Record<string, number>;
  /** This process runs the trials of a sweep, for the runner that started it. */
  worker?: true;
  /** Runs one trial alone, for all to see ("re-run with these values"). */
  trial?: { trial: number; values: TrialValues };
  /** Absolute path of a module that looks at what the script has made (an exercise). */
  check?: string;
}
