/** The IDX format of MNIST: numbers in a grid, as bytes (http://yann.lecun.com/exdb/mnist, section "file formats"). */

export interface Idx {
  /** For example [60000, 28, 28] for pictures, [60000] for labels. */
  shape: number[];
  /** Row by row; whole numbers 0 to 255 in MNIST's files. */
  values: ArrayLike<number>;
}

/** The bytes are not what the format says; the message names the byte, and what to do. */
export class IdxError extends Error {
  override readonly name = 'IdxError';
}

interface Kind {
  name: string;
  bytes: number;
  read: (view: DataView, at: number) => number;
}

/** By the third byte of the file. All numbers are big-endian. */
const kinds: Readonly<Record<number, Kind>> = {
  8: { name: 'unsigned bytes', bytes: 1, read: (view, at) => view.getUint8(at) },
  9: { name: 'signed bytes', bytes: 1, read: (view, at) => view.getInt8(at) },
  11: { name: '16-bit integers', bytes: 2, read: (view, at) => view.getInt16(at) },
  12: { name: '32-bit integers', bytes: 4, read: (view, at) => view.getInt32(at) },
  13: { name: '32-bit floats', bytes: 4, read: (view, at) => view.getFloat32(at) },
  14: { name: '64-bit floats', bytes: 8, read: (view, at) => view.getFloat64(at) },
};

/**
 * Reads a whole IDX file, already decompressed.
 * @throws IdxError when the magic number is wrong, or the file is shorter or longer than its header says
 */
export function parseIdx(bytes: Uint8Array): Idx {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kind = kindOf(bytes);
  const dimensions = bytes[3] ?? 0;
  const start = 4 + 4 * dimensions;
  if (bytes.length < start) {
    throw new IdxError(
      `the header of ${dimensions} sizes needs ${start} bytes, and the file ends after byte ${bytes.length}. It was cut off: download it again.`,
    );
  }
  const shape = Array.from({ length: dimensions }, (_, i) => view.getUint32(4 + 4 * i));
  const count = shape.reduce((product, size) => product * size, 1);
  checkLength(bytes.length, start + count * kind.bytes, shape);
  if (kind.bytes === 1 && kind === kinds[8]) return { shape, values: bytes.subarray(start) };
  const read = (_: unknown, i: number) => kind.read(view, start + i * kind.bytes);
  return { shape, values: Float64Array.from({ length: count }, read) };
}

function kindOf(bytes: Uint8Array): Kind {
  const kind = kinds[bytes[2] ?? 0];
  const isMagic = bytes.length >= 4 && bytes[0] === 0 && bytes[1] === 0 && kind && bytes[3];
  if (isMagic) return kind;
  const start = Array.from(bytes.subarray(0, 4), (byte) => byte.toString(16).padStart(2, '0'));
  throw new IdxError(
    `bytes 0 to 3 should be the magic number 00 00 08 03 (pictures) or 00 00 08 01 (labels), and are ${start.join(' ') || 'not there: the file is empty'}. ${guess(bytes)}`,
  );
}

function checkLength(is: number, expected: number, shape: number[]): void {
  if (is === expected) return;
  const size = `a header of [${shape.join(', ')}] promises ${expected} bytes`;
  throw new IdxError(
    is < expected
      ? `${size}, and the file ends after byte ${is}. It was cut off: download it again.`
      : `${size}, and ${is - expected} more follow from byte ${expected} on. It is damaged, or two files were joined: download it again.`,
  );
}

/** What the file seems to be instead. */
function guess(bytes: Uint8Array): string {
  const start = String.fromCharCode(...bytes.subarray(0, 4));
  if (start.startsWith('PK')) return 'It is a ZIP archive: unpack it first.';
  if (start === '\x89PNG' || start.startsWith('\xff\xd8')) {
    return 'It is a picture: data.loadImageFolder reads a folder of those.';
  }
  if (/^[\s!-~]{4}$/.test(start)) {
    return 'It looks like a text: data.loadCsv reads tables; a web page saved by mistake has to be downloaded again.';
  }
  return 'It is no IDX file.';
}
