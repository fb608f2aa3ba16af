/** Runs a kernel of the JavaScript backend on tensors of the WebAssembly heap. */
import * as tf from '../tf.ts';
import type { PortableBackend } from './backend.ts';

type Inputs = tf.NamedTensorInfoMap;

/** Wraps a CPU kernel: inputs are lent as views, outputs are copied to the heap, nothing is left behind. */
export function viaCpu(kernel: tf.KernelFunc): tf.KernelFunc {
  return ({ inputs, attrs, backend }) => {
    const portable = backend as PortableBackend;
    const lent = new Map<object, object>();
    const lend = (tensor: tf.TensorInfo) => lendTensor(portable, tensor, lent);
    const results = kernel({
      inputs: mapTensors(inputs, lend) as Inputs,
      attrs: attrs && (mapTensors(attrs, lend) as tf.NamedAttrMap),
      backend: portable.cpu,
    });
    const outputs = [results].flat().map((result) => takeTensor(portable, result));
    for (const cpuId of lent.values()) portable.cpu.disposeData(cpuId, true);
    return Array.isArray(results) ? outputs : (outputs[0] ?? []);
  };
}

/** Maps the tensors in a kernel's arguments, which are fields, items of an array, or items of an array in a field. */
function mapTensors(value: unknown, map: (tensor: tf.TensorInfo) => tf.TensorInfo): unknown {
  if (isTensorInfo(value)) return map(value);
  if (Array.isArray(value)) return value.map((item) => mapTensors(item, map));
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
  if (Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, mapTensors(item, map)]),
  );
}

function isTensorInfo(value: unknown): value is tf.TensorInfo {
  return typeof value === 'object' && value !== null && 'dataId' in value && 'shape' in value;
}

/** Shows a tensor to the CPU backend without copying it; tensors that share data share the loan. */
function lendTensor(
  portable: PortableBackend,
  { dataId, shape, dtype }: tf.TensorInfo,
  lent: Map<object, object>,
): tf.TensorInfo {
  const values = () => portable.view(dataId);
  if (dtype === 'complex64') {
    const cpuId = lendComplex(portable, values() as Float32Array, shape);
    lent.set(cpuId, cpuId);
    return asTensor(cpuId, shape, dtype);
  }
  const cpuId = lent.get(dataId) ?? portable.cpu.write(values(), shape, dtype);
  lent.set(dataId, cpuId);
  return asTensor(cpuId, shape, dtype);
}

/** Some of the kernels ask for more than a TensorInfo has. */
function asTensor(dataId: object, shape: number[], dtype: tf.DataType): tf.TensorInfo {
  const tensor = { dataId, shape, dtype, rank: shape.length, size: tf.util.sizeFromShape(shape) };
  return tensor;
}

/** The CPU backend keeps a complex tensor as two real ones, of its shape. */
function lendComplex({ cpu }: PortableBackend, pairs: Float32Array, shape: number[]): object {
  const { real, imag } = tf.backend_util.splitRealAndImagArrays(pairs);
  const dataId = cpu.write(new Float32Array(), shape, 'complex64');
  cpu.data.get(dataId).complexTensorInfos = {
    real: cpu.makeTensorInfo(shape, 'float32', real),
    imag: cpu.makeTensorInfo(shape, 'float32', imag),
  };
  return dataId;
}

/** Copies a result to the heap and frees it on the CPU side. */
function takeTensor(
  portable: PortableBackend,
  { dataId, shape, dtype }: tf.TensorInfo,
): tf.TensorInfo {
  const values = exactly(portable.cpu.readSync(dataId), dtype);
  portable.cpu.disposeData(dataId);
  // Making room may move the heap, so a result that is itself a view of it is copied first.
  const safe = ArrayBuffer.isView(values) && portable.onHeap(values) ? values.slice() : values;
  return { dataId: portable.write(safe, shape, dtype), shape, dtype };
}

/** JavaScript kernels are not strict about the array they put numbers in; the heap is. */
function exactly(
  values: tf.backend_util.BackendValues,
  dtype: tf.DataType,
): tf.backend_util.BackendValues {
  switch (dtype) {
    case 'float32':
      return values instanceof Float32Array
        ? values
        : Float32Array.from(values as ArrayLike<number>);
    case 'int32':
      return values instanceof Int32Array ? values : Int32Array.from(values as ArrayLike<number>);
    case 'bool':
      return values instanceof Uint8Array ? values : Uint8Array.from(values as ArrayLike<number>);
    default:
      return values;
  }
}
