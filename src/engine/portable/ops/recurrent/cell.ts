import type * as tf from '../../../tf.ts';
import type { PortableBackend } from '../../backend.ts';
import { WORTH_SHARING } from '../kernel.ts';

type Info = tf.TensorInfo;

/** A recurrent layer at work. */
export interface Run {
  backend: PortableBackend;
  batch: number;
  steps: number;
  units: number;
  /** Gates open by the hard sigmoid. */
  hard: boolean;
  /** U, from the state to the sums of all gates: [units, gates · units]. */
  recurrentKernel: Info;
}

/**
 * What a kind of recurrent layer computes, over all time steps at once.
 * States and Kept are tuples of tensors: its state, h first, and what its gradient needs.
 */
export interface Cell<States extends Info[] = Info[], Kept extends Info[] = Info[]> {
  /** Sums for each unit: the columns of W, U and b are gates · units. */
  readonly gates: number;
  /** Tensors of its state. */
  readonly states: number;
  /**
   * @param sums x W + b at each step [batch, steps, gates · units]; overwritten
   * @param states [batch, units] each, before the first step; become those after the last
   */
  forward(run: Run, sums: Info, states: States, wanted: Wanted): Forward<Kept>;
  /**
   * @param kept overwritten
   * @param dStates gradients of the states after the last step; become those before the first
   */
  backward(run: Run, kept: Kept, dStates: States, given: Given): Backward;
}

export interface Wanted {
  /** The state h after each step. */
  outputs: boolean;
  /** What the gradient needs. */
  kept: boolean;
}

export interface Forward<Kept> {
  /** [batch, steps, units]. */
  outputs: Info | undefined;
  kept: Kept | undefined;
}

export interface Given {
  /** The gradient of h after each step, where the outputs had one. */
  dOutputs: Info | undefined;
  /** Whether the gradients of the states before the first step are wanted. */
  toTheStart: boolean;
}

export interface Backward {
  /** The gradient of the sums x W + h U + b: [batch, steps, gates · units]. */
  dSums: Info;
  /** What U was multiplied by at each step [batch, steps, units], and from which to which of its columns. */
  factors: { states: Info; from: number; to: number }[];
  /** Made on the way, to be freed. */
  made: Info[];
}

/** Rows of the batch that are worth handing to another thread; eight, so that packed weights are used well. */
export function rowsWorthSharing({ steps, units }: Run, gates: number): number {
  return 8 * Math.ceil(WORTH_SHARING / (8 * steps * units * units * gates));
}

/** [batch, steps, units]. */
export function sequence({ backend, batch, steps, units }: Run): Info {
  return backend.make([batch, steps, units], 'float32');
}

/** The address of a tensor that is not always wanted: 0 where it is not. */
export function addressOrNone(backend: PortableBackend, x: Info | undefined): number {
  return x ? backend.address(x) : 0;
}
