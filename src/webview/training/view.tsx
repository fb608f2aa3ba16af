/** The Training view from top to bottom. */
import type { RunView } from '../../protocol/run.ts';
import { Charts } from './charts.tsx';
import { Details } from './details.tsx';
import { Empty } from './empty.tsx';
import { Failure } from './failure.tsx';
import { RunPicker } from './runPicker.tsx';
import { StatusBlock } from './status.tsx';
import { blocked, loaded, shownRun } from './store.ts';
import { TrialsSection } from './trials/trialsSection.tsx';
import { Tunables } from './tunables.tsx';

export function TrainingView() {
  if (!loaded.value) return null;
  const run = shownRun.value;
  if (!run) return <Empty reason={blocked.value} />;
  return (
    <div class="training">
      {blocked.value && <p class="note">{blocked.value}</p>}
      <RunPicker />
      <RunParts key={run.runId} run={run} />
    </div>
  );
}

function RunParts({ run }: { run: RunView }) {
  return (
    <>
      <StatusBlock run={run} />
      <Failure run={run} />
      <TrialsSection run={run} />
      <Charts run={run} />
      <Tunables run={run} />
      <Details run={run} />
    </>
  );
}
