/**
 * The numbers that describe a pooling, the first arguments of each of its kernels. Images are
 * batch × height × width × channels. A window is cut off where it reaches over the border.
 */
import { Args } from '../args';
import { F32 } from '../gemm/blocking';

export class Pool {
  @inline
  static height(args: usize): i32 {
    return Args.int(args, 0);
  }

  @inline
  static width(args: usize): i32 {
    return Args.int(args, 1);
  }

  @inline
  static channels(args: usize): i32 {
    return Args.int(args, 2);
  }

  @inline
  static outHeight(args: usize): i32 {
    return Args.int(args, 3);
  }

  @inline
  static outWidth(args: usize): i32 {
    return Args.int(args, 4);
  }

  @inline
  static filterHeight(args: usize): i32 {
    return Args.int(args, 5);
  }

  @inline
  static filterWidth(args: usize): i32 {
    return Args.int(args, 6);
  }

  @inline
  static strideY(args: usize): i32 {
    return Args.int(args, 7);
  }

  @inline
  static strideX(args: usize): i32 {
    return Args.int(args, 8);
  }

  @inline
  static padTop(args: usize): i32 {
    return Args.int(args, 9);
  }

  @inline
  static padLeft(args: usize): i32 {
    return Args.int(args, 10);
  }

  /** Bytes of an image. */
  @inline
  static image(args: usize): usize {
    return <usize>(Pool.height(args) * Pool.width(args) * Pool.channels(args)) * F32;
  }
}

/** Arguments of the geometry; those of the kernel itself follow. */
export const GEOMETRY: i32 = 11;

let top: i32 = 0;
let bottom: i32 = 0;
let left: i32 = 0;
let right: i32 = 0;

/** The part of a window that lies in the image: rows top to bottom and columns left to right, ends excluded. */
export class Part {
  @inline
  static rows(args: usize, outRow: i32): void {
    const from = outRow * Pool.strideY(args) - Pool.padTop(args);
    top = max(0, from);
    bottom = min(Pool.height(args), from + Pool.filterHeight(args));
  }

  @inline
  static columns(args: usize, outColumn: i32): void {
    const from = outColumn * Pool.strideX(args) - Pool.padLeft(args);
    left = max(0, from);
    right = min(Pool.width(args), from + Pool.filterWidth(args));
  }

  @inline
  static get top(): i32 {
    return top;
  }

  @inline
  static get height(): i32 {
    return max(0, bottom - top);
  }

  @inline
  static get left(): i32 {
    return left;
  }

  @inline
  static get width(): i32 {
    return max(0, right - left);
  }
}
