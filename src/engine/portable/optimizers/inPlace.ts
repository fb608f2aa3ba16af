/**
 * Optimizers in one pass over the weights, in place. TensorFlow.js's own take up to ten kernels a weight, and give
 * every weight new memory in every step. What they keep stays where it is, so that they are saved, restored and
 * looked at as ever.
 */
import * as tf from '../../tf.ts';
import { PortableBackend } from '../backend.ts';
import { SLOW_CHUNK, units } from '../ops/elementwise/flat.ts';
import { sameShape } from '../ops/kernel.ts';

export type Gradients = tf.NamedTensorMap | { name: string; tensor: tf.Tensor | null }[];

/** What every optimizer of TensorFlow.js has. */
export interface Optimizer {
  applyGradients(gradients: Gradients): void;
  incrementIterations(): void;
}

/** What an optimizer keeps for each weight, in the order of the gradients. */
export type Slots = readonly { variable: tf.Variable }[];

/** How an optimizer steps. */
export interface Rule<O extends Optimizer> {
  /** The kernel. Its arguments: addresses of the weight, the gradient and what is kept, then `numbers`. */
  kind: number;
  /** What it keeps; undefined stands for what it does not, as address 0. */
  slots(optimizer: O): (Slots | undefined)[];
  /** As bits, the same for all weights. */
  numbers(optimizer: O, backend: PortableBackend): number[];
  /** What changes once a step. */
  finish?(optimizer: O, backend: PortableBackend): void;
}

/** A weight with its gradient and what is kept for it. */
interface Work {
  weight: tf.Variable;
  gradient: tf.Tensor;
  kept: (tf.Variable | undefined)[];
}

const done = new WeakSet<object>();

/** Lets an optimizer step in place wherever the portable engine is the backend. */
export function stepInPlace<O extends Optimizer>(
  optimizer: { readonly prototype: object },
  rule: Rule<O>,
): void {
  const prototype = optimizer.prototype as O;
  if (done.has(prototype)) return;
  done.add(prototype);
  const stock = prototype.applyGradients;
  prototype.applyGradients = function (this: O, gradients) {
    const backend = tf.backend();
    const work = backend instanceof PortableBackend && plan(rule.slots(this), gradients);
    // The first step is the stock one's: it makes what is kept.
    if (!work) stock.call(this, gradients);
    else {
      step(rule, this, backend, work);
      this.incrementIterations();
    }
  };
}

/** Undefined where a weight is not of float32, or nothing is kept for it yet. */
function plan(slots: (Slots | undefined)[], gradients: Gradients): Work[] | undefined {
  const named = Array.isArray(gradients)
    ? gradients
    : Object.entries(gradients).map(([name, tensor]) => ({ name, tensor }));
  const work: Work[] = [];
  for (const [i, { name, tensor: gradient }] of named.entries()) {
    const weight = tf.engine().registeredVariables[name];
    const kept = slots.map((slot) => slot?.[i]?.variable);
    if (!weight || !slots.every((slot, k) => !slot || fits(kept[k], weight))) return undefined;
    if (gradient == null) continue;
    if (!fits(gradient, weight)) return undefined;
    work.push({ weight, gradient, kept });
  }
  return work;
}

function fits(tensor: tf.Tensor | undefined, weight: tf.Variable): boolean {
  return (
    tensor?.dtype === 'float32' &&
    weight.dtype === 'float32' &&
    sameShape(tensor.shape, weight.shape)
  );
}

function step<O extends Optimizer>(
  rule: Rule<O>,
  optimizer: O,
  backend: PortableBackend,
  work: Work[],
): void {
  // All gradients first: computing one that was put off may still read a weight.
  for (const { gradient } of work) backend.address(gradient);
  const numbers = rule.numbers(optimizer, backend);
  for (const { weight, gradient, kept } of work) {
    const variables = [weight, ...kept];
    for (const variable of variables) if (variable) own(backend, variable);
    const [w = 0, ...rest] = variables.map((one) => (one ? backend.block(one).placeToChange() : 0));
    const g = backend.address(gradient);
    backend.kernels.run(rule.kind, units(weight.size), SLOW_CHUNK, w, g, ...rest, ...numbers);
  }
  rule.finish?.(optimizer, backend);
}

/** Gives a variable numbers of its own, where a clone, another variable or a result put off shares them. */
export function own(backend: PortableBackend, variable: tf.Variable): void {
  if (backend.block(variable).refCount === 1) return;
  const copy = backend.make(variable.shape, 'float32');
  backend.copy(variable, copy);
  const tensor = tf.engine().makeTensorFromTensorInfo(copy, backend);
  variable.assign(tensor);
  tensor.dispose();
}
