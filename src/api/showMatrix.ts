import { toWord } from '../protocol/numberWord.ts';
import { GenAI101Error, shapeText } from './error.ts';
import { type Numbers, readNumbers } from './numbers.ts';
import { reporter } from './reporter.ts';
import { checkName, sampleStep } from './steps.ts';

export interface ShowMatrixOptions {
  /** When; the step of the last `log` where it is left out. */
  step?: number;
  /** Names of the rows. */
  rows?: readonly (string | number)[];
  /** Names of the columns. */
  columns?: readonly (string | number)[];
}

/** Beyond this a heat map has no readable cell left. */
const MOST_CELLS = 1_000_000;

/**
 * Shows a matrix as a heat map in the Samples view, for example a confusion matrix or attention weights.
 * @param matrix [rows, columns]. The tensor is read and left alone.
 * @throws GenAI101Error when the shape is not [rows, columns], or the names do not fit it
 */
export function showMatrix(name: string, matrix: Numbers, options: ShowMatrixOptions = {}): void {
  const call = `showMatrix('${checkName('showMatrix', name)}', …)`;
  const { shape, values } = readNumbers(call, 'matrix', matrix);
  const [height = 0, width = 0] = shape;
  if (shape.length !== 2 || values.length === 0 || values.length > MOST_CELLS) {
    throw new GenAI101Error(
      `${call}: expected shape [rows, columns] with at most ${MOST_CELLS} numbers, got ${shapeText(shape)}.`,
    );
  }
  const words = Array.from(values, toWord);
  reporter().sample({
    type: 'matrix',
    name,
    step: sampleStep(call, name, options.step),
    values: Array.from({ length: height }, (_, y) => words.slice(y * width, (y + 1) * width)),
    rows: names(call, 'rows', options.rows, height),
    columns: names(call, 'columns', options.columns, width),
  });
}

function names(
  call: string,
  what: string,
  given: readonly (string | number)[] | undefined,
  count: number,
): string[] | undefined {
  if (!given || given.length === count) return given?.map(String);
  throw new GenAI101Error(`${call}: expected ${count} names of ${what}, got ${given.length}.`);
}
