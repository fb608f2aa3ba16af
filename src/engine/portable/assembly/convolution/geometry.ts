/**
 * The numbers that describe a convolution, the first arguments of each of its kernels. Images are
 * batch × height × width × channels, the filter is its height × its width × input channels × output channels.
 */
import { Args } from '../args';

export class Geometry {
  @inline
  static images(args: usize): i32 {
    return Args.int(args, 0);
  }

  @inline
  static height(args: usize): i32 {
    return Args.int(args, 1);
  }

  @inline
  static width(args: usize): i32 {
    return Args.int(args, 2);
  }

  @inline
  static channels(args: usize): i32 {
    return Args.int(args, 3);
  }

  @inline
  static outHeight(args: usize): i32 {
    return Args.int(args, 4);
  }

  @inline
  static outWidth(args: usize): i32 {
    return Args.int(args, 5);
  }

  @inline
  static outChannels(args: usize): i32 {
    return Args.int(args, 6);
  }

  @inline
  static filterHeight(args: usize): i32 {
    return Args.int(args, 7);
  }

  @inline
  static filterWidth(args: usize): i32 {
    return Args.int(args, 8);
  }

  @inline
  static strideY(args: usize): i32 {
    return Args.int(args, 9);
  }

  @inline
  static strideX(args: usize): i32 {
    return Args.int(args, 10);
  }

  @inline
  static dilationY(args: usize): i32 {
    return Args.int(args, 11);
  }

  @inline
  static dilationX(args: usize): i32 {
    return Args.int(args, 12);
  }

  @inline
  static padTop(args: usize): i32 {
    return Args.int(args, 13);
  }

  @inline
  static padLeft(args: usize): i32 {
    return Args.int(args, 14);
  }
}

/** Arguments of the geometry; those of the kernel itself follow. */
export const GEOMETRY: i32 = 15;
