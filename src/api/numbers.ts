/** Reads what a script passes as numbers: tensors, typed arrays, plain arrays, nested ones. Nothing is disposed. */
import * as tf from '../engine/tf.ts';
import { describe, GenAI101Error } from './error.ts';

/** Numbers in any of the shapes TensorFlow.js takes them. */
export type Numbers = tf.Tensor | tf.TensorLike;

export interface NumberGrid {
  shape: number[];
  dtype: 'float32' | 'int32' | 'bool';
  values: ArrayLike<number>;
}

/** The numbers row by row, with their shape. */
export function readNumbers(call: string, what: string, numbers: unknown): NumberGrid {
  if (numbers instanceof tf.Tensor) return readTensor(call, what, numbers);
  const isArray = Array.isArray(numbers) || ArrayBuffer.isView(numbers);
  if (!isArray) throw unreadable(call, what, numbers);
  // TensorFlow.js checks nested arrays and finds their shape; the tensor made for it goes again at once.
  const tensor = makeTensor(call, what, numbers as tf.TensorLike);
  try {
    return readTensor(call, what, tensor);
  } finally {
    tensor.dispose();
  }
}

function readTensor(call: string, what: string, tensor: tf.Tensor): NumberGrid {
  const { shape, dtype } = tensor;
  if (tensor.isDisposed) {
    throw new GenAI101Error(`${call}: the tensor passed as ${what} is disposed already.`);
  }
  if (dtype === 'string' || dtype === 'complex64') {
    throw new GenAI101Error(`${call}: expected numbers as ${what}, got a tensor of ${dtype}.`);
  }
  return { shape, dtype: dtype as NumberGrid['dtype'], values: tensor.dataSync() };
}

function makeTensor(call: string, what: string, numbers: tf.TensorLike): tf.Tensor {
  try {
    return tf.tensor(numbers);
  } catch {
    throw new GenAI101Error(
      `${call}: expected numbers as ${what}, in rows of equal length, got ${describe(numbers)}.`,
    );
  }
}

function unreadable(call: string, what: string, value: unknown): GenAI101Error {
  return new GenAI101Error(
    `${call}: expected a tensor or an array of numbers as ${what}, got ${describe(value)}.`,
  );
}
