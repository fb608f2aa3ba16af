import * as tf from '../../../tf.ts';
import { A_ALONE, B_ALONE, BOTH, NEITHER } from '../../assembly/elementwise/operations.ts';

/** How two tensors are gone through side by side: rows, in as few outer dimensions as possible. */
export interface Broadcast {
  shape: number[];
  /** Which of the two run along a row: BOTH, A_ALONE, B_ALONE or NEITHER. */
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
  return layOut(tf.backend_util.assertAndGetBroadcastShape(a, b), a, b);
}

/** The same for a given shape, along some of whose dimensions neither need run. */
export function layOut(shape: number[], a: number[], b: number[]): Broadcast {
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
    const running = runningOf(size, a.at(-i), b.at(-i));
    const last = groups.at(-1);
    if (last?.running === running) last.size *= size;
    else {
      const aStep = runsA(running) ? aSize : 0;
      const bStep = runsB(running) ? bSize : 0;
      groups.push({ running, size, aStep, bStep });
    }
    if (runsA(running)) aSize *= size;
    if (runsB(running)) bSize *= size;
  }
  return groups;
}

function runningOf(size: number, a: number | undefined, b: number | undefined): number {
  if (a === size) return b === size ? BOTH : A_ALONE;
  return b === size ? B_ALONE : NEITHER;
}

function runsA(running: number): boolean {
  return running === BOTH || running === A_ALONE;
}

function runsB(running: number): boolean {
  return running === BOTH || running === B_ALONE;
}
