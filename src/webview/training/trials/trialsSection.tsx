/** The sweep of a run: all trials in one plot and one table, and the one that the learner looks at. */
import './trials.css';
import { isLive, type RunView } from '../../../protocol/run.ts';
import { bestTrial, type Trial } from '../../../protocol/trials.ts';
import { plural } from '../../kit/format.ts';
import { selectedTrial, shownTrials, trialsVersion } from '../store.ts';
import { ParallelPlot } from './parallelPlot.tsx';
import { TrialDetail } from './trialDetail.tsx';
import { TrialTable } from './trialTable.tsx';
import { resultText, statusOf } from './trialText.ts';

/** Fewer are read in the table. */
const FEWEST_FOR_PLOT = 2;

export function TrialsSection({ run }: { run: RunView }) {
  // Read to be drawn again when trials have news.
  trialsVersion.value;
  const { sweep } = shownTrials();
  if (!sweep) return null;
  const trials = shownTrials().all();
  const best = bestTrial(trials, sweep);
  const selected = selectedTrial.value;
  const shown = trials.find(({ trial }) => trial === selected);
  const select = (trial: number) => {
    selectedTrial.value = trial;
  };
  return (
    <section class="trials" aria-label="Trials">
      <h2>Trials</h2>
      <p class="muted numbers">
        {summary(trials, isLive(run))}
        {best && `; best ${sweep.measure}: ${resultText(best)} (trial ${best.trial})`}
      </p>
      {trials.length >= FEWEST_FOR_PLOT && (
        <ParallelPlot trials={trials} sweep={sweep} selected={selected} onSelect={select} />
      )}
      <TrialTable
        {...{ trials, sweep, selected, isLive: isLive(run), onSelect: select }}
        best={best?.trial}
      />
      {shown ? (
        <TrialDetail run={run} trial={shown} sweep={sweep} />
      ) : (
        trials.length >= FEWEST_FOR_PLOT && (
          <p class="muted">Click a line or a row to see that trial’s curves.</p>
        )
      )}
    </section>
  );
}

/** '12 trials: 9 done, 2 diverged, 1 failed' */
function summary(trials: readonly Trial[], live: boolean): string {
  const states = trials.map((trial) => statusOf(trial, live));
  const counts = [...new Set(states)].map(
    (state) => `${states.filter((each) => each === state).length} ${state}`,
  );
  return `${plural(trials.length, 'trial')}${counts.length > 0 ? `: ${counts.join(', ')}` : ''}`;
}
