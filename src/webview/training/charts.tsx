/** The live curves: one chart per quantity, the first one large. */
import { isLive, type RunView } from '../../protocol/run.ts';
import { Chart, type ChartLine } from '../kit/chart.tsx';
import { Slider } from '../kit/slider.tsx';
import { groupMetrics, type MetricGroup } from './grouping.ts';
import type { Metric } from './metric.ts';
import { allMetrics, metricsVersion, prefer, preferences, shownTrials } from './store.ts';

export function Charts({ run }: { run: RunView }) {
  // Read to be drawn again when points have arrived.
  metricsVersion.value;
  const metrics = new Map(allMetrics().map((metric) => [metric.name, metric]));
  if (metrics.size === 0) {
    if (shownTrials().sweep) return null; // its trials have the curves
    return isLive(run) ? <p class="muted waiting-note">Waiting for the first numbers…</p> : null;
  }
  const { logScale, smoothing } = preferences.value;
  return (
    <section class="charts" aria-label="Curves">
      <Controls />
      {groupMetrics([...metrics.keys()]).map((group, index) => (
        <div class="quantity" key={group.name}>
          <h3 class="spoken">{group.name}</h3>
          <Chart
            label={chartLabel(group)}
            lines={toLines(group, index, metrics, logScale)}
            height={index === 0 ? 132 : 100}
            logScale={logScale}
            smoothing={smoothing}
          />
        </div>
      ))}
    </section>
  );
}

function Controls() {
  const { logScale, smoothing } = preferences.value;
  return (
    <div class="controls">
      <label class="check">
        <input
          type="checkbox"
          checked={logScale}
          onChange={(event) => prefer({ logScale: event.currentTarget.checked })}
        />
        Log axis
      </label>
      <Slider
        label="Smoothing"
        title="How much of the running mean each point keeps. The pale line is what was logged."
        value={smoothing}
        min={0}
        max={0.99}
        onInput={(value) => prefer({ smoothing: value })}
      />
    </div>
  );
}

function chartLabel({ name, members }: MetricGroup): string {
  return members.length > 1 ? `${name} on training and validation data` : name;
}

/** Training and validation share the group's colour; validation is dashed. Others of one group get their own. */
function toLines(
  group: MetricGroup,
  index: number,
  metrics: ReadonlyMap<string, Metric>,
  logScale: boolean,
): ChartLine[] {
  return group.members.flatMap(({ name, validation }) => {
    const metric = metrics.get(name);
    if (!metric) return [];
    return {
      name,
      data: metric.line(logScale),
      colour: index,
      dashed: validation,
      brokeAt: metric.brokeAt,
    };
  });
}
