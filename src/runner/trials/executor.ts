/** Who runs trials: processes of their own, or this one. */
import type { ScriptError } from '../../protocol/record.ts';
import type { TrialTask } from '../../protocol/worker.ts';
import type { Points } from './trialReporter.ts';

export type Outcome = { value: number } | { error: ScriptError };

export interface TrialListener {
  /** The trial's turn has come. */
  started(): void;
  points(points: Points): void;
}

export interface Executor {
  /** Most trials at a time. */
  readonly limit: number;
  /** Never rejects: what goes wrong is the trial's outcome. */
  run(task: TrialTask, listener: TrialListener): Promise<Outcome>;
}
