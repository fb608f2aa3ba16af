/** What the Training view knows, and how the host's messages change it. */
import { batch, computed, signal } from '@preact/signals';
import type { TrialsRecord } from '../../protocol/record.ts';
import type { RunView } from '../../protocol/run.ts';
import { isLive } from '../../protocol/run.ts';
import { Trials } from '../../protocol/trials.ts';
import type {
  HostToTraining,
  MetricCurve,
  TrainingPreferences,
  TrainingToHost,
} from '../../protocol/views.ts';
import { createTicker } from '../kit/ticker.ts';
import { connect } from '../kit/vscode.ts';
import { MemoryTrend } from './memory.ts';
import { Metric } from './metric.ts';

export const runs = signal<RunView[]>([]);
export const shownId = signal<string>();
export const preferences = signal<TrainingPreferences>({ logScale: false, smoothing: 0 });
export const blocked = signal<string>();
/** The native engine can be installed. */
export const offersNative = signal(false);
/** False until the host's first snapshot: nothing is known yet, so nothing is claimed. */
export const loaded = signal(false);
/** Rises when the metrics have new points to draw, ten times a second at most. */
export const metricsVersion = signal(0);
export const shownRun = computed(() => runs.value.find(({ runId }) => runId === shownId.value));

/** Rises when the sweep has news to draw. */
export const trialsVersion = signal(0);
/** Number of the trial looked at. */
export const selectedTrial = signal<number>();

/** Not signals: they change thousands of times a second. */
const metrics = new Map<string, Metric>();
let trials = new Trials();
let memory = new MemoryTrend();

const drawSoon = createTicker(() => metricsVersion.value++, 100);
const drawTrialsSoon = createTicker(() => trialsVersion.value++, 100);
const host = connect<HostToTraining, TrainingToHost>((message) => batch(() => receive(message)));

export function post(message: TrainingToHost): void {
  host.post(message);
}

export function allMetrics(): Metric[] {
  return [...metrics.values()];
}

/** The sweep of the run on show. */
export function shownTrials(): Trials {
  return trials;
}

export function memoryTrend(): MemoryTrend {
  return memory;
}

export function prefer(change: Partial<TrainingPreferences>): void {
  preferences.value = { ...preferences.value, ...change };
  post({ type: 'preferences', preferences: preferences.value });
}

function receive(message: HostToTraining): void {
  switch (message.type) {
    case 'snapshot':
      takeSnapshot(message);
      break;
    case 'run':
      takeRun(message.run);
      break;
    case 'points':
      if (message.runId === shownId.value) addPoints(message.curves);
      break;
    case 'trials':
      if (message.runId === shownId.value) addTrials(message.records);
      break;
  }
}

function takeSnapshot(message: Extract<HostToTraining, { type: 'snapshot' }>): void {
  const sameRun = message.shown === shownId.value;
  runs.value = message.runs;
  shownId.value = message.shown;
  preferences.value = message.preferences;
  blocked.value = message.blocked;
  offersNative.value = message.offersNative ?? false;
  loaded.value = true;
  metrics.clear();
  if (!sameRun) memory = new MemoryTrend();
  if (!sameRun) selectedTrial.value = undefined;
  addPoints(message.curves);
  trials = new Trials();
  addTrials(message.trials ?? []);
  trialsVersion.value++;
  metricsVersion.value++;
}

/** A run that is new comes on top. */
function takeRun(run: RunView): void {
  const known = runs.value.some(({ runId }) => runId === run.runId);
  runs.value = known
    ? runs.value.map((one) => (one.runId === run.runId ? run : one))
    : [run, ...runs.value];
  if (run.runId === shownId.value && run.memory && isLive(run)) {
    memory.add({ time: performance.now(), ...run.memory });
  }
}

function addTrials(records: readonly TrialsRecord[]): void {
  for (const record of records) trials.add(record);
  drawTrialsSoon();
}

function addPoints(curves: readonly MetricCurve[]): void {
  for (const { name, steps, values } of curves) {
    const metric = metrics.get(name) ?? new Metric(name);
    metrics.set(name, metric);
    for (const [i, step] of steps.entries()) metric.add(step, values[i] ?? Number.NaN);
  }
  drawSoon();
}
