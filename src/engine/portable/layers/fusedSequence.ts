/** A recurrent layer's whole sequence as one operation with a gradient. */
import * as tf from '../../tf.ts';
import type { PortableBackend } from '../backend.ts';
import { startFrom } from '../ops/recurrent/buffers.ts';
import type { Cell } from '../ops/recurrent/cell.ts';
import {
  describe,
  forward,
  type Inputs,
  inputGradient,
  weightGradients,
} from '../ops/recurrent/sequence.ts';
import { runCustomKernel } from './customKernel.ts';

export type TensorInputs = Inputs<tf.Tensor>;

export interface FusedSequence {
  cell: Cell;
  /** Gates open by the hard sigmoid. */
  hard: boolean;
  /** Whether the first output is h after each step; else it is left out. */
  everyStep: boolean;
  /** The same outputs by TensorFlow.js's own operations, for gradients of gradients. */
  stock: (inputs: TensorInputs) => tf.Tensor[];
}

/** @returns h after each step, where wanted, and the states after the last step */
export function runFused(fused: FusedSequence, inputs: TensorInputs): tf.Tensor[] {
  const backend = tf.backend() as PortableBackend;
  const list = toList(inputs);
  const wanted = { outputs: fused.everyStep, kept: tf.engine().isTapeOn() };
  return runCustomKernel({
    inputs: list,
    forward(save) {
      const run = describe(backend, inputs, fused.hard);
      const { outputs, states, kept } = forward(fused.cell, run, inputs, wanted);
      const asTensor = wrap();
      save([...list, ...kept.map(asTensor)]);
      return [...(outputs ? [outputs] : []), ...states].map(asTensor);
    },
    backward(dys, saved) {
      const again = fromList(saved, inputs);
      if (tf.engine().state.gradientDepth > 0) return stockGradients(fused, again, dys);
      return gradients(backend, fused, again, saved.slice(list.length), dys);
    },
  });
}

/** The gradients of the inputs, in their order. */
function gradients(
  backend: PortableBackend,
  fused: FusedSequence,
  inputs: TensorInputs,
  kept: tf.Tensor[],
  dys: tf.Tensor[],
): (() => tf.Tensor)[] {
  const run = describe(backend, inputs, fused.hard);
  const dOutputs = fused.everyStep ? dys[0] : undefined;
  const dStates = dys
    .slice(dys.length - fused.cell.states)
    .map((dy) => startFrom(backend, dy.shape, dy));
  const toTheStart = inputs.initial.length > 0;
  const backward = fused.cell.backward(run, kept, dStates, { dOutputs, toTheStart });
  const ofX = inputGradient(run, inputs, backward);
  const { kernel, recurrentKernel, bias } = weightGradients(run, inputs, backward);
  backend.free(...backward.made);
  const ofInitial = toTheStart ? dStates : [];
  if (!toTheStart) backend.free(...dStates);
  const tensors = toList({ x: ofX, kernel, recurrentKernel, bias, initial: ofInitial }).map(wrap());
  return tensors.map((tensor) => () => tensor);
}

/** The same, composed of operations that have gradients themselves. */
function stockGradients(
  fused: FusedSequence,
  inputs: TensorInputs,
  dys: tf.Tensor[],
): (() => tf.Tensor)[] {
  const weighted = (...list: tf.Tensor[]) => {
    const outputs = fused.stock(fromList(list, inputs));
    return tf.addN(outputs.map((output, i) => output.mul(dys[i] ?? 0).sum()));
  };
  return tf
    .grads(weighted)(toList(inputs))
    .map((gradient) => () => gradient);
}

/** Makes tensors of what the backend made, one for each. */
function wrap(): (info: tf.TensorInfo) => tf.Tensor {
  const made = new Map<tf.TensorInfo, tf.Tensor>();
  return (info) => {
    const tensor = made.get(info) ?? tf.engine().makeTensorFromTensorInfo(info);
    made.set(info, tensor);
    return tensor;
  };
}

function toList<T extends tf.TensorInfo>({
  x,
  kernel,
  recurrentKernel,
  bias,
  initial,
}: Inputs<T>): T[] {
  return [x, kernel, recurrentKernel, ...(bias ? [bias] : []), ...initial];
}

/** The inverse: the first of the list, in the places of `like`. */
function fromList(list: tf.Tensor[], like: TensorInputs): TensorInputs {
  const [x, kernel, recurrentKernel, ...rest] = list as [tf.Tensor, tf.Tensor, tf.Tensor];
  const bias = like.bias && rest.shift();
  return { x, kernel, recurrentKernel, bias, initial: rest.slice(0, like.initial.length) };
}
