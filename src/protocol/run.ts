/** A run as every view sees it, and `run.json`, the head page of a run folder. */
import type { ScriptError } from './record.ts';
import type { EngineInfo, Explorer, Tunable } from './runner.ts';

export type RunStatus = 'starting' | 'running' | 'exploring' | 'done' | 'failed' | 'stopped';

export interface RunProgress {
  step: number;
  steps?: number | undefined;
  stepsPerSecond?: number | undefined;
  secondsLeft?: number | undefined;
  label?: string | undefined;
}

/** `run.json`: written by the host when a run starts and when it ends. */
export interface RunHead {
  runId: string;
  /** The script's title from its header, else its file name. */
  title: string;
  /** Absolute path of the script as it was run. */
  script: string;
  /** Chapter and script name in the course, where it is one of its examples. */
  chapter?: string | undefined;
  example?: string | undefined;
  status: RunStatus;
  /** Milliseconds since 1970. */
  startedAt: number;
  endedAt?: number | undefined;
  seed: number;
  engine?: EngineInfo | undefined;
  error?: ScriptError | undefined;
}

/** A run with what is live. */
export interface RunView extends RunHead {
  progress?: RunProgress | undefined;
  memory?: { tensors: number; bytes: number } | undefined;
  tunables: Tunable[];
  explorers: Explorer[];
}

export function isLive(run: { status: RunStatus }): boolean {
  return run.status === 'starting' || run.status === 'running' || run.status === 'exploring';
}
