/**
 * Kernels that tfjs-node lacks (picture transforms, sparse, ragged and text operations), borrowed from TensorFlow.js's
 * JavaScript backend: a script must not fail because the native engine was found to be the faster one.
 */
import { quietCpuBackend } from '../cpu.ts';
import { itemwiseKernels } from '../itemwise.ts';
import * as tf from '../tf.ts';

/** @param backendName of the backend that gets all it lacks */
export function borrowKernels(backendName: string): void {
  const cpu = quietCpuBackend();
  const present = new Set(tf.getKernelsForBackend(backendName).map(({ kernelName }) => kernelName));
  for (const { kernelName, kernelFunc } of tf.getKernelsForBackend('cpu')) {
    if (present.has(kernelName)) continue;
    tf.registerKernel({
      kernelName,
      backendName,
      kernelFunc: borrowed(kernelName, kernelFunc, cpu),
    });
  }
}

/** The same kernel on tensors of another backend: they are copied there and back, and nothing stays behind. */
function borrowed(name: string, kernel: tf.KernelFunc, cpu: tf.MathBackendCPU): tf.KernelFunc {
  return ({ inputs, attrs, backend }) => {
    const own = backend as tf.KernelBackend;
    const lent: object[] = [];
    const lend = (tensor: tf.TensorInfo) => {
      const moved = move(tensor, own, cpu);
      lent.push(moved.dataId);
      // Some of these kernels ask for more than a TensorInfo has.
      return { ...moved, rank: moved.shape.length, size: tf.util.sizeFromShape(moved.shape) };
    };
    const call = { inputs: mapTensors(inputs, lend), attrs: attrs ?? {}, backend: cpu };
    const results = itemwiseKernels[name]?.(call) ?? kernel(call);
    const outputs = [results].flat().map((result) => {
      const output = move(result, cpu, own);
      cpu.disposeData(result.dataId);
      return output;
    });
    for (const dataId of lent) cpu.disposeData(dataId, true);
    const [first] = outputs;
    return Array.isArray(results) || !first ? outputs : first;
  };
}

/** An input is a tensor, an array of them, or was left out. */
function mapTensors(
  inputs: tf.NamedTensorInfoMap,
  map: (tensor: tf.TensorInfo) => tf.TensorInfo,
): tf.NamedTensorInfoMap {
  const mapped = Object.entries(inputs).map(([name, input]) => [
    name,
    Array.isArray(input) ? input.map(map) : input && map(input),
  ]);
  return Object.fromEntries(mapped);
}

function move(
  { dataId, shape, dtype }: tf.TensorInfo,
  from: tf.KernelBackend,
  to: tf.KernelBackend,
): tf.TensorInfo {
  const values = exactly(from.readSync(dataId), dtype);
  return { dataId: to.write(values, shape, dtype), shape, dtype };
}

/** JavaScript kernels are not strict about the array they put numbers in; libtensorflow is. */
function exactly(
  values: tf.backend_util.BackendValues,
  dtype: tf.DataType,
): tf.backend_util.BackendValues {
  if (dtype === 'string' || dtype === 'complex64') return values;
  const Numbers = { float32: Float32Array, int32: Int32Array, bool: Uint8Array }[dtype];
  return values instanceof Numbers ? values : Numbers.from(values as ArrayLike<number>);
}
