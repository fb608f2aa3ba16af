/** The numbers of the element-by-element operations, an argument of their kernels. */

/**
 * Numbers in a unit of work. Tensors of one size are gone through as they lie, whatever their shape: a cache line of
 * float32 at a time, so that no two threads write to one. The last unit may reach past the tensor's end, into what its
 * block has been rounded up to.
 */
export const UNIT = 16;

// One operand: unary.ts
export const RELU = 0;
export const RELU6 = 1;
export const LEAKY_RELU = 2;
export const ELU = 3;
export const SELU = 4;
export const SIGMOID = 5;
export const TANH = 6;
export const EXP = 7;
export const EXPM1 = 8;
export const LOG = 9;
export const LOG1P = 10;
export const SQRT = 11;
export const RSQRT = 12;
export const SQUARE = 13;
export const NEG = 14;
export const ABS = 15;
export const SIGN = 16;
export const STEP = 17;
export const SOFTPLUS = 18;
export const RECIPROCAL = 19;
export const ERF = 20;
export const CLIP = 21;
export const FLOOR = 22;
export const CEIL = 23;
export const ROUND = 24;

// From one type to another: cast.ts
export const INT_TO_FLOAT = 0;
export const BOOL_TO_FLOAT = 1;
export const BOOL_TO_INT = 2;
export const FLOAT_TO_BOOL = 3;
export const INT_TO_BOOL = 4;
