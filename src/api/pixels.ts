/** Pictures as tensors hold them, made into bytes. */
import { GenAI101Error, shapeText } from './error.ts';
import { type NumberGrid, readNumbers } from './numbers.ts';

/** A batch of equal pictures: `values` picture by picture, row by row, channels together. */
export interface Pictures {
  count: number;
  height: number;
  width: number;
  channels: 1 | 3 | 4;
  bytes: Uint8Array<ArrayBuffer>;
}

/** More would be no picture for people, and no PNG for browsers. */
const MOST_PIXELS = 1 << 26;

/**
 * Reads pictures. Shapes: [batch, height, width], [batch, height, width, 1 | 3 | 4], one picture [height, width, 1 | 3 | 4],
 * or [batch, height × width] of square pictures. Whole numbers are 0 to 255; others lie in `range` and are clipped to it.
 */
export function readPictures(
  call: string,
  images: unknown,
  range: readonly [number, number] = [0, 1],
): Pictures {
  return toPictures(call, readNumbers(call, 'images', images), range);
}

/** Reads one picture: as above with a batch of one, or [height, width]. */
export function readPicture(call: string, image: unknown): Pictures {
  const grid = readNumbers(call, 'picture', image);
  const { shape } = grid;
  const alone = shape.length === 2 && shape[0] !== 1;
  const pictures = toPictures(call, alone ? { ...grid, shape: [1, ...shape] } : grid, [0, 1]);
  if (pictures.count === 1) return pictures;
  throw new GenAI101Error(`${call}: expected one picture, got a batch of ${pictures.count}.`);
}

function toPictures(call: string, grid: NumberGrid, range: readonly [number, number]): Pictures {
  const layout = layoutOf(grid.shape);
  if (!layout) {
    throw new GenAI101Error(
      `${call}: expected shape [batch, height, width] or [batch, height, width, channels], got ${shapeText(grid.shape)}.`,
    );
  }
  if (layout.count * layout.height * layout.width > MOST_PIXELS) {
    throw new GenAI101Error(`${call}: ${shapeText(grid.shape)} is too much for one picture.`);
  }
  return { ...layout, bytes: toBytes(grid, checkRange(call, range)) };
}

function layoutOf(shape: number[]): Omit<Pictures, 'bytes'> | undefined {
  if (shape.some((size) => size === 0)) return undefined;
  const [a = 0, b = 0, c = 0, d = 0] = shape;
  switch (shape.length) {
    case 2: {
      const side = Math.sqrt(b);
      return Number.isInteger(side)
        ? { count: a, height: side, width: side, channels: 1 }
        : undefined;
    }
    case 3:
      // Nobody trains on pictures 1, 3 or 4 pixels wide: this is one picture, as tf.node.decodeImage gives it.
      return isChannels(c)
        ? { count: 1, height: a, width: b, channels: c }
        : { count: a, height: b, width: c, channels: 1 };
    case 4:
      return isChannels(d) ? { count: a, height: b, width: c, channels: d } : undefined;
    default:
      return undefined;
  }
}

function isChannels(n: number): n is 1 | 3 | 4 {
  return n === 1 || n === 3 || n === 4;
}

function checkRange(call: string, range: readonly [number, number]): readonly [number, number] {
  const [low, high] = range;
  if (Number.isFinite(low) && Number.isFinite(high) && low < high) return range;
  throw new GenAI101Error(`${call}: expected a range [low, high] with low < high, got [${range}].`);
}

function toBytes(
  { dtype, values }: NumberGrid,
  [low, high]: readonly [number, number],
): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8ClampedArray(values.length); // rounds and clips; NaN becomes 0
  if (dtype === 'int32') {
    bytes.set(values);
  } else {
    const scale = 255 / (dtype === 'bool' ? 1 : high - low);
    const zero = dtype === 'bool' ? 0 : low;
    for (let i = 0; i < values.length; i++) bytes[i] = ((values[i] ?? 0) - zero) * scale;
  }
  return new Uint8Array(bytes.buffer);
}
