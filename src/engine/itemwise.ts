/**
 * Kernels of TensorFlow.js's CPU backend that do right by the first item of a batch alone, run for one item at a
 * time. `Transform` (`tf.image.transform`) returns after the first picture; `Multinomial` begins each row with the
 * same random numbers, so that equal rows get equal samples.
 */
import * as tf from './tf.ts';

interface Call {
  inputs: tf.NamedTensorInfoMap;
  attrs: Record<string, unknown>;
  backend: tf.MathBackendCPU;
}

/** Undefined where there is one item or none: then the kernel itself is right. */
type Itemwise = (call: Call) => tf.TensorInfo | undefined;

export const itemwiseKernels: Readonly<Record<string, Itemwise>> = {
  Transform(call) {
    const batch = call.inputs.image?.shape[0] ?? 0;
    return batch > 1 ? itemwise('Transform', batch, call) : undefined;
  },
  Multinomial(call) {
    const { seed } = call.attrs;
    const batch = call.inputs.logits?.shape[0] ?? 0;
    const seedOf = (row: number) => (row === 0 ? seed : `${seed}, row ${row}`);
    return batch > 1
      ? itemwise('Multinomial', batch, call, (row) => ({ ...call.attrs, seed: seedOf(row) }))
      : undefined;
  },
};

/** @param attrsOf the kernel's attributes for one item */
function itemwise(
  kernelName: string,
  batch: number,
  { inputs, attrs, backend }: Call,
  attrsOf = (_item: number): object => attrs,
): tf.TensorInfo {
  const stock = tf.getKernel(kernelName, 'cpu').kernelFunc;
  const concat = tf.getKernel('Concat', 'cpu').kernelFunc;
  const run = (
    kernel: tf.KernelFunc,
    on: tf.TensorInfo[],
    call: tf.NamedTensorInfoMap,
    attrs: object,
  ) => {
    const result = kernel({ inputs: call, attrs: { ...attrs }, backend }) as tf.TensorInfo;
    for (const { dataId } of on) backend.disposeData(dataId);
    return result;
  };
  const results: tf.TensorInfo[] = [];
  for (let i = 0; i < batch; i++) {
    const one = Object.entries(inputs).flatMap(([name, x]) =>
      x ? [[name, itemOf(x, i, backend)] as const] : [],
    );
    const items = one.map(([, item]) => item);
    results.push(run(stock, items, Object.fromEntries(one), attrsOf(i)));
  }
  // It takes its inputs as an array.
  return run(concat, results, results as unknown as tf.NamedTensorInfoMap, { axis: 0 });
}

/** Of [batch, …] the item i as [1, …]; where there is one for all, that one. */
function itemOf(x: tf.TensorInfo, i: number, backend: tf.MathBackendCPU): tf.TensorInfo {
  const { dataId, dtype } = x;
  const [items = 1, ...shape] = x.shape;
  if (items === 1) {
    backend.incRef(dataId);
    return { dataId, shape: x.shape, dtype };
  }
  const size = tf.util.sizeFromShape(shape);
  const values = backend.data.get(dataId).values as tf.backend_util.TypedArray;
  return backend.makeTensorInfo([1, ...shape], dtype, values.slice(i * size, (i + 1) * size));
}
