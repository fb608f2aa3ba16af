import assert from 'node:assert/strict';
import { IdxError, parseIdx } from '../../../src/data/idx.ts';

const idx = (type: number, shape: number[], payload: number[]) =>
  Uint8Array.from([
    ...[0, 0, type, shape.length],
    ...shape.flatMap((size) => [size >>> 24, (size >>> 16) & 255, (size >>> 8) & 255, size & 255]),
    ...payload,
  ]);
const refusal = (bytes: Uint8Array) => {
  try {
    parseIdx(bytes);
  } catch (error) {
    assert.ok(error instanceof IdxError);
    return error.message;
  }
  return assert.fail('it was read');
};

describe('parseIdx', () => {
  it('reads bytes with their shape', () => {
    const { shape, values } = parseIdx(idx(8, [2, 1, 3], [1, 2, 3, 4, 5, 255]));
    assert.deepEqual(shape, [2, 1, 3]);
    assert.deepEqual([...Array.from(values)], [1, 2, 3, 4, 5, 255]);
  });

  it('reads the other types, most significant byte first', () => {
    assert.deepEqual(Array.from(parseIdx(idx(9, [1], [255])).values), [-1]);
    assert.deepEqual(Array.from(parseIdx(idx(11, [1], [1, 2])).values), [258]);
    assert.deepEqual(Array.from(parseIdx(idx(12, [1], [255, 255, 255, 254])).values), [-2]);
    assert.deepEqual(Array.from(parseIdx(idx(13, [1], [0x3f, 0x80, 0, 0])).values), [1]);
    assert.deepEqual(Array.from(parseIdx(idx(14, [1], [0x40, 0, 0, 0, 0, 0, 0, 0])).values), [2]);
  });

  it('reads from the middle of a buffer', () => {
    const inside = new Uint8Array([9, 9, ...idx(8, [2], [7, 8]), 9]).subarray(2, -1);
    assert.deepEqual(Array.from(parseIdx(inside).values), [7, 8]);
  });

  it('names the bytes of a wrong magic number, and what the file seems to be', () => {
    assert.match(refusal(Uint8Array.from([1, 0, 8, 3])), /bytes 0 to 3 .* are 01 00 08 03/);
    assert.match(refusal(idx(7, [1], [1])), /00 00 07 01/);
    assert.match(refusal(Uint8Array.from([0, 0, 8, 0])), /00 00 08 00/);
    assert.match(refusal(new TextEncoder().encode('<!DOCTYPE')), /looks like a text/);
    assert.match(refusal(new TextEncoder().encode('PK\u0003\u0004')), /ZIP archive: unpack/);
    assert.match(
      refusal(Uint8Array.from([0x89, 0x50, 0x4e, 0x47])),
      /picture: data\.loadImageFolder/,
    );
    assert.match(refusal(new Uint8Array(0)), /the file is empty/);
  });

  it('says where a file was cut off, in its header or below', () => {
    assert.match(refusal(Uint8Array.from([0, 0, 8, 3, 0, 0])), /needs 16 bytes.* after byte 6/);
    assert.match(
      refusal(idx(8, [2, 2, 2], [1, 2, 3])),
      /\[2, 2, 2\] promises 24 bytes, and the file ends after byte 19/,
    );
  });

  it('refuses bytes behind the end', () => {
    assert.match(refusal(idx(8, [1], [1, 2, 3])), /2 more follow from byte 9 on/);
  });
});
