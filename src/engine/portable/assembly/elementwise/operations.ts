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
/** x to the power of ½ and −½, as Math.pow has them: of −∞ and −0 too. */
export const POW_HALF = 25;
export const POW_MINUS_HALF = 26;
export const CUBE = 27;

// Two operands, perhaps broadcast: binary.ts
export const ADD = 0;
export const SUB = 1;
export const MULTIPLY = 2;
export const DIVIDE = 3;
export const MAXIMUM = 4;
export const MINIMUM = 5;
export const SQUARED_DIFFERENCE = 6;
export const PRELU = 7;
/** a times a parameter, spread where a does not run. */
export const SCALE = 8;
export const ADD_INT = 20;
export const SUB_INT = 21;
export const MAXIMUM_INT = 22;
export const MINIMUM_INT = 23;

// Comparisons: compare.ts
export const EQUAL = 0;
export const NOT_EQUAL = 1;
export const LESS = 2;
export const LESS_EQUAL = 3;
export const GREATER = 4;
export const GREATER_EQUAL = 5;
/** Added to a comparison of integers. */
export const INT = 6;

// Gradients of functions of one operand: derivative.ts
export const STEP_GRAD = 0;
export const LEAKY_RELU_GRAD = 1;
export const RELU6_GRAD = 2;
export const ELU_GRAD = 3;
export const SELU_GRAD = 4;
export const SIGMOID_GRAD = 5;
export const TANH_GRAD = 6;
export const SOFTPLUS_GRAD = 7;
export const EXPM1_GRAD = 8;
export const LOG1P_GRAD = 9;
export const SQUARE_GRAD = 10;
export const SQRT_GRAD = 11;
export const RSQRT_GRAD = 12;
export const RECIPROCAL_GRAD = 13;
export const ERF_GRAD = 14;
export const CLIP_GRAD = 15;

/** Which of two operands runs along a row; what does not is a single number there. */
export const BOTH = 0;
export const A_ALONE = 1;
export const B_ALONE = 2;
export const NEITHER = 3;

// Booleans: logical.ts
export const AND = 0;
export const OR = 1;
export const NOT = 2;

// From one type to another: cast.ts
export const INT_TO_FLOAT = 0;
export const BOOL_TO_FLOAT = 1;
export const BOOL_TO_INT = 2;
export const FLOAT_TO_BOOL = 3;
export const INT_TO_BOOL = 4;
