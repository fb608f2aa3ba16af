/** Take cases one by one, choose a metric, and see which of two candidates it would let through. */
import { DataTable } from '../../../src/webview/kit/dataTable.tsx';
import { change, useSaved } from '../../../src/webview/kit/figureHost.ts';
import { Switch } from '../../../src/webview/kit/switch.tsx';
import { Tile } from '../../../src/webview/kit/tile.tsx';
import { type Case, cases, type Metric, preferred } from './choosingLab.ts';
import { SIDE } from './similarityLab.ts';

export function Choosing() {
  const saved = useSaved('choosing', { shown: 0, answers: cases.map(() => -1) });
  const { answers } = saved.value;
  const shown = cases[saved.value.shown] ? saved.value.shown : 0;
  const current = cases[shown];
  if (!current) throw new RangeError('there are no cases.');
  const answer = answers[shown] ?? -1;
  const right = cases.filter((each, i) => serves(each, each.metrics[answers[i] ?? -1])).length;
  const choose = (metric: number) =>
    change(saved, { answers: cases.map((_, i) => (i === shown ? metric : (answers[i] ?? -1))) });
  return (
    <>
      <Switch
        label="Case"
        options={cases.map(({ title }, i) => [String(i), title] as const)}
        value={String(shown)}
        onChoose={(value) => change(saved, { shown: Number(value) })}
      />
      <section class="case" aria-label={current.title}>
        <p>{current.story}</p>
        <ol class="candidates" type="A">
          {current.candidates.map((candidate) => (
            <li key={candidate}>{candidate}</li>
          ))}
        </ol>
        {current.pictures && <Pictures pictures={current.pictures} />}
        <Switch
          label="Which metric do you choose?"
          options={current.metrics.map(({ name }, i) => [String(i), name] as const)}
          value={String(answer)}
          onChoose={(value) => choose(Number(value))}
        />
        <Verdict current={current} metric={current.metrics[answer]} />
      </section>
      <p class="numbers">
        {right} of {cases.length} cases have a metric that serves them.
      </p>
      <DataTable
        caption="Scores of the candidates in the cases that you have answered"
        columns={['Case', 'Metric', 'A', 'B', 'Prefers']}
        rows={cases
          .filter((_, i) => (answers[i] ?? -1) >= 0)
          .flatMap((each) =>
            each.metrics.map((metric) => [
              each.title,
              metric.name,
              ...metric.values.map((value) => value.toFixed(2)),
              letter(preferred(metric)) ?? 'neither',
            ]),
          )}
      />
    </>
  );
}

function Verdict({ current, metric }: { current: Case; metric: Metric | undefined }) {
  if (!metric) {
    return (
      <p class="reading muted" role="status">
        Choose a metric to see which candidate it prefers.
      </p>
    );
  }
  const good = serves(current, metric);
  const choice = letter(preferred(metric));
  return (
    <div class={good ? 'verdict good' : 'verdict bad'} role="status">
      <p>
        <strong>{good ? '✓ It serves.' : '✗ It does not serve.'}</strong>{' '}
        {choice
          ? `${metric.name} prefers ${choice}; wanted is ${letter(current.wanted)}.`
          : `${metric.name} cannot tell the two apart.`}{' '}
        {metric.why}
      </p>
      <Bars metric={metric} />
    </div>
  );
}

function Bars({ metric }: { metric: Metric }) {
  const most = Math.max(...metric.values, 1e-9);
  return (
    <div class="score-bars">
      {metric.values.map((value, i) => (
        <p key={i} class="numbers">
          <span>{i === 0 ? 'A' : 'B'}</span>
          <span class="track">
            <i style={{ width: `${(100 * value) / most}%` }} />
          </span>
          <span>{value.toFixed(2)}</span>
        </p>
      ))}
      <p class="muted">
        {metric.name}, {metric.lowerIsBetter ? 'lower' : 'higher'} is better
      </p>
    </div>
  );
}

function Pictures({ pictures }: { pictures: readonly Float32Array[] }) {
  const names = ['original', 'A', 'B'];
  return (
    <div class="compared">
      {pictures.map((pixels, i) => (
        <figure key={i}>
          <Tile pixels={pixels} size={SIDE} label={`Picture: ${names[i]}`} />
          <figcaption>{names[i]}</figcaption>
        </figure>
      ))}
    </div>
  );
}

function serves(current: Case, metric: Metric | undefined): boolean {
  return metric !== undefined && preferred(metric) === current.wanted;
}

function letter(candidate: 0 | 1 | undefined): string | undefined {
  return candidate === undefined ? undefined : candidate === 0 ? 'A' : 'B';
}
