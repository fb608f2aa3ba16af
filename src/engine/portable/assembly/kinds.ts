/**
 * The numbers by which the kernels are called. Shared: compiled into the WebAssembly modules, and imported by the
 * TypeScript that calls them. Each kernel works on a range of units, and says in its own file what a unit is.
 */

// Matrix products: gemm/
export const MATMUL = 1;

// Element by element: elementwise/
export const FILL = 20;
export const CAST = 21;
export const UNARY = 22;
export const FLAT_PAIR = 23;
export const BROADCAST_PAIR = 24;
export const LOGICAL = 25;
export const SELECT = 26;
export const ADD_MANY = 27;
export const DERIVATIVE = 28;
export const SWISH_GRAD = 29;

// Reductions and softmax: reduce/
export const SUM = 60;
export const EXTREME = 61;
export const ARG_EXTREME = 62;
export const PRODUCT = 63;
export const TRUTH = 64;
export const RUNNING_SUM = 65;
export const SOFTMAX = 66;
export const SOFTMAX_GRAD = 67;

// Moving numbers: movement/
export const COPY = 80;
export const GATHER = 81;
export const SORT_SEGMENTS = 82;
export const SUM_SEGMENTS = 83;
export const COPY_BYTES = 84;

// Convolution, pooling, normalization: convolution/, pooling/, normalization/
export const CONVOLVE = 100;
export const CONVOLVE_BACK = 101;
export const GRADIENT_OF_FILTER = 102;
export const PACK_FILTER = 103;
export const PACK_FEW_COLUMNS = 104;
export const PACK_PHASES = 105;
export const ADD_PARTS = 106;
export const DEPTHWISE = 107;
export const DEPTHWISE_BACK = 108;
export const DEPTHWISE_GRADIENT_OF_FILTER = 109;
export const REPEAT_NUMBERS = 110;
export const SUM_RUNS = 111;
export const MAX_POOL = 112;
export const MAX_POOL_GRADIENT = 113;
export const AVERAGE_POOL = 114;
export const AVERAGE_POOL_GRADIENT = 115;
export const BATCH_NORM = 116;
export const NORMALIZE_GRAD = 117;
export const WINOGRAD = 118;
export const WINOGRAD_FILTER = 119;
export const WINOGRAD_GRADIENT = 120;
export const WINOGRAD_SUM = 121;

// Recurrent layers: recurrent/
export const PACK_WEIGHTS = 140;
export const WEIGHT_GRADIENTS = 141;
export const LSTM_FORWARD = 142;
export const LSTM_BACKWARD = 143;
export const GRU_FORWARD = 144;
export const GRU_BACKWARD = 145;
export const SIMPLE_RNN_FORWARD = 146;
export const SIMPLE_RNN_BACKWARD = 147;

// Optimizers: optimizer/
export const DESCEND = 160;
export const MOMENTUM = 161;
export const ADAM = 162;
export const ADAMAX = 163;
export const RMS_PROP = 164;
export const ADAGRAD = 165;
export const ADADELTA = 166;
