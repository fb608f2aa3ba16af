/**
 * A training loop that only awaits `tensor.data()` never lets the event loop turn: the promise is already kept,
 * so stop and tune messages would wait until the end. Reading a tensor therefore takes a turn now and then.
 */
import * as tf from '../engine/tf.ts';

/** Milliseconds without a turn after which the next read takes one. */
const LONGEST = 50;

let lastTurn = performance.now();

export function takeTurns(): void {
  const prototype = tf.Tensor.prototype;
  const { data, array, bytes } = prototype;
  Object.assign(prototype, {
    data: withTurn(data),
    array: withTurn(array),
    bytes: withTurn(bytes),
  });
}

type Read = (this: unknown, ...args: never[]) => Promise<unknown>;

function withTurn(read: Read): Read {
  return async function (this: unknown, ...args) {
    const value = await read.apply(this, args);
    if (performance.now() - lastTurn > LONGEST) await turn();
    return value;
  };
}

/** One turn of the event loop: messages that have arrived are read. */
async function turn(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
  lastTurn = performance.now();
}
