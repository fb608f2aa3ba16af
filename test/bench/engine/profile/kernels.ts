/** Times every kernel that TensorFlow.js calls; what is left of a step is JavaScript around them. */
import * as tf from '../../../../src/engine/tf.ts';
import { printAligned } from '../aligned.ts';

interface Total {
  calls: number;
  /** Without the kernels that it calls through the registry itself. */
  milliseconds: number;
}

export async function profileKernels(run: () => Promise<number>, byShapes: boolean): Promise<void> {
  const clock = new KernelClock(byShapes);
  clock.install();
  const began = performance.now();
  const steps = await run();
  print(clock.totals, performance.now() - began, steps);
}

class KernelClock {
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
    return (args) => {
      const outside = this.#inner;
      this.#inner = 0;
      const began = performance.now();
      const output = kernel(args);
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

function print(totals: ReadonlyMap<string, Total>, elapsed: number, steps: number): void {
  const sorted = [...totals].sort(([, a], [, b]) => b.milliseconds - a.milliseconds);
  const inKernels = sorted.reduce((sum, [, { milliseconds }]) => sum + milliseconds, 0);
  const calls = sorted.reduce((sum, [, total]) => sum + total.calls, 0);
  const row = (name: string, count: number, milliseconds: number) => [
    name,
    (count / steps).toFixed(1),
    (milliseconds / steps).toFixed(3),
    `${((100 * milliseconds) / elapsed).toFixed(1)} %`,
    count > 0 ? ((1000 * milliseconds) / count).toFixed(1) : '',
  ];
  printAligned([
    ['kernel', 'calls a step', 'ms a step', 'share', 'µs a call'],
    ...sorted.map(([name, total]) => row(name, total.calls, total.milliseconds)),
    row('JavaScript around kernels', 0, elapsed - inKernels),
    row('a step', calls, elapsed),
  ]);
}
