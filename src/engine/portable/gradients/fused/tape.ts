import type * as tf from '../../../tf.ts';

/** A kernel that was run, as TensorFlow.js's tape records it. */
export interface TapeNode {
  id: number;
  kernelName: string;
  inputs: Record<string, tf.Tensor>;
  outputs: tf.Tensor[];
  gradient?: (dys: tf.Tensor[]) => Record<string, () => tf.Tensor>;
  /** Disposed of with the tape. */
  saved: tf.Tensor[];
}

/** The tape as a graph: which kernel made a tensor, and how many take it. */
export class Tape {
  readonly #makers = new Map<number, TapeNode>();
  readonly #uses = new Map<number, number>();
  readonly #outer: ReadonlySet<number>;

  /** @param outer ids of the tensors that gradients are wanted for, and of the result */
  constructor(nodes: readonly TapeNode[], outer: ReadonlySet<number>) {
    this.#outer = outer;
    for (const node of nodes) {
      for (const output of node.outputs) this.#makers.set(output.id, node);
      for (const name in node.inputs) {
        const { id } = node.inputs[name] as tf.Tensor;
        this.#uses.set(id, (this.#uses.get(id) ?? 0) + 1);
      }
    }
  }

  /** The kernel that made a tensor, where it is one of that name and nothing but `uses` inputs need the tensor. */
  maker(x: tf.Tensor | undefined, kernelName: string, uses = 1): TapeNode | undefined {
    if (!x || this.#outer.has(x.id) || this.#uses.get(x.id) !== uses) return undefined;
    const node = this.#makers.get(x.id);
    return node?.kernelName === kernelName ? node : undefined;
  }

  /** Whether it is a number that no gradient goes to. */
  isConstant(x: tf.Tensor | undefined): x is tf.Tensor {
    return x?.size === 1 && !this.#makers.has(x.id) && !this.#outer.has(x.id);
  }
}
