/** Fills the two tables that a product over an image needs (see rows.ts), in the thread's scratch memory. */
import { F32 } from '../gemm/blocking';
import { Scratch } from '../scratch';
import { DEPTH } from './product';
import { PAIR } from './rows';

/** Below so many terms each gets a segment of its own: so short an inner loop costs more. */
const SHORT: i32 = 8;

/** The end of the table of rows. */
let end: usize = 0;

/** The table of rows, and one tile's row after the other in it. */
export class Rows {
  /** The next rows go to `table`. */
  @inline
  static begin(table: usize): void {
    end = table;
  }

  /** @param a bytes from the beginning of the window, `c` of the result */
  @inline
  static add(a: usize, c: usize): void {
    store<u32>(end, <u32>a);
    store<u32>(end, <u32>c, 4);
    end += PAIR;
  }

  /** Fills the last tile with copies of the last row. Gives the number of tiles. */
  static finish(table: usize): i32 {
    const count = <i32>((end - table) / PAIR);
    for (let i = count; (i & 3) !== 0; i++) {
      store<u64>(end, load<u64>(end - PAIR));
      end += PAIR;
    }
    return (count + 3) >> 2;
  }
}

let count: i32 = 0;
let terms: i32 = 0;

/** The table of segments. */
export class Segments {
  @inline
  static get table(): usize {
    return Scratch.termTable;
  }

  @inline
  static get count(): i32 {
    return count;
  }

  /** Terms of each. */
  @inline
  static get terms(): i32 {
    return terms;
  }

  @inline
  static put(index: i32, offset: usize): void {
    store<u32>(Scratch.termTable + ((<usize>index) << 2), <u32>offset);
  }
}

/**
 * The segments of a window of height × width pixels of `channels` numbers: as few as the layout allows.
 * @param rowStep bytes from one row of the window to the next; `pixelStep` from one pixel to the next
 */
export function segmentWindow(
  height: i32,
  width: i32,
  channels: i32,
  rowStep: usize,
  pixelStep: usize,
): void {
  count = 0;
  terms = 0;
  if (height === 0 || width === 0) return;
  const dense = pixelStep === <usize>channels * F32;
  const whole = dense && width * channels <= DEPTH;
  terms = whole ? width * channels : channels;
  const across = whole ? 1 : width;
  const split = terms < SHORT ? terms : 1;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < across; x++) {
      for (let i = 0; i < split; i++) {
        Segments.put(count++, <usize>y * rowStep + <usize>x * pixelStep + <usize>i * F32);
      }
    }
  }
  terms /= split;
}

/** The segments of the pixels that an image's gradient sums over: one for each row of each image. */
export function segmentRows(
  images: i32,
  height: i32,
  width: i32,
  imageStep: usize,
  rowStep: usize,
): void {
  terms = width;
  count = 0;
  for (let i = 0; i < images; i++) {
    for (let y = 0; y < height; y++)
      Segments.put(count++, <usize>i * imageStep + <usize>y * rowStep);
  }
}
