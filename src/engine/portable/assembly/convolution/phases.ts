/**
 * The gradient of a strided convolution's input, without multiplying zeros. With stride s, pixel i of x meets only those
 * places k of the window for which i + pad − k is a multiple of s. Write i + pad = q · s + p with the phase p < s: the
 * places are k = p, p + s, p + 2 s, …, and they meet pixels q, q − 1, q − 2, … of dy. So the pixels of x fall into
 * s · s phases, and each phase is a convolution of dy, with stride 1, with its own part of the filter.
 */

/** How many of a window's `size` places, in one direction, belong to a phase. */
export function placesOf(size: i32, stride: i32, phase: i32): i32 {
  return phase < size ? (size - phase + stride - 1) / stride : 0;
}
