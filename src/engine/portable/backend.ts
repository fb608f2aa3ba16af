import { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import { quietCpuBackend } from '../cpu.ts';
import type * as tf from '../tf.ts';
import { guardMemory } from './memory.ts';

type MatMulFunction = (
  a: number,
  shapeA: Uint8Array,
  rankA: number,
  b: number,
  shapeB: Uint8Array,
  rankB: number,
  transposeA: number,
  transposeB: number,
  out: number,
) => void;

const MATMUL_TYPES = [
  ...['number', 'array', 'number'],
  ...['number', 'array', 'number'],
  ...['number', 'number', 'number'],
];

/** What the types of the stock module leave out. */
interface Module {
  HEAPU8: Uint8Array<ArrayBuffer>;
  _malloc(bytes: number): number;
  _free(address: number): void;
  cwrap(name: string, returns: null, types: string[]): unknown;
}

/** Tensors on the WebAssembly heap, with a JavaScript backend at hand for the kernels that WebAssembly lacks. */
export class PortableBackend extends BackendWasm {
  #matMul: MatMulFunction | undefined;
  /** Far above the numbers that the stock backend gives to tensors. */
  #nextPart = 2 ** 30;

  /** Holds tensors only while one of its kernels runs. */
  readonly cpu = quietCpuBackend();

  constructor(module: BackendWasm['wasm']) {
    super(module);
    guardMemory(this.#module);
  }

  /** Complex numbers lie on the heap as pairs of float32, which the stock backend does not know how to read. */
  override readSync(dataId: object, start?: number, end?: number): tf.backend_util.BackendValues {
    if (this.dataIdMap.get(dataId).dtype !== 'complex64') return super.readSync(dataId, start, end);
    return (this.view(dataId) as Float32Array).slice();
  }

  override read(dataId: object): Promise<tf.backend_util.BackendValues> {
    return Promise.resolve(this.readSync(dataId));
  }

  /** A view of a tensor's numbers on the heap: valid only until the next allocation. */
  view(dataId: object): tf.backend_util.BackendValues {
    const { dtype, shape, stringBytes, memoryOffset } = this.dataIdMap.get(dataId);
    if (dtype === 'string') return stringBytes ?? [];
    if (dtype !== 'complex64') return this.typedArrayFromHeap({ dataId, shape, dtype });
    const size = shape.reduce((product, n) => product * n, 1);
    return new Float32Array(this.#heap, memoryOffset, 2 * size);
  }

  /** Gives a run of a tensor's float32 an id, as the WebAssembly functions want it. Return it after use. */
  lendPart({ dataId }: tf.TensorInfo, from: number, size: number): number {
    const id = this.#nextPart++;
    const { memoryOffset } = this.dataIdMap.get(dataId);
    this.wasm.tfjs.registerTensor(id, size, memoryOffset + 4 * from);
    return id;
  }

  returnPart(id: number): void {
    this.wasm.tfjs.disposeData(id);
  }

  /** The WebAssembly function for products of float32 matrices. */
  matMulFunction(): MatMulFunction {
    this.#matMul ??= this.#module.cwrap('BatchMatMul', null, MATMUL_TYPES) as MatMulFunction;
    return this.#matMul;
  }

  onHeap(values: ArrayBufferView): boolean {
    return values.buffer === this.#heap;
  }

  /** The whole memory; a new one each time it grows. */
  get #heap(): ArrayBuffer {
    return this.#module.HEAPU8.buffer;
  }

  get #module(): Module {
    return this.wasm as unknown as Module;
  }
}
