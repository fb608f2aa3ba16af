/**
 * Times every kernel that TensorFlow.js calls; what is left of a step is JavaScript around them. Each is waited for,
 * while in training JavaScript goes on meanwhile.
 */
import { PortableBackend } from '../../../../src/engine/portable/backend.ts';
import * as tf from '../../../../src/engine/tf.ts';
import { printTotals, type Total } from './totals.ts';

export async function profileKernels(run: () => Promise<number>, byShapes: boolean): Promise<void> {
  const clock = new KernelClock(byShapes);
  clock.install();
  const began = performance.now();
  const steps = await run();
  printTotals(clock.totals, performance.now() - began, steps);
}

class KernelClock {
  /** A kernel's time is without those that it calls through the registry itself. */
  readonly totals = new Map<string, Total>();
  readonly #byShapes: boolean;
  /** Time in kernels called by the one that runs. */
  #inner = 0;

  constructor(byShapes: boolean) {
    this.#byShapes = byShapes;
  }

  /** Puts every kernel of the backend in place under the clock. */
  install(): void {
    for (const config of tf.getKernelsForBackend(tf.getBackend())) {
      const { kernelName, backendName, kernelFunc } = config;
      tf.unregisterKernel(kernelName, backendName);
      tf.registerKernel({ ...config, kernelFunc: this.#timed(kernelName, kernelFunc) });
    }
  }

  #timed(name: string, kernel: tf.KernelFunc): tf.KernelFunc {
    const backend = tf.backend();
    return (args) => {
      const outside = this.#inner;
      this.#inner = 0;
      const began = performance.now();
      const output = kernel(args);
      if (backend instanceof PortableBackend) backend.kernels.finish();
      const took = performance.now() - began;
      this.#add(this.#byShapes ? withShapes(name, args.inputs) : name, took - this.#inner);
      this.#inner = outside + took;
      return output;
    };
  }

  #add(key: string, milliseconds: number): void {
    const total = this.totals.get(key) ?? { calls: 0, milliseconds: 0 };
    total.calls++;
    total.milliseconds += milliseconds;
    this.totals.set(key, total);
  }
}

/** For example 'Add 16×64×64, 64'. */
function withShapes(name: string, inputs: tf.NamedTensorInfoMap): string {
  const shapes = Object.values(inputs)
    .flat()
    .flatMap((input) => (input ? [input.shape.join('×') || 'scalar'] : []));
  return `${name} ${shapes.join(', ')}`;
}
