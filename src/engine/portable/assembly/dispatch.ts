import { matMul } from './gemm/matMul';
import * as kind from './kinds';

/** Does units `begin` to `end` (exclusive) of a kernel's work. */
export function dispatch(which: i32, args: usize, begin: i32, end: i32): void {
  switch (which) {
    // Matrix products
    case kind.MATMUL:
      matMul(args, begin, end);
      return;

    // Element by element

    // Reductions and softmax

    // Moving numbers

    // Convolution, pooling, normalization

    // Recurrent layers

    // Optimizers
  }
  unreachable();
}
