import type * as tf from '../../../tf.ts';
import { SIMPLE_RNN_BACKWARD, SIMPLE_RNN_FORWARD } from '../../assembly/kinds.ts';
import { asItIs, pack, transposed } from './buffers.ts';
import { addressOrNone, type Cell, rowsWorthSharing, sequence } from './cell.ts';

type Info = tf.TensorInfo;

/** The simple recurrent layer. See assembly/recurrent/simpleRnn.ts for the formula. */
export const simpleRnn: Cell<[h: Info], [outputs: Info, before: Info]> = {
  gates: 1,
  states: 1,
  forward(run, sums, [h], wanted) {
    const { backend, units, recurrentKernel } = run;
    const before = wanted.kept ? sequence(run) : undefined;
    const weights = pack(backend, recurrentKernel, asItIs(units, units));
    backend.kernels.run(
      SIMPLE_RNN_FORWARD,
      run.batch,
      rowsWorthSharing(run, 1),
      run.steps,
      units,
      backend.address(sums),
      backend.address(weights),
      backend.address(h),
      addressOrNone(backend, before),
    );
    backend.free(weights);
    return { outputs: wanted.outputs ? sums : undefined, kept: before && [sums, before] };
  },
  backward(run, [outputs, before], [dh], given) {
    const { backend, units, recurrentKernel } = run;
    // Not in place: the outputs are also those of the layer, which others may still need.
    const dSums = sequence(run);
    const weights = pack(backend, recurrentKernel, transposed(units, units));
    backend.kernels.run(
      SIMPLE_RNN_BACKWARD,
      run.batch,
      rowsWorthSharing(run, 1),
      run.steps,
      units,
      backend.address(outputs),
      backend.address(weights),
      backend.address(dh),
      addressOrNone(backend, given.dOutputs),
      backend.address(dSums),
      Number(given.toTheStart),
    );
    backend.free(weights);
    return { dSums, factors: [{ states: before, from: 0, to: units }], made: [dSums] };
  },
};
