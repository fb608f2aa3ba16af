/** `tf.node.summaryFileWriter`: numbers go to TensorBoard's files and to the charts here. */
import path from 'node:path';
import { reporter } from '../../api/reporter.ts';
import * as tf from '../../engine/tf.ts';
import { ScriptProblem } from '../errors/problem.ts';
import { EventFile, type Histogram } from './eventFile.ts';

const BUCKETS = 30;

/** One writer a folder, as in tfjs-node: two would write into each other's file. */
const writers = new Map<string, SummaryFileWriter>();

/** The queue and flush arguments of tfjs-node have nothing to do: each summary is written at once. */
export function summaryFileWriter(
  logdir: string,
  _maxQueue = 10,
  _flushMillis = 120_000,
  filenameSuffix = '.v2',
): SummaryFileWriter {
  const file = openEventFile(logdir, filenameSuffix);
  const known = writers.get(path.resolve(logdir));
  if (known) return known;
  const writer = new SummaryFileWriter(
    file,
    writers.size === 0 ? '' : ` (${path.basename(logdir)})`,
  );
  writers.set(path.resolve(logdir), writer);
  return writer;
}

const files = new Map<string, EventFile>();

export function openEventFile(logdir: string, suffix = '.v2'): EventFile {
  if (typeof logdir !== 'string' || logdir === '') {
    throw new ScriptProblem('TensorBoard files need a folder: pass its path as logdir.');
  }
  const folder = path.resolve(logdir);
  const file = files.get(folder) ?? new EventFile(folder, suffix);
  files.set(folder, file);
  return file;
}

export class SummaryFileWriter {
  readonly #file: EventFile;
  readonly #suffix: string;

  /** @param suffix tells the charts of several writers apart */
  constructor(file: EventFile, suffix: string) {
    this.#file = file;
    this.#suffix = suffix;
  }

  scalar(name: string, value: tf.Scalar | number, step: number): void {
    const number = typeof value === 'number' ? value : (value.dataSync()[0] ?? Number.NaN);
    this.#file.scalar(name, number, step);
    reporter().metrics({ [name + this.#suffix]: number }, step);
  }

  histogram(
    name: string,
    data: tf.Tensor | ArrayLike<number>,
    step: number,
    buckets = BUCKETS,
  ): void {
    const values = data instanceof tf.Tensor ? data.dataSync() : data;
    this.#file.histogram(name, countBuckets(Float64Array.from(values), buckets), step);
  }

  /** Nothing waits: kept so that scripts for tfjs-node run. */
  flush(): void {}
}

function countBuckets(values: Float64Array, buckets: number): Histogram {
  const finite = values.filter(Number.isFinite);
  const min = finite.reduce((low, value) => Math.min(low, value), Number.POSITIVE_INFINITY);
  const max = finite.reduce((high, value) => Math.max(high, value), Number.NEGATIVE_INFINITY);
  if (finite.length === 0) {
    return { min: 0, max: 0, count: 0, sum: 0, sumOfSquares: 0, limits: [0], counts: [0] };
  }
  const width = (max - min) / buckets || 1;
  const counts = new Array<number>(buckets).fill(0);
  for (const value of finite) {
    const bucket = Math.min(buckets - 1, Math.floor((value - min) / width));
    counts[bucket] = (counts[bucket] ?? 0) + 1;
  }
  return {
    ...{ min, max, count: finite.length, counts },
    sum: finite.reduce((sum, value) => sum + value, 0),
    sumOfSquares: finite.reduce((sum, value) => sum + value * value, 0),
    limits: counts.map((_, i) => min + width * (i + 1)),
  };
}
