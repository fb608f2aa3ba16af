/** The two ways in which scripts train: a compiled model, and an optimizer with a loss of one's own. */
import type * as tf from '../../../../src/engine/tf.ts';
import type { Workload } from './workload.ts';

type Loss = (truth: tf.Tensor, prediction: tf.Tensor) => tf.Tensor;

/** @param loss what the model was compiled with, an average or one value per sample */
export function compiled(
  model: tf.LayersModel,
  inputs: tf.Tensor,
  truth: tf.Tensor,
  loss: Loss,
): Workload {
  return {
    variables: variablesOf(model),
    loss: () => loss(truth, apply(model, inputs)).mean().asScalar(),
    // One loss, hence one number.
    step: async () => Number(await model.trainOnBatch(inputs, truth)),
  };
}

export function minimized(
  optimizer: tf.Optimizer,
  variables: tf.Variable[],
  loss: () => tf.Scalar,
): Workload {
  return { variables, loss, step: () => minimize(optimizer, variables, loss) };
}

export async function minimize(
  optimizer: tf.Optimizer,
  variables: tf.Variable[],
  loss: () => tf.Scalar,
): Promise<number> {
  const value = optimizer.minimize(loss, true, variables) as tf.Scalar;
  const [number = Number.NaN] = await value.data();
  value.dispose();
  return number;
}

/** The output of a model with one output, as it is while training. */
export function apply(model: tf.LayersModel, inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
  return model.apply(inputs, { training: true }) as tf.Tensor;
}

/** The types hide the variable of a weight, which gradients and optimizers want. */
export function variablesOf(model: tf.LayersModel): tf.Variable[] {
  return model.trainableWeights.map((weight) => (weight as unknown as { val: tf.Variable }).val);
}
