import { addParts } from './convolution/addParts';
import { depthwise, depthwiseBack, depthwiseGradientOfFilter } from './convolution/depthwise';
import { gradientOfFilter } from './convolution/filterGradient';
import { convolve } from './convolution/forward';
import { convolveBack } from './convolution/inputGradient';
import { packFewColumns, packFilter } from './convolution/packFilter';
import { packPhases } from './convolution/packPhases';
import { repeatNumbers, sumRuns } from './convolution/repeat';
import { winograd } from './convolution/winograd/convolve';
import { winogradFilter } from './convolution/winograd/filter';
import { winogradGradient, winogradSum } from './convolution/winograd/gradient';
import { addMany } from './elementwise/addMany';
import { cast } from './elementwise/cast';
import { derivative } from './elementwise/derivative';
import { fill } from './elementwise/fill';
import { logical, select } from './elementwise/logical';
import { broadcastPair, flatPair } from './elementwise/pairs';
import { swishGrad } from './elementwise/swish';
import { unary } from './elementwise/unary';
import { matMul } from './gemm/matMul';
import * as kind from './kinds';
import { copy } from './movement/copy';
import { copyBytes } from './movement/copyBytes';
import { gather } from './movement/gather';
import { sortSegments, sumSegments } from './movement/segments';
import { batchNorm } from './normalization/batchNorm';
import { normalizeGradient } from './normalization/normalizeGradient';
import { adam, adamax } from './optimizer/adam';
import { adadelta, adagrad, rmsProp } from './optimizer/adaptive';
import { descend, momentum } from './optimizer/momentum';
import { averagePool, averagePoolGradient } from './pooling/average';
import { maxPool } from './pooling/max';
import { maxPoolGradient } from './pooling/maxGradient';
import { gruBackward, gruForward } from './recurrent/gru';
import { lstmBackward, lstmForward } from './recurrent/lstm';
import { simpleRnnBackward, simpleRnnForward } from './recurrent/simpleRnn';
import { packWeights, weightGradients } from './recurrent/weights';
import { extreme } from './reduce/extreme';
import { argExtreme, product, runningSum, truth } from './reduce/scans';
import { softmax, softmaxGrad } from './reduce/softmax';
import { sum } from './reduce/sum';

/** Does units `begin` to `end` (exclusive) of a kernel's work. */
export function dispatch(which: i32, args: usize, begin: i32, end: i32): void {
  switch (which) {
    // Matrix products
    case kind.MATMUL:
      matMul(args, begin, end);
      return;

    // Element by element
    case kind.FILL:
      fill(args, begin, end);
      return;
    case kind.CAST:
      cast(args, begin, end);
      return;
    case kind.UNARY:
      unary(args, begin, end);
      return;
    case kind.FLAT_PAIR:
      flatPair(args, begin, end);
      return;
    case kind.BROADCAST_PAIR:
      broadcastPair(args, begin, end);
      return;
    case kind.LOGICAL:
      logical(args, begin, end);
      return;
    case kind.SELECT:
      select(args, begin, end);
      return;
    case kind.ADD_MANY:
      addMany(args, begin, end);
      return;
    case kind.DERIVATIVE:
      derivative(args, begin, end);
      return;
    case kind.SWISH_GRAD:
      swishGrad(args, begin, end);
      return;

    // Reductions and softmax
    case kind.SUM:
      sum(args, begin, end);
      return;
    case kind.EXTREME:
      extreme(args, begin, end);
      return;
    case kind.ARG_EXTREME:
      argExtreme(args, begin, end);
      return;
    case kind.PRODUCT:
      product(args, begin, end);
      return;
    case kind.TRUTH:
      truth(args, begin, end);
      return;
    case kind.RUNNING_SUM:
      runningSum(args, begin, end);
      return;
    case kind.SOFTMAX:
      softmax(args, begin, end);
      return;
    case kind.SOFTMAX_GRAD:
      softmaxGrad(args, begin, end);
      return;

    // Moving numbers
    case kind.COPY:
      copy(args, begin, end);
      return;
    case kind.GATHER:
      gather(args, begin, end);
      return;
    case kind.SORT_SEGMENTS:
      sortSegments(args, begin, end);
      return;
    case kind.COPY_BYTES:
      copyBytes(args);
      return;
    case kind.SUM_SEGMENTS:
      sumSegments(args, begin, end);
      return;

    // Convolution, pooling, normalization
    case kind.CONVOLVE:
      convolve(args, begin, end);
      return;
    case kind.CONVOLVE_BACK:
      convolveBack(args, begin, end);
      return;
    case kind.GRADIENT_OF_FILTER:
      gradientOfFilter(args, begin, end);
      return;
    case kind.PACK_FILTER:
      packFilter(args, begin, end);
      return;
    case kind.PACK_FEW_COLUMNS:
      packFewColumns(args, begin, end);
      return;
    case kind.PACK_PHASES:
      packPhases(args, begin, end);
      return;
    case kind.ADD_PARTS:
      addParts(args, begin, end);
      return;
    case kind.DEPTHWISE:
      depthwise(args, begin, end);
      return;
    case kind.DEPTHWISE_BACK:
      depthwiseBack(args, begin, end);
      return;
    case kind.DEPTHWISE_GRADIENT_OF_FILTER:
      depthwiseGradientOfFilter(args, begin, end);
      return;
    case kind.REPEAT_NUMBERS:
      repeatNumbers(args, begin, end);
      return;
    case kind.SUM_RUNS:
      sumRuns(args, begin, end);
      return;
    case kind.MAX_POOL:
      maxPool(args, begin, end);
      return;
    case kind.MAX_POOL_GRADIENT:
      maxPoolGradient(args, begin, end);
      return;
    case kind.AVERAGE_POOL:
      averagePool(args, begin, end);
      return;
    case kind.AVERAGE_POOL_GRADIENT:
      averagePoolGradient(args, begin, end);
      return;
    case kind.BATCH_NORM:
      batchNorm(args, begin, end);
      return;
    case kind.WINOGRAD:
      winograd(args, begin, end);
      return;
    case kind.WINOGRAD_FILTER:
      winogradFilter(args, begin, end);
      return;
    case kind.WINOGRAD_GRADIENT:
      winogradGradient(args, begin, end);
      return;
    case kind.WINOGRAD_SUM:
      winogradSum(args, begin, end);
      return;
    case kind.NORMALIZE_GRAD:
      normalizeGradient(args, begin, end);
      return;

    // Recurrent layers
    case kind.PACK_WEIGHTS:
      packWeights(args);
      return;
    case kind.WEIGHT_GRADIENTS:
      weightGradients(args, begin, end);
      return;
    case kind.LSTM_FORWARD:
      lstmForward(args, begin, end);
      return;
    case kind.LSTM_BACKWARD:
      lstmBackward(args, begin, end);
      return;
    case kind.GRU_FORWARD:
      gruForward(args, begin, end);
      return;
    case kind.GRU_BACKWARD:
      gruBackward(args, begin, end);
      return;
    case kind.SIMPLE_RNN_FORWARD:
      simpleRnnForward(args, begin, end);
      return;
    case kind.SIMPLE_RNN_BACKWARD:
      simpleRnnBackward(args, begin, end);
      return;

    // Optimizers
    case kind.DESCEND:
      descend(args, begin, end);
      return;
    case kind.MOMENTUM:
      momentum(args, begin, end);
      return;
    case kind.ADAM:
      adam(args, begin, end);
      return;
    case kind.ADAMAX:
      adamax(args, begin, end);
      return;
    case kind.RMS_PROP:
      rmsProp(args, begin, end);
      return;
    case kind.ADAGRAD:
      adagrad(args, begin, end);
      return;
    case kind.ADADELTA:
      adadelta(args, begin, end);
      return;
  }
  unreachable();
}
