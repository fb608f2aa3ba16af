/** A run's state in words. */
import type { RunProgress, RunStatus, RunView } from '../../protocol/run.ts';
import { formatDuration, formatNumber, formatTimeLeft } from '../kit/format.ts';

const words: Record<RunStatus, string> = {
  starting: 'starting',
  running: 'running',
  exploring: 'ready to explore',
  done: 'done',
  failed: 'failed',
  stopped: 'stopped',
};

export function statusWord(status: RunStatus): string {
  return words[status];
}

/** For example 'Running', 'Done in 12 s'. */
export function statusText(run: RunView): string {
  const took =
    run.endedAt === undefined ? '' : formatDuration((run.endedAt - run.startedAt) / 1000);
  switch (run.status) {
    case 'starting':
      return 'Starting…';
    case 'running':
      return 'Training';
    case 'exploring':
      return 'Trained, ready to explore';
    case 'done':
      return took ? `Done in ${took}` : 'Done';
    case 'failed':
      return took ? `Failed after ${took}` : 'Failed';
    case 'stopped':
      return took ? `Stopped after ${took}` : 'Stopped';
  }
}

/** '1,240 of 5,000' */
export function stepText({ step, steps }: RunProgress): string {
  const done = formatNumber(step);
  return steps === undefined ? done : `${done} of ${formatNumber(steps)}`;
}

/** '320 steps/s', or the other way round when a step takes longer than a second. */
export function speedText(stepsPerSecond: number | undefined): string {
  if (stepsPerSecond === undefined || !(stepsPerSecond > 0)) return '';
  if (stepsPerSecond < 1) return `${formatDuration(1 / stepsPerSecond)} a step`;
  const rounded = stepsPerSecond < 10 ? stepsPerSecond.toFixed(1) : Math.round(stepsPerSecond);
  return `${formatNumber(Number(rounded))} steps/s`;
}

export function timeLeftText(run: RunView): string {
  const seconds = run.progress?.secondsLeft;
  return run.status !== 'running' || seconds === undefined ? '' : formatTimeLeft(seconds);
}

/** What is said aloud: only what changes a few times in a run. */
export function spokenText(run: RunView): string {
  const { progress } = run;
  const quarter = progress?.steps ? Math.floor((4 * progress.step) / progress.steps) : 0;
  const share = run.status === 'running' && quarter > 0 && quarter < 4 ? `, ${quarter * 25} %` : '';
  return `${run.title}: ${statusText(run)}${share}`;
}
