import * as tf from '../engine/tf.ts';
import { toWord } from '../protocol/numberWord.ts';
import type { NumberWord } from '../protocol/record.ts';
import { describe, GenAI101Error } from './error.ts';
import { type Numbers, readNumbers } from './numbers.ts';
import { reporter } from './reporter.ts';
import { checkName, sampleStep } from './steps.ts';

export interface ShowCurveOptions {
  /** When; the step of the last `log` where it is left out. */
  step?: number;
  /** What x is, with its unit. */
  xLabel?: string;
  /** What y is, with its unit. */
  yLabel?: string;
}

/**
 * Shows one or more lines over the same x in the Samples view, for example a ROC curve or a fitted function.
 *
 * ```ts
 * showCurve('fit', x, { data: y, model: model.predict(x) });
 * ```
 *
 * @param x n numbers
 * @param y n numbers, or several lines of n numbers by name. Tensors are read and left alone.
 * @throws GenAI101Error when a line is not as long as x
 */
export function showCurve(
  name: string,
  x: Numbers,
  y: Numbers | Record<string, Numbers>,
  options: ShowCurveOptions = {},
): void {
  const call = `showCurve('${checkName('showCurve', name)}', …)`;
  const xs = readWords(call, 'x', x);
  const lines = isLine(y) ? { [name]: y } : checkLines(call, y);
  const words: Record<string, NumberWord[]> = {};
  for (const [line, numbers] of Object.entries(lines)) {
    words[line] = readWords(call, `“${line}”`, numbers, xs.length);
  }
  reporter().sample({
    type: 'curve',
    name,
    step: sampleStep(call, name, options.step),
    x: xs,
    lines: words,
    xLabel: options.xLabel,
    yLabel: options.yLabel,
  });
}

function isLine(y: unknown): y is Numbers {
  return y instanceof tf.Tensor || Array.isArray(y) || ArrayBuffer.isView(y);
}

function checkLines(call: string, y: unknown): Record<string, Numbers> {
  if (typeof y === 'object' && y !== null) return y as Record<string, Numbers>;
  throw new GenAI101Error(
    `${call}: expected numbers or { name: numbers } as y, got ${describe(y)}.`,
  );
}

function readWords(call: string, what: string, numbers: Numbers, count?: number): NumberWord[] {
  const { values } = readNumbers(call, what, numbers);
  if (count === undefined || values.length === count) return Array.from(values, toWord);
  throw new GenAI101Error(
    `${call}: expected ${what} to have ${count} numbers, as many as x, got ${values.length}.`,
  );
}
