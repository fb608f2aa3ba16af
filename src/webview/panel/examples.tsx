/** The scripts that show a concept, and how their newest run is doing. */
import { isLive, type RunView } from '../../protocol/run.ts';
import { formatTimeLeft } from '../kit/format.ts';
import type { PanelState } from './state.ts';

export function Examples({ files, state }: { files: readonly string[]; state: PanelState }) {
  const blocked = state.blocked.value;
  return (
    <section class="examples" aria-label="Examples">
      {blocked && <p class="blocked">{blocked}</p>}
      <ul>
        {files.map((file) => (
          <Example key={file} file={file} state={state} />
        ))}
      </ul>
    </section>
  );
}

function Example({ file, state }: { file: string; state: PanelState }) {
  const run = state.runs.value.find((candidate) => candidate.example === file);
  const live = run !== undefined && isLive(run);
  return (
    <li>
      <button
        type="button"
        class="link file"
        title={`Open ${file} in the editor`}
        onClick={() => state.openExample(file)}
      >
        {file}
      </button>
      <button
        type="button"
        class={live ? 'run' : 'run primary'}
        disabled={state.blocked.value !== undefined}
        aria-label={`${live ? 'Run again' : 'Run'}: ${file}`}
        onClick={() => state.runExample(file)}
      >
        {live ? 'Run again' : '▶ Run'}
      </button>
      {run && (
        <p class="state muted numbers">
          <span>{describe(run)}</span>
          <button type="button" class="link" onClick={() => state.openGallery(run.runId)}>
            Open gallery
          </button>
        </p>
      )}
    </li>
  );
}

const words: Record<RunView['status'], string> = {
  starting: 'Starting…',
  running: 'Training',
  exploring: 'Trained; its model answers in the figure',
  done: 'Trained',
  failed: 'Ended with an error',
  stopped: 'Stopped',
};

function describe(run: RunView): string {
  if (run.status === 'failed' && run.error) return `Ended with an error: ${run.error.message}`;
  if (run.status !== 'running' || !run.progress) return words[run.status];
  const { step, steps, secondsLeft } = run.progress;
  const share = steps ? ` ${Math.round((100 * step) / steps)} %` : `, step ${step}`;
  return `Training${share}${secondsLeft === undefined ? '' : ` · ${formatTimeLeft(secondsLeft)}`}`;
}
