import type * as tf from '../../../../src/engine/tf.ts';

/** A model with its data: what the bench steps and the gradient check differentiates. */
export interface Workload {
  /** What is trained. */
  readonly variables: tf.Variable[];
  /** The loss on the batch, as a function of the variables. */
  loss(): tf.Scalar;
  /** One training step: forward, backward, Adam. Gives the loss before it. */
  step(): Promise<number>;
}

/** Makes a workload with fixed weights and data on the backend in place. The bench's batch is the default. */
export type MakeWorkload = (batch?: number) => Workload;
