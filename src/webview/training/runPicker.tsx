import { isLive, type RunView } from '../../protocol/run.ts';
import { statusWord } from './statusText.ts';
import { post, runs, shownId } from './store.ts';

/** Which run is on show, when there is a choice. */
export function RunPicker() {
  if (runs.value.length < 2) return null;
  return (
    <select
      class="run-picker"
      aria-label="Run on show"
      value={shownId.value}
      onChange={(event) => post({ type: 'show', runId: event.currentTarget.value })}
    >
      {runs.value.map((run) => (
        <option key={run.runId} value={run.runId}>
          {optionText(run)}
        </option>
      ))}
    </select>
  );
}

function optionText(run: RunView): string {
  const mark = isLive(run) ? '● ' : '';
  const time = new Date(run.startedAt).toLocaleTimeString([], { timeStyle: 'short' });
  return `${mark}${run.title}, ${time}, ${statusWord(run.status)}`;
}
