import { Block } from '../memory/block.ts';
import type { DataNotes } from './insides.ts';

/**
 * The engine's notes on the data of tensors, kept with the block itself. TensorFlow.js keeps them in a weak map, which
 * costs more than most small kernels, and the garbage collector even more.
 */
export class BlockNotes implements DataNotes {
  readonly #others: DataNotes;

  /** @param others what has been noted so far, and about data of other backends */
  constructor(others: DataNotes) {
    this.#others = others;
  }

  get(dataId: object): unknown {
    return dataId instanceof Block && dataId.note !== undefined
      ? dataId.note
      : this.#others.get(dataId);
  }

  set(dataId: object, note: unknown): void {
    if (dataId instanceof Block) dataId.note = note;
    else this.#others.set(dataId, note);
  }

  has(dataId: object): boolean {
    return this.get(dataId) !== undefined;
  }

  delete(dataId: object): boolean {
    if (!(dataId instanceof Block) || dataId.note === undefined) {
      return this.#others.delete(dataId);
    }
    dataId.note = undefined;
    return true;
  }
}
