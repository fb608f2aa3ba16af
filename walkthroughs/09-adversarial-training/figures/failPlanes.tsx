/** Plane and charts of one game of a failure. */
import { Canvas } from '../../../src/webview/kit/canvas.tsx';
import { Chart, type ChartLine } from '../../../src/webview/kit/chart.tsx';
import { clipped, drawAxes } from '../../../src/webview/kit/plot.ts';
import { palette } from '../../../src/webview/kit/theme.ts';
import type { FailLab, Note } from './failLab.ts';
import type { Failure } from './failures.ts';
import { AXES, drawField, drawMade, drawPull, drawReal } from './fieldLayers.ts';

interface PlaneProps {
  title: string;
  lab: FailLab;
  failure: Failure;
  says: string;
}

const ARROWS = 60;

export function GamePlane({ title, lab, failure, says }: PlaneProps) {
  const made = lab.made();
  const now = lab.notes.at(-1);
  return (
    <section class="plane-box" aria-label={title}>
      <h3>{title}</h3>
      <Canvas
        class="plane-canvas"
        label={`Real and made points, and the discriminator’s opinion: ${reading(failure, now)}`}
        draw={(surface) => {
          const frame = drawAxes(surface, AXES.x, AXES.y, palette());
          clipped(surface.context, frame, () => {
            drawField(surface, frame, (places) => lab.judge(places));
            drawReal(surface, frame, failure.points);
            drawMade(surface, frame, made.values);
            drawPull(surface, frame, made.values, lab.pull(made), ARROWS);
          });
        }}
      />
      <p class="reading numbers">
        <strong>{reading(failure, now)}</strong> {says}
      </p>
    </section>
  );
}

function reading({ chart, centres }: Failure, note: Note | undefined): string {
  if (!note) return 'Not trained yet.';
  return chart === 'coverage'
    ? `${note.outcome} of ${centres.length} heaps covered.`
    : `${note.outcome.toFixed(2)} away from the heap.`;
}

interface ChartProps {
  title: string;
  kind: 'losses' | 'outcome';
  labs: readonly FailLab[];
  failure: Failure;
}

export function OutcomeChart({ title, kind, labs, failure }: ChartProps) {
  const lines = kind === 'losses' ? lossLines(labs) : outcomeLines(labs);
  const outcome = failure.chart === 'coverage' ? 'heaps' : 'distance';
  return (
    <section class="plane-box" aria-label={title}>
      <h3>{title}</h3>
      <Chart
        label={title}
        lines={lines}
        height={160}
        xLabel="step"
        yLabel={kind === 'losses' ? 'loss in nats' : outcome}
      />
    </section>
  );
}

function lossLines([lab]: readonly FailLab[]): ChartLine[] {
  const notes = lab?.notes ?? [];
  return [
    lineOf('discriminator', notes, 2, ({ discriminator }) => discriminator),
    { ...lineOf('generator', notes, 0, ({ generator }) => generator), dashed: true },
  ];
}

function outcomeLines(labs: readonly FailLab[]): ChartLine[] {
  const names = ['as it is', 'with the remedy'];
  return labs.map(({ notes }, i) => ({
    ...lineOf(names[i] ?? '', notes, i === 0 ? 4 : 1, ({ outcome }) => outcome),
    dashed: i === 0,
  }));
}

function lineOf(
  name: string,
  notes: readonly Note[],
  colour: number,
  value: (note: Note) => number,
): ChartLine {
  return { name, colour, data: { xs: notes.map(({ step }) => step), ys: notes.map(value) } };
}
