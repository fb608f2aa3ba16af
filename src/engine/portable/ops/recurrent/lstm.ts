import type * as tf from '../../../tf.ts';
import { LSTM_BACKWARD, LSTM_FORWARD } from '../../assembly/kinds.ts';
import { asItIs, pack, transposed } from './buffers.ts';
import { addressOrNone, type Cell, rowsWorthSharing, sequence } from './cell.ts';

type Info = tf.TensorInfo;
type States = [h: Info, c: Info];
type Kept = [gates: Info, before: Info, cellsBefore: Info, lastCell: Info];

const GATES = 4;

/** Long short-term memory. See assembly/recurrent/lstm.ts for the formulas. */
export const lstm: Cell<States, Kept> = {
  gates: GATES,
  states: 2,
  forward(run, sums, [h, c], wanted) {
    const { backend, units, recurrentKernel } = run;
    const outputs = wanted.outputs ? sequence(run) : undefined;
    const before = wanted.kept ? sequence(run) : undefined;
    const cellsBefore = wanted.kept ? sequence(run) : undefined;
    const weights = pack(backend, recurrentKernel, asItIs(units, GATES * units));
    backend.kernels.run(
      LSTM_FORWARD,
      run.batch,
      rowsWorthSharing(run, GATES),
      run.steps,
      units,
      Number(run.hard),
      backend.address(sums),
      backend.address(weights),
      backend.address(h),
      backend.address(c),
      addressOrNone(backend, outputs),
      addressOrNone(backend, before),
      addressOrNone(backend, cellsBefore),
    );
    backend.free(weights);
    return { outputs, kept: before && cellsBefore && [sums, before, cellsBefore, c] };
  },
  backward(run, [gates, before, cellsBefore, lastCell], [dh, dc], given) {
    const { backend, units, recurrentKernel } = run;
    const weights = pack(backend, recurrentKernel, transposed(units, GATES * units));
    backend.kernels.run(
      LSTM_BACKWARD,
      run.batch,
      rowsWorthSharing(run, GATES),
      run.steps,
      units,
      Number(run.hard),
      backend.address(gates),
      backend.address(weights),
      backend.address(dh),
      backend.address(dc),
      addressOrNone(backend, given.dOutputs),
      backend.address(cellsBefore),
      backend.address(lastCell),
      Number(given.toTheStart),
    );
    backend.free(weights);
    return {
      dSums: gates,
      factors: [{ states: before, from: 0, to: GATES * units }],
      made: [],
    };
  },
};
