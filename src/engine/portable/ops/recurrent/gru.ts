import type * as tf from '../../../tf.ts';
import { GRU_BACKWARD, GRU_FORWARD } from '../../assembly/kinds.ts';
import { asItIs, pack, transposed } from './buffers.ts';
import { addressOrNone, type Cell, rowsWorthSharing, sequence } from './cell.ts';

type Info = tf.TensorInfo;
type Kept = [gates: Info, before: Info];

const GATES = 3;

/** Gated recurrent unit. See assembly/recurrent/gru.ts for the formulas. */
export const gru: Cell<[h: Info], Kept> = {
  gates: GATES,
  states: 1,
  forward(run, sums, [h], wanted) {
    const { backend, units, recurrentKernel } = run;
    const outputs = wanted.outputs ? sequence(run) : undefined;
    const before = wanted.kept ? sequence(run) : undefined;
    const width = GATES * units;
    const gateWeights = pack(backend, recurrentKernel, asItIs(units, width, 0, 2 * units));
    const weights = pack(backend, recurrentKernel, asItIs(units, width, 2 * units, units));
    backend.kernels.run(
      GRU_FORWARD,
      run.batch,
      rowsWorthSharing(run, GATES),
      run.steps,
      units,
      Number(run.hard),
      backend.address(sums),
      backend.address(gateWeights),
      backend.address(weights),
      backend.address(h),
      addressOrNone(backend, outputs),
      addressOrNone(backend, before),
    );
    backend.free(gateWeights, weights);
    return { outputs, kept: before && [sums, before] };
  },
  backward(run, [gates, before], [dh], given) {
    const { backend, units, recurrentKernel } = run;
    const width = GATES * units;
    const resets = sequence(run);
    const gateWeights = pack(backend, recurrentKernel, transposed(units, width, 0, 2 * units));
    const weights = pack(backend, recurrentKernel, transposed(units, width, 2 * units, units));
    backend.kernels.run(
      GRU_BACKWARD,
      run.batch,
      rowsWorthSharing(run, GATES),
      run.steps,
      units,
      Number(run.hard),
      backend.address(gates),
      backend.address(gateWeights),
      backend.address(weights),
      backend.address(dh),
      addressOrNone(backend, given.dOutputs),
      backend.address(before),
      backend.address(resets),
      Number(given.toTheStart),
    );
    backend.free(gateWeights, weights);
    return {
      dSums: gates,
      factors: [
        { states: before, from: 0, to: 2 * units },
        { states: resets, from: 2 * units, to: width },
      ],
      made: [resets],
    };
  },
};
