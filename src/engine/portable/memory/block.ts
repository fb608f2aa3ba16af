import type * as tf from '../../tf.ts';
import type { Heap } from './heap.ts';

/** Types whose numbers lie on the heap: all but text and complex numbers. */
export type HeapType = 'float32' | 'int32' | 'bool';

type Values = Float32Array | Int32Array | Uint8Array;

/** What is still to be computed. */
export interface Pending {
  compute(): void;
  /** Lets go of the inputs, whether it was computed or not. */
  release(): void;
}

let nextId = 1;

const types = { float32: Float32Array, int32: Int32Array, bool: Uint8Array };
/** So many numbers are kept in JavaScript too. */
const AT_HAND = 16_384;

/**
 * The numbers of one or more tensors. The object itself is what TensorFlow.js knows as a `dataId`, so that finding
 * the numbers of a tensor takes no look-up.
 */
export class Block {
  /** TensorFlow.js's profiler names data by it. */
  readonly id = nextId++;
  readonly dtype: tf.DataType;
  /** Numbers, not bytes. */
  readonly size: number;
  readonly #heap: Heap;
  /** Tensors, and computations under way, that need it. */
  refCount = 1;
  /** False once TensorFlow.js has moved it to another backend or freed it. */
  live = true;
  /** Where it lies on the heap; 0 as long as `plain` holds its values. */
  address = 0;
  /** Values that no WebAssembly kernel has asked for yet, and those that never lie on the heap. */
  plain: tf.backend_util.BackendValues | undefined;
  pending: Pending | undefined;
  /** TensorFlow.js's own notes on it: see bookkeeping/dataNotes.ts. */
  note: unknown;
  /** The two parts of complex numbers. */
  complexTensorInfos: { real: tf.TensorInfo; imag: tf.TensorInfo } | undefined;
  #view: Values | undefined;

  constructor(heap: Heap, size: number, dtype: tf.DataType) {
    this.#heap = heap;
    this.size = size;
    this.dtype = dtype;
  }

  get bytes(): number {
    return this.dtype === 'bool' ? this.size : 4 * this.size;
  }

  /** The name is the CPU backend's, whose kernels read it. A view of the heap: valid until the next allocation. */
  get values(): tf.backend_util.BackendValues {
    this.settle();
    if (this.plain || this.address === 0) return this.plain as tf.backend_util.BackendValues;
    this.#heap.finish();
    if (this.#view?.buffer !== this.#heap.buffer) this.#view = this.#makeView();
    return this.#view as Values;
  }

  /** Puts the values on the heap, when they are not there yet. */
  place(): number {
    this.settle();
    if (this.address !== 0) return this.address;
    this.address = this.#heap.allocate(this.bytes);
    if (this.plain) this.#write(this.plain as ArrayLike<number>);
    return this.address;
  }

  /** Puts it on the heap for a kernel to change in place: what JavaScript knows of it will no longer hold. */
  placeToChange(): number {
    const address = this.place();
    this.plain = undefined;
    return address;
  }

  /** Gives it other numbers. */
  overwrite(values: Values): void {
    this.place();
    this.#write(values);
  }

  /** Few numbers stay at hand here too, so that looking at them, at indices for example, waits for no call. */
  #write(values: ArrayLike<number>): void {
    const Type = types[this.dtype as HeapType];
    const typed = values instanceof Type ? values : new Type(values);
    this.#heap.write(
      this.address,
      new Uint8Array(typed.buffer, typed.byteOffset, typed.byteLength),
    );
    this.plain = this.size > AT_HAND ? undefined : typed === values ? typed.slice() : typed;
  }

  /** Room on the heap with whatever numbers are there. */
  reserve(): number {
    this.address = this.#heap.allocate(this.bytes);
    return this.address;
  }

  /** Computes what was put off; where it fails, for lack of room for example, it stays put off. */
  settle(): void {
    const { pending } = this;
    if (!pending) return;
    this.pending = undefined;
    try {
      pending.compute();
    } catch (error) {
      if (this.address !== 0) this.#heap.free(this.address, this.bytes);
      this.address = 0;
      this.pending = pending;
      throw error;
    }
    pending.release();
  }

  /** Gives its room back. */
  release(): void {
    const { pending, address } = this;
    this.pending = undefined;
    this.address = 0;
    this.plain = undefined;
    this.#view = undefined;
    this.live = false;
    pending?.release();
    if (address !== 0) this.#heap.free(address, this.bytes);
  }

  #makeView(): Values {
    const { buffer } = this.#heap;
    if (this.dtype === 'float32') return new Float32Array(buffer, this.address, this.size);
    if (this.dtype === 'int32') return new Int32Array(buffer, this.address, this.size);
    return new Uint8Array(buffer, this.address, this.size);
  }
}

export function isHeapType(dtype: tf.DataType): dtype is HeapType {
  return dtype === 'float32' || dtype === 'int32' || dtype === 'bool';
}
