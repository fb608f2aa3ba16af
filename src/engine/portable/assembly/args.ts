/** The arguments of the kernel call under way: 32-bit words, integers and addresses as they are, floats by their bits. */
export class Args {
  @inline
  static int(args: usize, index: i32): i32 {
    return load<i32>(args + ((<usize>index) << 2));
  }

  /** An address, which may lie above 2 GB. */
  @inline
  static pointer(args: usize, index: i32): usize {
    return <usize>load<u32>(args + ((<usize>index) << 2));
  }

  @inline
  static float(args: usize, index: i32): f32 {
    return load<f32>(args + ((<usize>index) << 2));
  }
}
