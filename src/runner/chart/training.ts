/**
 * Charts `model.fit`, `fitDataset` and `trainOnBatch` without a line added to the script.
 * `Sequential` trains through a `LayersModel` of its own, so that class alone is patched.
 */
import * as tf from '../../engine/tf.ts';
import type { RunRequest } from '../../protocol/runner.ts';
import type { Charting } from './charting.ts';
import { FitCharts } from './fitCharts.ts';
import { toNumbers } from './logs.ts';
import { seriesOf } from './series.ts';

type Callback = tf.CustomCallback | tf.Callback;
type FitArgs = Pick<tf.ModelFitArgs, 'callbacks' | 'epochs' | 'yieldEvery'>;

export function chartTraining(reporter: Charting, request: RunRequest): void {
  const prototype = tf.LayersModel.prototype;
  const { fit, fitDataset, trainOnBatch } = prototype;
  const withCharts = <A extends FitArgs>(model: tf.LayersModel, args: A): A => ({
    ...args,
    ...(request.epochs === undefined ? {} : { epochs: request.epochs }),
    ...(request.report === false ? {} : { callbacks: addCharts(reporter, model, args) }),
  });
  prototype.fit = function (x, y, args = {}) {
    return fit.call(this, x, y, withCharts(this, args));
  };
  prototype.fitDataset = function (dataset, args) {
    return fitDataset.call(this, dataset, withCharts(this, args));
  };
  prototype.trainOnBatch = async function (x, y) {
    const result = await trainOnBatch.call(this, x, y);
    if (request.report !== false) chartBatch(reporter, this, result);
    return result;
  };
}

/**
 * `Sequential` answers with its inner model's promise from an async function of its own. An error thrown early in
 * the step then has no frame of the script; without that function in between it has.
 */
export function keepFramesOfSequential(): void {
  const { trainOnBatch } = tf.Sequential.prototype;
  tf.Sequential.prototype.trainOnBatch = function (x, y) {
    const inner: unknown = Reflect.get(this, 'model');
    return inner instanceof tf.LayersModel
      ? inner.trainOnBatch(x, y)
      : trainOnBatch.call(this, x, y);
  };
}

/** TensorFlow.js exports no common ancestor of its callbacks, but has one. */
const BaseCallback: unknown = Object.getPrototypeOf(tf.Callback);

function isCallback(value: object): value is Callback {
  return typeof BaseCallback === 'function' && value instanceof BaseCallback;
}

/** Ours come last: what a callback of the script logs under the same name is known by then. */
function addCharts(reporter: Charting, model: tf.LayersModel, args: FitArgs): Callback[] {
  const given = args.callbacks === undefined ? [] : [args.callbacks].flat();
  const theirs = given.map((callback) =>
    isCallback(callback) ? callback : new tf.CustomCallback(callback, args.yieldEvery),
  );
  return [...theirs, new FitCharts(reporter, seriesOf(model), args.yieldEvery)];
}

function chartBatch(reporter: Charting, model: tf.LayersModel, result: number | number[]): void {
  const series = seriesOf(model);
  series.batches++;
  const logs = Object.fromEntries(
    [result].flat().map((value, i) => [model.metricsNames[i] ?? `metric ${i}`, value]),
  );
  reporter.charted(series.named(toNumbers(logs)), series.batches);
  reporter.progress(series.batches, undefined, `batch ${series.batches}`);
}
