import { Block } from '../memory/block.ts';
import type { EngineParts, TensorRecord, TensorRecords } from './engineParts.ts';

/**
 * What TensorFlow.js knows of each tensor's numbers. It looks them up several times for each tensor, in a WeakMap,
 * which also takes the garbage collector's time; a block carries its record with it.
 */
class RecordsInBlocks implements TensorRecords {
  readonly #others: TensorRecords;

  /** @param others of numbers that are not in a block */
  constructor(others: TensorRecords) {
    this.#others = others;
  }

  has(dataId: object): boolean {
    return this.get(dataId) !== undefined;
  }

  get(dataId: object): TensorRecord | undefined {
    return dataId instanceof Block && dataId.record !== undefined
      ? dataId.record
      : this.#others.get(dataId);
  }

  set(dataId: object, record: TensorRecord): void {
    if (dataId instanceof Block) dataId.record = record;
    else this.#others.set(dataId, record);
  }

  delete(dataId: object): boolean {
    if (!(dataId instanceof Block) || dataId.record === undefined) {
      return this.#others.delete(dataId);
    }
    dataId.record = undefined;
    return true;
  }
}

export function keepRecordsInBlocks(engine: EngineParts): void {
  engine.state.tensorInfo = new RecordsInBlocks(engine.state.tensorInfo);
}
