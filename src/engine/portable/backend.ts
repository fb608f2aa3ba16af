import { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import { quietCpuBackend } from '../cpu.ts';
import type * as tf from '../tf.ts';

/** Tensors on the WebAssembly heap, with a JavaScript backend at hand for the kernels that WebAssembly lacks. */
export class PortableBackend extends BackendWasm {
  /** Holds tensors only while one of its kernels runs. */
  readonly cpu = quietCpuBackend();

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

  onHeap(values: ArrayBufferView): boolean {
    return values.buffer === this.#heap;
  }

  /** The whole memory; a new one each time it grows. */
  get #heap(): ArrayBuffer {
    return (this.wasm as { HEAPU8?: Uint8Array<ArrayBuffer> }).HEAPU8?.buffer ?? new ArrayBuffer();
  }
}
