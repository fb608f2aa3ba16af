/** How metrics read what a script passes. */
import { GenAI101Error, shapeText } from '../error.ts';
import { type Numbers, readNumbers } from '../numbers.ts';

export interface Table {
  /** [rows, columns], row by row */
  values: Float32Array;
  rows: number;
  columns: number;
}

export interface GreyPictures {
  /** [count, height, width] */
  values: Float32Array;
  count: number;
  height: number;
  width: number;
}

/** One number for each example. */
export function readList(call: string, what: string, numbers: Numbers): Float64Array {
  const { shape, values } = readNumbers(call, what, numbers);
  const isList = shape.length === 1 || (shape.length === 2 && shape[1] === 1);
  if (isList && values.length > 0) return Float64Array.from(values);
  throw new GenAI101Error(
    `${call}: expected ${what} of shape [count], one number for each, got ${shapeText(shape)}.`,
  );
}

/** A row of numbers for each example. */
export function readTable(call: string, what: string, numbers: Numbers): Table {
  const { shape, values } = readNumbers(call, what, numbers);
  const [rows = 0, columns = 0] = shape;
  if (shape.length === 2 && rows > 0 && columns > 0) {
    return { values: Float32Array.from(values), rows, columns };
  }
  throw new GenAI101Error(
    `${call}: expected ${what} of shape [count, size], a row for each example, got ${shapeText(shape)}.`,
  );
}

/** Two tables with rows of equal length. */
export function readTables(call: string, real: Numbers, made: Numbers): [Table, Table] {
  const [a, b] = [readTable(call, 'real features', real), readTable(call, 'made features', made)];
  if (a.columns === b.columns) return [a, b];
  throw new GenAI101Error(
    `${call}: expected as many features of both, got ${a.columns} and ${b.columns}.`,
  );
}

/** Pictures of one channel: [count, height, width, 1], [count, height, width], or [count, pixels] of square ones. */
export function readGreyPictures(call: string, what: string, numbers: Numbers): GreyPictures {
  const { shape, values } = readNumbers(call, what, numbers);
  const [count = 0, second = 0, third = 0] = shape;
  const side = Math.sqrt(second);
  const isGrey = shape.length === 3 || (shape.length === 4 && shape[3] === 1);
  const [height, width] = shape.length === 2 ? [side, side] : [second, third];
  if ((isGrey || (shape.length === 2 && Number.isInteger(side))) && values.length > 0) {
    return { values: Float32Array.from(values), count, height, width };
  }
  throw new GenAI101Error(
    `${call}: expected ${what} of shape [count, height, width, 1], got ${shapeText(shape)}.`,
  );
}

/** A formula's own complaint, with the name of the call. */
export function inCall<T>(call: string, compute: () => T): T {
  try {
    return compute();
  } catch (error) {
    if (error instanceof RangeError) throw new GenAI101Error(`${call}: ${error.message}`);
    throw error;
  }
}
