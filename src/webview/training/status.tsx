/** Title, state, progress and the one button that fits the state. */
import { useEffect, useState } from 'preact/hooks';
import { isLive, type RunProgress, type RunView } from '../../protocol/run.ts';
import { Icon } from '../kit/icons.tsx';
import { speedText, spokenText, statusText, stepText, timeLeftText } from './statusText.ts';
import { blocked, post } from './store.ts';

export function StatusBlock({ run }: { run: RunView }) {
  return (
    <header class="status">
      <div class="headline">
        <button
          type="button"
          class="link title"
          title={`${run.title}\nOpen ${run.script}`}
          onClick={() => post({ type: 'openScript', runId: run.runId })}
        >
          {run.title}
        </button>
        <ActionButton run={run} />
      </div>
      <State run={run} />
      <Progress run={run} />
      <p class="spoken" role="status">
        {spokenText(run)}
      </p>
    </header>
  );
}

/** The epoch says nothing more once all of them are over. */
function State({ run }: { run: RunView }) {
  const trained = run.status === 'done' || run.status === 'exploring';
  const label = trained ? undefined : run.progress?.label;
  return (
    <p class={`state ${run.status} ${label ? 'labelled' : ''}`}>
      <span class="dot" aria-hidden="true" />
      <span class="word">{statusText(run)}</span>
      {label && <span class="muted">{label}</span>}
      <span class="left muted numbers">{timeLeftText(run)}</span>
    </p>
  );
}

function ActionButton({ run }: { run: RunView }) {
  const [stopping, setStopping] = useState(false);
  const live = isLive(run);
  // The host needs up to three seconds; after that the learner may press again.
  useEffect(() => {
    if (!stopping) return;
    const timer = setTimeout(() => setStopping(false), 4000);
    return () => clearTimeout(timer);
  }, [stopping]);
  if (!live) {
    return (
      <button
        type="button"
        disabled={blocked.value !== undefined}
        onClick={() => post({ type: 'runAgain', runId: run.runId })}
      >
        <Icon name="again" />
        Run again
      </button>
    );
  }
  const stop = () => {
    setStopping(true);
    post({ type: 'stop', runId: run.runId });
  };
  return (
    <button type="button" disabled={stopping} onClick={stop}>
      <Icon name="stop" />
      {stopping ? 'Stopping…' : 'Stop'}
    </button>
  );
}

/** As high while it waits as while it runs, so that nothing below jumps. */
function Progress({ run }: { run: RunView }) {
  const { progress } = run;
  if (!progress && !isLive(run)) return null;
  const waiting = run.status === 'starting' || (isLive(run) && !progress);
  const trained = run.status === 'done' || run.status === 'exploring';
  const share = trained ? 1 : (progress?.step ?? 0) / (progress?.steps ?? Number.NaN);
  const known = Number.isFinite(share);
  const bar = known || isLive(run);
  return (
    <div class="progress-block numbers">
      <div
        hidden={!bar}
        class={`progress ${waiting || (isLive(run) && !known) ? 'waiting' : ''}`}
        role="progressbar"
        aria-label="Training progress"
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={known ? Math.round(share * 100) : undefined}
      >
        <div style={{ width: `${known ? Math.min(100, share * 100) : 0}%` }} />
      </div>
      <p class="figures muted">
        {progress ? <Steps progress={progress} /> : <span>&nbsp;</span>}
        {run.status === 'running' && (
          <span class="speed">{speedText(progress?.stepsPerSecond)}</span>
        )}
      </p>
    </div>
  );
}

function Steps({ progress }: { progress: RunProgress }) {
  return (
    <span>
      <span class="word">Step </span>
      {stepText(progress)}
    </span>
  );
}
