/** tf.layers' LSTM, GRU and SimpleRNN as one operation over the whole sequence, where it is an ordinary one. */
import * as tf from '../../tf.ts';
import { PortableBackend } from '../backend.ts';
import type { Cell } from '../ops/recurrent/cell.ts';
import { gru } from '../ops/recurrent/gru.ts';
import { lstm } from '../ops/recurrent/lstm.ts';
import { simpleRnn } from '../ops/recurrent/simpleRnn.ts';
import { runFused, type TensorInputs } from './fusedSequence.ts';
import type { CallArgs, LayerCall, RecurrentCell, RecurrentLayer } from './recurrentLayer.ts';

/** By the names of tf.layers' cells. */
const cells: Readonly<Record<string, Cell>> = {
  LSTMCell: lstm,
  GRUCell: gru,
  SimpleRNNCell: simpleRnn,
};

const GATES = new Set(['sigmoid', 'hardSigmoid']);
/** A row of all gates must fit into a thread's scratch memory. */
const MOST_UNITS = 8192;

/** Classes that were given the fused call. */
const fused = new WeakSet<object>();

/** Lets recurrent layers use the fused kernels wherever the portable engine is the backend. */
export function fuseRecurrentLayers(): void {
  // LSTM, GRU and SimpleRNN all call the method of this class.
  const [RNN] = tf.serialization.SerializationMap.getMap().classNameMap.RNN ?? [];
  if (!RNN || fused.has(RNN)) return;
  fused.add(RNN);
  const layer = RNN.prototype as { call: LayerCall };
  const stock = layer.call;
  layer.call = function call(inputs, args) {
    const [x, ...rest] = Array.isArray(inputs) ? inputs : [inputs];
    const cell = cells[this.cell.getClassName()];
    if (cell && x && rest.length === 0) {
      const fusable = prepare(this, cell, x, args ?? {});
      if (fusable) return tf.tidy(() => callFused(this, cell, fusable, args ?? {}, stock));
    }
    return stock.call(this, inputs, args);
  };
}

/** The inputs of the fused operation, where it does what the layer is to do. */
function prepare(
  layer: RecurrentLayer,
  cell: Cell,
  x: tf.Tensor,
  { mask, initialState }: CallArgs,
): TensorInputs | undefined {
  if (!(tf.backend() instanceof PortableBackend) || tf.engine().state.gradientDepth > 1) {
    return undefined;
  }
  if (mask || !isOrdinary(layer.cell)) return undefined;
  const initial = initialState ?? (layer.stateful ? layer.states_ : null) ?? [];
  const inputs = { ...weightsOf(layer.cell), x, initial };
  return fits(inputs, cell) ? inputs : undefined;
}

function isOrdinary({
  activation,
  recurrentActivation,
  dropout,
  recurrentDropout,
}: RecurrentCell): boolean {
  const gates =
    recurrentActivation === undefined || GATES.has(recurrentActivation?.getClassName() ?? '');
  return activation?.getClassName() === 'tanh' && gates && dropout === 0 && recurrentDropout === 0;
}

function weightsOf({
  kernel,
  recurrentKernel,
  bias,
}: RecurrentCell): Omit<TensorInputs, 'x' | 'initial'> {
  return { kernel: kernel.read(), recurrentKernel: recurrentKernel.read(), bias: bias?.read() };
}

/** Whether all has the shapes it must have; where not, TensorFlow.js says what is wrong. */
function fits({ x, kernel, recurrentKernel, initial }: TensorInputs, cell: Cell): boolean {
  const [batch = 0, steps = 0, features] = x.shape;
  const [units = 0] = recurrentKernel.shape;
  if (x.rank !== 3 || x.dtype !== 'float32' || x.size === 0 || steps === 0) return false;
  if (features !== kernel.shape[0] || units > MOST_UNITS) return false;
  const isState = ({ rank, shape, dtype }: tf.Tensor) =>
    rank === 2 && shape[0] === batch && shape[1] === units && dtype === 'float32';
  return initial.length === 0 || (initial.length === cell.states && initial.every(isState));
}

function callFused(
  layer: RecurrentLayer,
  cell: Cell,
  inputs: TensorInputs,
  { training }: CallArgs,
  stock: LayerCall,
): tf.Tensor | tf.Tensor[] {
  const { returnSequences: everyStep, goBackwards } = layer;
  const hard = layer.cell.recurrentActivation?.getClassName() === 'hardSigmoid';
  const sequence = { cell, hard, everyStep, stock: stockSequence(layer, stock) };
  const x = goBackwards ? tf.reverse(inputs.x, 1) : inputs.x;
  const results = runFused(sequence, { ...inputs, x }) as [tf.Tensor, ...tf.Tensor[]];
  const states = results.slice(-cell.states);
  if (layer.stateful) layer.resetStates(states, training ?? undefined);
  // h after each step, or else h, the first of the states.
  const [output] = results;
  return layer.returnState ? [output, ...states] : output;
}

/** TensorFlow.js's own computation of the same outputs, from weights that are handed in. */
function stockSequence(
  layer: RecurrentLayer,
  stock: LayerCall,
): (inputs: TensorInputs) => tf.Tensor[] {
  return ({ x, kernel, recurrentKernel, bias, initial }) => {
    const variable = (tensor: tf.Tensor) => ({ read: () => tensor });
    const cell: RecurrentCell = Object.assign(Object.create(layer.cell), {
      kernel: variable(kernel),
      recurrentKernel: variable(recurrentKernel),
      bias: bias ? variable(bias) : null,
    });
    const standIn: RecurrentLayer = Object.assign(Object.create(layer), {
      cell,
      goBackwards: false,
      returnState: true,
      _stateful: false,
    });
    const initialState = initial.length > 0 ? initial : undefined;
    const results = stock.call(standIn, x, { initialState }) as tf.Tensor[];
    // The output, which is the first state unless there is one for each step; and the states.
    return layer.returnSequences ? results : results.slice(1);
  };
}
