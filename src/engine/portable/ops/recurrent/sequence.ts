/** A recurrent layer over whole sequences, and its gradients: what the kinds of layers have in common. */
import type * as tf from '../../../tf.ts';
import { WEIGHT_GRADIENTS } from '../../assembly/kinds.ts';
import type { PortableBackend } from '../../backend.ts';
import { WORTH_SHARING } from '../kernel.ts';
import { multiply, type Product } from '../matMul.ts';
import { startFrom } from './buffers.ts';
import { addressOrNone, type Backward, type Cell, type Run, type Wanted } from './cell.ts';

type Info = tf.TensorInfo;

export interface Inputs<T extends Info = Info> {
  /** [batch, steps, inputs]. */
  x: T;
  /** W: [inputs, gates · units]. */
  kernel: T;
  /** U: [units, gates · units]. */
  recurrentKernel: T;
  /** b: [gates · units]. */
  bias: T | undefined;
  /** The states before the first step [batch, units]; zeros where there are none. */
  initial: T[];
}

export interface Results {
  /** h after each step. */
  outputs: Info | undefined;
  /** After the last step. */
  states: Info[];
  /** What the gradient needs. */
  kept: Info[];
}

/** What a layer is to do with such inputs. */
export function describe(backend: PortableBackend, inputs: Inputs, hard: boolean): Run {
  const { x, recurrentKernel } = inputs;
  const [batch = 0, steps = 0] = x.shape;
  return { backend, batch, steps, units: recurrentKernel.shape[0] ?? 0, hard, recurrentKernel };
}

export function forward(cell: Cell, run: Run, inputs: Inputs, wanted: Wanted): Results {
  const { backend, batch, steps, units } = run;
  const width = cell.gates * units;
  const sums = backend.make([batch, steps, width], 'float32');
  const projection = product(batch * steps, width, inputs.x.shape[2] ?? 0);
  multiply(backend, projection, inputs.x, inputs.kernel, sums, inputs.bias);
  const states = Array.from({ length: cell.states }, (_, i) =>
    startFrom(backend, [batch, units], inputs.initial[i]),
  );
  const { outputs, kept = [] } = cell.forward(run, sums, states, wanted);
  if (outputs !== sums && !kept.includes(sums)) backend.free(sums);
  return { outputs, states, kept };
}

/** The gradients of what belongs to all steps. */
export function weightGradients(
  { backend, batch, steps, units }: Run,
  inputs: Inputs,
  { dSums, factors }: Backward,
): Pick<Inputs, 'kernel' | 'recurrentKernel' | 'bias'> {
  const kernel = backend.make(inputs.kernel.shape, 'float32');
  const recurrentKernel = backend.make(inputs.recurrentKernel.shape, 'float32');
  const bias = inputs.bias && backend.make(inputs.bias.shape, 'float32');
  const [features = 0, width = 0] = kernel.shape;
  const strip = columnsWorthSharing(batch * steps * (features + units));
  for (const { states, from, to } of factors) {
    backend.kernels.run(
      WEIGHT_GRADIENTS,
      Math.ceil((to - from) / strip),
      1,
      batch * steps,
      width,
      from,
      to,
      strip,
      features,
      units,
      backend.address(inputs.x),
      backend.address(states),
      backend.address(dSums),
      backend.address(kernel),
      backend.address(recurrentKernel),
      addressOrNone(backend, bias),
    );
  }
  return { kernel, recurrentKernel, bias };
}

/** At least 64 columns, so that packing the other factor is little beside multiplying by it. */
function columnsWorthSharing(workOfColumn: number): number {
  return 64 * Math.ceil(WORTH_SHARING / (64 * workOfColumn));
}

/** The gradient of x, computed when it is asked for: dSums · Wᵀ. */
export function inputGradient(
  { backend, batch, steps }: Run,
  { x, kernel }: Inputs,
  { dSums }: Backward,
): Info {
  const [features = 0, width = 0] = kernel.shape;
  const back = { ...product(batch * steps, features, width), transposeB: true };
  return backend.defer(x.shape, [dSums, kernel], (out) =>
    multiply(backend, back, dSums, kernel, out),
  );
}

function product(rows: number, columns: number, terms: number): Product {
  const plain = { transposeA: false, transposeB: false, manyA: false, manyB: false };
  return { batch: [], rows, columns, terms, ...plain };
}
