/** One trial: its values, what became of it, its own curves, and the way to run it again. */

import type { SweepRecord } from '../../../protocol/record.ts';
import { isLive, type RunView } from '../../../protocol/run.ts';
import type { Trial } from '../../../protocol/trials.ts';
import { Chart, type ChartLine } from '../../kit/chart.tsx';
import { toLine } from '../../kit/chartData.ts';
import { formatDuration } from '../../kit/format.ts';
import { Icon } from '../../kit/icons.tsx';
import { groupMetrics, type MetricGroup } from '../grouping.ts';
import { blocked, post } from '../store.ts';
import { resultText, short, statusOf } from './trialText.ts';

interface Props {
  run: RunView;
  trial: Trial;
  sweep: SweepRecord;
}

const MOST_CHARTS = 3;

export function TrialDetail({ run, trial, sweep }: Props) {
  const { error, seconds, status } = trial;
  const live = isLive(run);
  return (
    <section class="trial-detail" aria-label={`Trial ${trial.trial}`}>
      <h3>
        Trial {trial.trial}
        <span class="muted">
          , {statusOf(trial, live)}
          {status === 'done' && `: ${sweep.measure} ${resultText(trial)}`}
          {seconds !== undefined && ` in ${formatDuration(seconds)}`}
        </span>
      </h3>
      <p class="numbers">
        {Object.entries(trial.values)
          .map(([name, value]) => `${name} ${short(value)}`)
          .join(', ')}
      </p>
      {status === 'diverged' && (
        <p class="trial-error">
          The {sweep.measure} is no number ({resultText(trial)}): training blew up.
        </p>
      )}
      {error && (
        <p class="trial-error">
          {error.message}
          {error.line !== undefined && ` (line ${error.line})`}
        </p>
      )}
      <Curves trial={trial} />
      <button
        type="button"
        class="again"
        disabled={live || blocked.value !== undefined}
        title={live ? 'When the sweep has ended' : 'One run with these values alone'}
        onClick={() => post({ type: 'runTrial', runId: run.runId, trial: trial.trial })}
      >
        <Icon name="again" />
        Re-run with these values
      </button>
    </section>
  );
}

function Curves({ trial }: { trial: Trial }) {
  const groups = groupMetrics([...trial.curves.keys()]).slice(0, MOST_CHARTS);
  return (
    <>
      {groups.map((group, index) => (
        <Chart
          key={`${trial.trial} ${group.name}`}
          label={`${group.name} of trial ${trial.trial}`}
          lines={toLines(trial, group, index)}
          height={90}
        />
      ))}
    </>
  );
}

function toLines(trial: Trial, group: MetricGroup, index: number): ChartLine[] {
  return group.members.flatMap(({ name, validation }) => {
    const points = trial.curves.get(name)?.points();
    if (!points) return [];
    return {
      name,
      data: toLine(points),
      colour: index,
      dashed: validation,
      brokeAt: points.find(({ value }) => !Number.isFinite(value))?.step,
    };
  });
}
