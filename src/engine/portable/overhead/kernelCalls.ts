import type * as tf from '../../tf.ts';
import { type EngineParts, isWatched } from './engineParts.ts';

/**
 * Calls kernels with one look-up of the kernel by a name that is put together once, and without the functions that
 * TensorFlow.js makes for each call.
 */
export function callKernelsDirectly(engine: EngineParts): void {
  const stock = engine.runKernel.bind(engine);
  const find = finder(engine);
  if (!find) return;
  engine.runKernel = (name, inputs, attrs) => {
    const kernel = isWatched(engine) ? undefined : find(name);
    return kernel ? run(engine, kernel, inputs, attrs) : stock(name, inputs, attrs);
  };
}

/** Runs a kernel; its outputs become tensors, and what its gradient needs is recorded. */
function run(
  engine: EngineParts,
  { kernelName, kernelFunc }: tf.KernelConfig,
  inputs: tf.NamedTensorMap,
  attrs: object | undefined,
): tf.Tensor | tf.Tensor[] {
  const { state, backend } = engine;
  const recorded = state.gradientDepth > 0 && state.kernelDepth === 0;
  let saved: tf.Tensor[] = [];
  let outputs: tf.Tensor | tf.Tensor[];
  // Operations that a kernel calls are not recorded.
  state.kernelDepth++;
  try {
    const results = kernelFunc({ inputs, backend, attrs: attrs as tf.NamedAttrMap });
    outputs = Array.isArray(results)
      ? results.map((result) => asTensor(engine, result))
      : asTensor(engine, results);
    if (recorded) {
      const needed = engine.getTensorsForGradient(kernelName, inputs, [outputs].flat());
      saved = engine.saveTensorsForBackwardMode(needed);
    }
  } finally {
    state.kernelDepth--;
  }
  if (recorded) {
    engine.addTapeNode(kernelName, inputs, [outputs].flat(), null, saved, attrs);
  }
  return outputs;
}

function asTensor(engine: EngineParts, result: tf.TensorInfo | tf.Tensor): tf.Tensor {
  return 'rank' in result ? result : engine.makeTensorFromTensorInfo(result);
}

/**
 * Finds kernels of the current backend in TensorFlow.js's registry, which has them by names like “cpu_Add”.
 * Undefined where the registry is not where it is expected.
 */
function finder(engine: EngineParts): ((name: string) => tf.KernelConfig | undefined) | undefined {
  const globals = globalThis as { _tfGlobals?: Map<string, unknown> };
  const registry = globals._tfGlobals?.get('kernelRegistry');
  if (!(registry instanceof Map)) return undefined;
  let backendName: string | null = null;
  let keys = new Map<string, string>();
  return (name) => {
    if (engine.backendName !== backendName) {
      backendName = engine.backendName;
      keys = new Map();
    }
    let key = keys.get(name);
    if (key === undefined) {
      key = `${backendName}_${name}`;
      keys.set(name, key);
    }
    return registry.get(key);
  };
}
