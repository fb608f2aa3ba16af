/**
 * Kernels of TensorFlow.js's CPU backend that do right by the first item of a batch alone, run for one item at a
 * time. `Transform` (`tf.image.transform`) returns after the first picture; `Multinomial` begins each row with the
 * same random numbers, so that equal rows get equal samples.
 */
import * as tf from '../../tf.ts';
import type { PortableBackend } from '../backend.ts';
import type { Call, KernelTable } from './kernel.ts';

export const itemwiseKernels: KernelTable = {
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
  const concat = tf.getKernel('Concat', tf.getBackend()).kernelFunc;
  const run = (kernel: tf.KernelFunc, on: Call['inputs'], attrs: object) => {
    const result = kernel({ inputs: on, attrs: { ...attrs }, backend }) as tf.TensorInfo;
    backend.free(...Object.values(on));
    return result;
  };
  const results: Call['inputs'] = {};
  for (let i = 0; i < batch; i++) {
    const one = Object.entries(inputs).map(([name, x]) => [name, itemOf(x, i, backend)]);
    results[i] = run(stock, Object.fromEntries(one), attrsOf(i));
  }
  return run(concat, results, { axis: 0 });
}

/** Of [batch, …] the item i as [1, …]; where there is one for all, that one. */
function itemOf(x: tf.TensorInfo, i: number, backend: PortableBackend): tf.TensorInfo {
  const [items = 1, ...shape] = x.shape;
  if (items === 1) return backend.share(x, x.shape);
  const size = tf.util.sizeFromShape(shape);
  const values = backend.view(x) as tf.backend_util.TypedArray;
  return backend.makeTensorInfo([1, ...shape], x.dtype, values.slice(i * size, (i + 1) * size));
}
