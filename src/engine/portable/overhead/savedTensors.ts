import { type EngineParts, isWatched } from './engineParts.ts';

/**
 * Tensors that are kept for the gradient. TensorFlow.js runs the kernel Identity for each, and records that, so that a
 * gradient of the gradient finds its way from the copy to the original. A copy that has the original's id needs no
 * record.
 */
export function saveWithoutKernels(engine: EngineParts): void {
  const stock = engine.clone.bind(engine);
  engine.clone = (x) => {
    if (isWatched(engine)) return stock(x);
    engine.backend.incRef(x.dataId);
    return Object.assign(engine.makeTensorFromTensorInfo(x), { id: x.id });
  };
}
