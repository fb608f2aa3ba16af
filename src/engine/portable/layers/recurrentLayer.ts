/** What of tf.layers' recurrent layers and their cells is used here. */
import type * as tf from '../../tf.ts';

export interface LayerVariable {
  read(): tf.Tensor;
}

interface Named {
  getClassName(): string;
}

export interface RecurrentCell extends Named {
  kernel: LayerVariable;
  recurrentKernel: LayerVariable;
  bias: LayerVariable | null;
  activation: Named | null;
  /** Of LSTM and GRU. */
  recurrentActivation?: Named | null;
  dropout: number;
  recurrentDropout: number;
}

export interface RecurrentLayer extends Named {
  cell: RecurrentCell;
  returnSequences: boolean;
  returnState: boolean;
  goBackwards: boolean;
  stateful: boolean;
  /** Of a stateful layer. */
  states_: tf.Tensor[] | null;
  resetStates(states: tf.Tensor[], training?: boolean): void;
}

export interface CallArgs {
  mask?: tf.Tensor | null;
  training?: boolean | null;
  initialState?: tf.Tensor[] | null;
}

/** RNN's own method `call`, from which that of LSTM, GRU and SimpleRNN differs by nothing but dropout. */
export type LayerCall = (
  this: RecurrentLayer,
  inputs: tf.Tensor | tf.Tensor[],
  args?: CallArgs | null,
) => tf.Tensor | tf.Tensor[];
