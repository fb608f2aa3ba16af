/** One metric of the run on show: its curve, and where it stopped being a number. */
import { Curve } from '../../protocol/curve.ts';
import { type LineData, toLine } from '../kit/chartData.ts';

export class Metric {
  readonly name: string;
  /** First step whose value was NaN or infinite. */
  brokeAt: number | undefined;
  readonly #curve = new Curve();
  #lines = new Map<boolean, LineData>();

  constructor(name: string) {
    this.name = name;
  }

  add(step: number, value: number): void {
    this.#lines.clear();
    if (Number.isFinite(value)) this.#curve.add(step, value);
    else this.brokeAt ??= step;
  }

  /** What to draw; the same object until a point is added. */
  line(positiveOnly: boolean): LineData {
    const known = this.#lines.get(positiveOnly);
    if (known) return known;
    const line = toLine(this.#curve.points(), positiveOnly);
    this.#lines.set(positiveOnly, line);
    return line;
  }
}
