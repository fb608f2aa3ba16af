/** A callback of `model.fit`: loss and metrics of each epoch, the loss of each batch, progress. */
import * as tf from '../../engine/tf.ts';
import type { Charting } from './charting.ts';
import { toNumbers } from './logs.ts';
import type { Series } from './series.ts';

/** A turn of the event loop at least this often (ms), so that stop and tune are heard within a long epoch. */
const YIELD_MS = 50;

export class FitCharts extends tf.Callback {
  readonly #reporter: Charting;
  readonly #series: Series;
  readonly #yields: boolean;
  #epoch = 0;
  #firstEpoch: number | undefined;
  #batchesBefore = 0;
  #lastYield = performance.now();

  constructor(reporter: Charting, series: Series, yieldEvery: tf.ModelFitArgs['yieldEvery']) {
    super();
    this.#reporter = reporter;
    this.#series = series;
    this.#yields = yieldEvery !== 'never';
    this.#batchesBefore = series.batches;
  }

  override async onEpochBegin(epoch: number): Promise<void> {
    this.#firstEpoch ??= epoch;
    this.#epoch = epoch;
  }

  override async onBatchEnd(_batch: number, logs?: object): Promise<void> {
    const series = this.#series;
    series.batches++;
    const { loss } = toNumbers({ loss: logs && 'loss' in logs ? logs.loss : undefined });
    if (loss !== undefined)
      this.#reporter.charted(series.named({ 'batch loss': loss }), series.batches);
    this.#progress();
    await this.#turn();
  }

  override async onEpochEnd(_epoch: number, logs?: object): Promise<void> {
    const series = this.#series;
    series.epochs++;
    this.#reporter.charted(series.named(trainingFirst(toNumbers(logs ?? {}))), series.epochs);
  }

  #progress(): void {
    const epochs = Number(this.params.epochs);
    const perEpoch = this.#batchesPerEpoch();
    const done = this.#series.batches - this.#batchesBefore;
    const total = perEpoch && (epochs - (this.#firstEpoch ?? 0)) * perEpoch;
    this.#reporter.progress(done, total || undefined, `epoch ${this.#epoch + 1} of ${epochs}`);
  }

  #batchesPerEpoch(): number | undefined {
    const { samples, batchSize, steps } = this.params;
    if (typeof samples === 'number' && typeof batchSize === 'number')
      return Math.ceil(samples / batchSize);
    return typeof steps === 'number' ? steps : undefined;
  }

  async #turn(): Promise<void> {
    if (!this.#yields || performance.now() - this.#lastYield < YIELD_MS) return;
    await tf.nextFrame();
    this.#lastYield = performance.now();
  }
}

/** TensorFlow.js puts the validation's numbers before those they are compared with. */
function trainingFirst(values: Record<string, number>): Record<string, number> {
  const isValidation = ([name]: [string, number]) => Number(name.startsWith('val_'));
  return Object.fromEntries(
    Object.entries(values).sort((a, b) => isValidation(a) - isValidation(b)),
  );
}
