/** The state of a run as one line of text. */
import type { RunnerMessage } from '../protocol/runner.ts';

type Status = Extract<RunnerMessage, { type: 'progress' }>;

const MOST_METRICS = 4;

export class Progress {
  readonly #startedAt = performance.now();
  readonly #metrics = new Map<string, number>();
  #status: Status | undefined;

  get hasMetrics(): boolean {
    return this.#metrics.size > 0;
  }

  /** @returns whether there is something new to show */
  take(message: RunnerMessage): boolean {
    if (message.type === 'progress') this.#status = message;
    else if (message.type === 'metrics') this.#takeMetrics(message);
    else return false;
    return this.hasMetrics;
  }

  line(): string {
    const { step, steps, stepsPerSecond, secondsLeft, label } = this.#status ?? { step: 0 };
    const parts = [
      label ?? (steps ? `step ${step} of ${steps}` : step ? `step ${step}` : ''),
      steps ? `${Math.min(100, Math.round((100 * step) / steps))} %` : '',
      ...[...this.#metrics]
        .slice(-MOST_METRICS)
        .map(([name, value]) => `${name} ${toShort(value)}`),
      stepsPerSecond ? `${toShort(stepsPerSecond)} steps/s` : '',
      secondsLeft ? `${toClock(secondsLeft)} left` : '',
    ];
    return parts.filter(Boolean).join('  ');
  }

  seconds(): string {
    return ((performance.now() - this.#startedAt) / 1000).toFixed(1);
  }

  #takeMetrics({ names, values, present }: Extract<RunnerMessage, { type: 'metrics' }>): void {
    names.forEach((name, j) => {
      for (let i = j; i < values.length; i += names.length) {
        if (present[i]) this.#metrics.set(name, values[i] ?? Number.NaN);
      }
    });
  }
}

export function toShort(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  const size = Math.abs(value);
  if (size >= 100) return value.toFixed(0);
  return size !== 0 && size < 0.001 ? value.toExponential(1) : value.toPrecision(3);
}

function toClock(seconds: number): string {
  const whole = Math.round(seconds);
  const two = (value: number) => String(value).padStart(2, '0');
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  return `${hours > 0 ? `${hours}:${two(minutes)}` : minutes}:${two(whole % 60)}`;
}
