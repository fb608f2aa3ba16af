import * as tf from '../tf.ts';
import { COPY_BYTES } from './assembly/kinds.ts';
import type { Kernels } from './kernels/kernels.ts';
import { Block, type HeapType, isHeapType } from './memory/block.ts';
import type { Heap } from './memory/heap.ts';
import { Storage } from './memory/storage.ts';

type Values = tf.backend_util.BackendValues;

/**
 * Tensors on a WebAssembly heap. A CPU backend whose every kernel works, on views of that heap; the hot kernels are
 * replaced by WebAssembly ones (see ops/).
 */
export class PortableBackend extends tf.MathBackendCPU {
  readonly kernels: Kernels;
  readonly #storage: Storage;

  constructor(kernels: Kernels) {
    super();
    this.kernels = kernels;
    this.#storage = new Storage(this);
    // What the CPU backend and its kernels look their inputs up in; and without its advice to install another one.
    Object.assign(this, { data: this.#storage, firstUse: false });
  }

  get heap(): Heap {
    return this.kernels.heap;
  }

  /** The block of a tensor. */
  block({ dataId }: tf.TensorInfo): Block {
    return this.#storage.get(dataId);
  }

  /** Where a tensor's numbers lie on the heap. */
  address(x: tf.TensorInfo): number {
    return this.block(x).place();
  }

  /** A view of a tensor's numbers: valid until the next allocation. */
  view(x: tf.TensorInfo): Values {
    return this.block(x).values;
  }

  /** Computes what was put off of a tensor, so that `view` does not allocate. */
  settle(x: tf.TensorInfo): void {
    this.block(x).settle();
  }

  /** A tensor with room on the heap, its numbers still to be written. */
  make(shape: number[], dtype: HeapType): tf.TensorInfo {
    const block = this.#add(tf.util.sizeFromShape(shape), dtype);
    block.reserve();
    return { dataId: block, shape, dtype };
  }

  /**
   * A float32 tensor that is computed when its numbers are first asked for, and never if they are not:
   * TensorFlow.js computes the gradient of every input of a layer, also of the data, which nobody looks at.
   * @param inputs kept alive, and unchanged, until then
   * @param compute gets them as they are now: a variable may have been given other numbers by then
   */
  defer<const Inputs extends readonly tf.TensorInfo[]>(
    shape: number[],
    inputs: Inputs,
    compute: (out: tf.TensorInfo, inputs: Inputs) => void,
  ): tf.TensorInfo {
    const block = this.#add(tf.util.sizeFromShape(shape), 'float32');
    const out: tf.TensorInfo = { dataId: block, shape, dtype: 'float32' };
    for (const { dataId } of inputs) this.incRef(dataId);
    const held = inputs.map(({ dataId, shape, dtype }) => ({ dataId, shape, dtype }));
    block.pending = {
      compute: () => {
        block.reserve();
        compute(out, held as unknown as Inputs);
      },
      release: () => this.free(...held),
    };
    return out;
  }

  /** A second tensor on the same numbers, under another shape; they are freed with the last of them. */
  share(x: tf.TensorInfo, shape: number[]): tf.TensorInfo {
    this.incRef(x.dataId);
    return { dataId: x.dataId, shape, dtype: x.dtype };
  }

  /** Copies the numbers of a tensor to another of the same size. */
  copy(from: tf.TensorInfo, to: tf.TensorInfo): void {
    const { bytes } = this.block(from);
    this.kernels.run(COPY_BYTES, 1, 0, this.address(from), this.address(to), bytes);
  }

  /** Frees what a kernel made on the way. */
  free(...made: tf.TensorInfo[]): void {
    for (const { dataId } of made) this.disposeData(dataId);
  }

  override write(values: Values, shape: number[], dtype: tf.DataType): object {
    const size = tf.util.sizeFromShape(shape);
    // TensorFlow.js finds the shape of nested arrays by their first rows alone.
    if (values != null && values.length !== size) {
      throw new Error(
        `A tensor of shape [${shape}] has ${size} values; the array holds ${values.length}. ` +
          'Are all its rows of equal length?',
      );
    }
    const block = this.#add(size, dtype);
    this.#fill(block, values);
    return block;
  }

  override makeTensorInfo(
    shape: number[],
    dtype: tf.DataType,
    values?: Values | string[],
  ): tf.TensorInfo {
    const block = this.#add(tf.util.sizeFromShape(shape), dtype);
    // Left where it is: mostly the next kernel is a CPU one too.
    block.plain = this.#own(encoded(values) as Values);
    return { dataId: block, shape, dtype };
  }

  override move(
    dataId: object,
    values: Values,
    shape: number[],
    dtype: tf.DataType,
    refCount: number,
  ): void {
    const block = this.#add(tf.util.sizeFromShape(shape), dtype);
    block.refCount = refCount;
    this.#fill(block, values);
    this.#storage.set(dataId, block);
  }

  override readSync(dataId: object): Values {
    const block = this.#storage.get(dataId);
    if (block.dtype === 'complex64') return super.readSync(dataId);
    const { values } = block;
    if (block.address === 0) {
      return tf.util.convertBackendValuesAndArrayBuffer(values, block.dtype) as Values;
    }
    return (values as Float32Array).slice();
  }

  override disposeData(dataId: object, force = false): boolean {
    const block = this.#storage.find(dataId);
    if (!block) return true;
    if (--block.refCount > 0 && !force) return false;
    const parts = block.complexTensorInfos;
    block.release();
    this.#storage.count--;
    if (block !== dataId) this.#storage.delete(dataId);
    if (parts) this.free(parts.real, parts.imag);
    return true;
  }

  override incRef(dataId: object): void {
    this.#storage.get(dataId).refCount++;
  }

  override decRef(dataId: object): void {
    const block = this.#storage.find(dataId);
    if (block) block.refCount--;
  }

  override refCount(dataId: object): number {
    return this.#storage.find(dataId)?.refCount ?? 0;
  }

  override numDataIds(): number {
    return this.#storage.numDataIds();
  }

  override memory(): { unreliable: boolean; reasons: string[] } {
    return { unreliable: false, reasons: [] };
  }

  override dispose(): void {
    this.kernels.dispose();
  }

  #add(size: number, dtype: tf.DataType): Block {
    this.#storage.count++;
    return new Block(this.heap, size, dtype);
  }

  #fill(block: Block, values: Values): void {
    block.plain = this.#own(values);
    if (isHeapType(block.dtype) && values != null) block.place();
  }

  /** Values that do not change under us: a CPU kernel may give back the very view that it was lent. */
  #own(values: Values): Values {
    return ArrayBuffer.isView(values) && values.buffer === this.heap.buffer
      ? (values as Float32Array).slice()
      : values;
  }
}

/** Texts as their bytes, as TensorFlow.js keeps them. */
function encoded(values: Values | string[] | undefined): Values | string[] | undefined {
  if (!Array.isArray(values) || typeof values[0] !== 'string') return values;
  return (values as string[]).map((text) => tf.util.encodeString(text));
}
