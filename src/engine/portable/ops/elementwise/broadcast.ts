import * as tf from '../../../tf.ts';
import { A_ALONE, B_ALONE, BOTH } from '../../assembly/elementwise/operations.ts';

/** How two tensors are gone through side by side: rows, in as few outer dimensions as possible. */
export interface Broadcast {
  shape: number[];
  /** Which of the two run along a row: BOTH, A_ALONE or B_ALONE. */
  running: number;
  /** Numbers in a row. */
  length: number;
  rows: number;
  /** For each outer dimension, the innermost first: its size, bytes to the next row of a, and of b. */
  outer: number[];
}

/** Bytes of a number. */
const WORD = 4;

/**
 * Neighbouring dimensions become one where the same of the two tensors run along them.
 * @throws as TensorFlow.js does when the shapes do not go together
 */
export function broadcast(a: number[], b: number[]): Broadcast {
  const shape = tf.backend_util.assertAndGetBroadcastShape(a, b);
  const groups = join(shape, a, b);
  const [inner = { running: BOTH, size: 1, aStep: 0, bStep: 0 }, ...outer] = groups;
  return {
    shape,
    running: inner.running,
    length: inner.size,
    rows: outer.reduce((rows, { size }) => rows * size, 1),
    outer: outer.flatMap(({ size, aStep, bStep }) => [size, aStep, bStep]),
  };
}

interface Group {
  running: number;
  size: number;
  aStep: number;
  bStep: number;
}

/** The dimensions, the innermost first, neighbours of one kind joined; those of size 1 do not matter. */
function join(shape: number[], a: number[], b: number[]): Group[] {
  const groups: Group[] = [];
  let [aSize, bSize] = [WORD, WORD];
  for (let i = 1; i <= shape.length; i++) {
    const size = shape.at(-i) ?? 1;
    if (size === 1) continue;
    const running = runningOf(a.at(-i) ?? 1, b.at(-i) ?? 1);
    const last = groups.at(-1);
    if (last?.running === running) last.size *= size;
    else {
      const aStep = running === B_ALONE ? 0 : aSize;
      const bStep = running === A_ALONE ? 0 : bSize;
      groups.push({ running, size, aStep, bStep });
    }
    if (running !== B_ALONE) aSize *= size;
    if (running !== A_ALONE) bSize *= size;
  }
  return groups;
}

function runningOf(a: number, b: number): number {
  if (a === b) return BOTH;
  return a === 1 ? B_ALONE : A_ALONE;
}
