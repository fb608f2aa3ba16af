import * as tf from '../../tf.ts';
import { PortableBackend } from '../backend.ts';
import type { Inputs, Insides } from './insides.ts';

/** Calls kernels of the portable backend without the closures and look-ups of TensorFlow.js's own way. */
export function shortenCalls(engine: Insides): void {
  const stock = engine.runKernel;
  engine.runKernel = function (name, inputs, attrs) {
    const kernel = this.state.profiling ? undefined : kernelOf(this, name);
    return kernel ? call(this, kernel, name, inputs, attrs) : stock.call(this, name, inputs, attrs);
  };
}

/** Undefined where another backend is the current one, or each kernel is to be looked at. */
function kernelOf(engine: Insides, name: string): tf.KernelFunc | undefined {
  const { backendInstance: backend, ENV } = engine;
  if (!(backend instanceof PortableBackend) || ENV.getBool('DEBUG')) return undefined;
  return tf.getKernel(name, engine.backendName)?.kernelFunc;
}

function call(
  engine: Insides,
  kernel: tf.KernelFunc,
  name: string,
  inputs: Inputs,
  attrs: tf.NamedAttrMap | undefined,
): tf.Tensor | tf.Tensor[] {
  const recorded = engine.isTapeOn();
  let saved: tf.Tensor[] = [];
  let tensors: tf.Tensor[];
  let many: boolean;
  engine.state.kernelDepth++;
  try {
    const out = run(engine, kernel, name, inputs, attrs);
    many = Array.isArray(out);
    tensors = (Array.isArray(out) ? out : [out]).map((info) => tensorOf(engine, info));
    if (recorded) {
      const needed = engine.getTensorsForGradient(name, inputs, tensors);
      saved = engine.saveTensorsForBackwardMode(needed);
    }
  } finally {
    engine.state.kernelDepth--;
  }
  if (recorded) engine.addTapeNode(name, inputs, tensors, null, saved, attrs);
  return many ? tensors : (tensors[0] as tf.Tensor);
}

function run(
  engine: Insides,
  kernel: tf.KernelFunc,
  name: string,
  inputs: Inputs,
  attrs: tf.NamedAttrMap | undefined,
): tf.TensorInfo | tf.TensorInfo[] {
  const backend = engine.backendInstance as PortableBackend;
  if (!engine.shouldCheckForMemLeaks()) return kernel({ inputs, attrs, backend });
  engine.state.numDataMovesStack.push(0);
  const before = backend.numDataIds();
  const out = kernel({ inputs, attrs, backend });
  engine.checkKernelForMemLeak(name, before, Array.isArray(out) ? out : [out]);
  return out;
}

/** Some kernels give whole tensors. */
function tensorOf(engine: Insides, info: tf.TensorInfo | tf.Tensor): tf.Tensor {
  return 'rank' in info ? info : engine.makeTensorFromTensorInfo(info);
}
