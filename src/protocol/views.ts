/**
 * The wires between the host and its webviews. The host owns all state: a view that says 'ready' gets one
 * complete snapshot and then appended batches; a hidden or reloaded view loses nothing.
 */
import type { SampleRecord, TrialsRecord } from './record.ts';
import type { RunView } from './run.ts';
import type { ExploredAnswer } from './runner.ts';

/** A sample with the address under which the webview may load its file (images and audio). */
export type Sample = SampleRecord & { uri?: string };

/** One metric of one run; steps ascending as logged. */
export interface MetricCurve {
  name: string;
  steps: number[];
  values: number[];
}

/** Messages that both the host's reply to 'explore' share. */
export interface Explored extends ExploredAnswer {
  type: 'explored';
  requestId: number;
  error?: string | undefined;
}

// ── Training view ─────────────────────────────────────────────────────────────

export interface TrainingPreferences {
  logScale: boolean;
  /** 0 (none) to 0.99, the weight of the running mean. */
  smoothing: number;
}

export type HostToTraining =
  | {
      type: 'snapshot';
      /** Newest first; the live ones and the last few ended ones. */
      runs: RunView[];
      /** The run on show. */
      shown: string | undefined;
      curves: MetricCurve[];
      /** The sweep of the run on show, where it has one. */
      trials?: TrialsRecord[];
      preferences: TrainingPreferences;
      /** Why nothing can be run (Restricted Mode), in one sentence. */
      blocked?: string | undefined;
      /** The native engine is not here, and can be had. */
      offersNative?: boolean | undefined;
    }
  | { type: 'run'; run: RunView }
  /** Appended points of the run on show. */
  | { type: 'points'; runId: string; curves: MetricCurve[] }
  /** News of the sweep of the run on show. */
  | { type: 'trials'; runId: string; records: TrialsRecord[] };

export type TrainingToHost =
  | { type: 'ready' }
  | { type: 'show'; runId: string }
  | { type: 'stop'; runId: string }
  | { type: 'runAgain'; runId: string }
  /** One trial of a sweep once more, alone. */
  | { type: 'runTrial'; runId: string; trial: number }
  | { type: 'tune'; runId: string; name: string; value: number }
  | { type: 'preferences'; preferences: TrainingPreferences }
  /** Opens the script, at the error's line where there is one. */
  | { type: 'openScript'; runId: string }
  | { type: 'openExample' }
  | { type: 'installNative' };

// ── Samples view ──────────────────────────────────────────────────────────────

export type HostToSamples =
  /** Newest sample of each name of the run on show. */
  | { type: 'snapshot'; run: RunView | undefined; samples: Sample[] }
  | { type: 'run'; run: RunView }
  | { type: 'sample'; runId: string; sample: Sample };

export type SamplesToHost =
  | { type: 'ready' }
  | { type: 'openGallery'; runId: string; name: string }
  | { type: 'openExample' };

// ── Gallery ───────────────────────────────────────────────────────────────────

export type HostToGallery =
  /** Every sample of the run, in order; no step dropped. */
  | { type: 'snapshot'; run: RunView; samples: Sample[]; name?: string | undefined }
  | { type: 'run'; run: RunView }
  | { type: 'samples'; samples: Sample[] }
  | { type: 'show'; name: string }
  | Explored;

export type GalleryToHost =
  | { type: 'ready' }
  | { type: 'explore'; requestId: number; name: string; values: number[] }
  /** A PNG the gallery drew (current frame, pinned pair, explored picture), saved where the learner chooses. */
  | { type: 'savePng'; suggestedName: string; png: Uint8Array }
  | { type: 'runAgain'; runId: string };

// ── Chapter panel ─────────────────────────────────────────────────────────────

export interface QuizAnswer {
  questionId: string;
  /** Index of the answer chosen last. */
  chosen: number;
  correct: boolean;
}

export type HostToPanel =
  | {
      type: 'snapshot';
      /** The concept to show first. */
      conceptId: string;
      answers: QuizAnswer[];
      /** What the learner did in each figure, as the figure saved it. */
      figures: Record<string, unknown>;
      /** Runs of this chapter's examples, newest first, with their explorers. */
      runs: RunView[];
      blocked?: string | undefined;
    }
  | { type: 'concept'; conceptId: string }
  | { type: 'runs'; runs: RunView[] }
  | Explored;

export type PanelToHost =
  | { type: 'ready' }
  | { type: 'concept'; conceptId: string }
  | { type: 'answer'; answer: QuizAnswer }
  | { type: 'figure'; figure: string; state: unknown }
  | { type: 'openExample'; example: string }
  | { type: 'runExample'; example: string }
  | { type: 'explore'; runId: string; requestId: number; name: string; values: number[] }
  | { type: 'openGallery'; runId: string };
