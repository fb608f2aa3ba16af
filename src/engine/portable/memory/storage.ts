import * as tf from '../../tf.ts';
import { Block } from './block.ts';

/** Finds the block of a tensor. In the place of the CPU backend's `data`, whose kernels look their inputs up here. */
export class Storage {
  /** Blocks of tensors that another backend made first: their `dataId` is no block. */
  readonly #moved = new WeakMap<object, Block>();
  count = 0;

  readonly #backend: tf.MathBackendCPU;

  constructor(backend: tf.MathBackendCPU) {
    this.#backend = backend;
  }

  get(dataId: object): Block {
    const block = this.find(dataId);
    if (block) return block;
    tf.engine().moveData(this.#backend, dataId);
    const moved = this.find(dataId);
    if (!moved) throw new Error('A tensor was used after it was disposed.');
    return moved;
  }

  find(dataId: object): Block | undefined {
    if (dataId instanceof Block && dataId.live) return dataId;
    return this.#moved.get(dataId);
  }

  has(dataId: object): boolean {
    return this.find(dataId) !== undefined;
  }

  set(dataId: object, block: Block): void {
    this.#moved.set(dataId, block);
  }

  delete(dataId: object): boolean {
    return this.#moved.delete(dataId);
  }

  numDataIds(): number {
    return this.count;
  }
}
