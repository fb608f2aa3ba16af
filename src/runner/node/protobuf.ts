/** The few kinds of protocol buffer fields that an event file needs. */

const VARINT = 0;
const FIXED_64 = 1;
const BYTES = 2;
const FIXED_32 = 5;

export function int64Field(field: number, value: number): Buffer {
  return Buffer.concat([key(field, VARINT), varint(BigInt.asUintN(64, BigInt(Math.trunc(value))))]);
}

export function doubleField(field: number, value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleLE(value);
  return Buffer.concat([key(field, FIXED_64), bytes]);
}

export function floatField(field: number, value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeFloatLE(value);
  return Buffer.concat([key(field, FIXED_32), bytes]);
}

export function bytesField(field: number, bytes: Buffer): Buffer {
  return Buffer.concat([key(field, BYTES), varint(BigInt(bytes.length)), bytes]);
}

export function packedDoubles(field: number, values: number[]): Buffer {
  const bytes = Buffer.alloc(8 * values.length);
  values.forEach((value, i) => {
    bytes.writeDoubleLE(value, 8 * i);
  });
  return bytesField(field, bytes);
}

function key(field: number, kind: number): Buffer {
  return varint(BigInt(field * 8 + kind));
}

/** Seven bits a byte, lowest first; the top bit says that more follow. */
function varint(value: bigint): Buffer {
  const bytes: number[] = [];
  let rest = value;
  while (rest > 127n) {
    bytes.push(Number(rest & 127n) | 128);
    rest >>= 7n;
  }
  return Buffer.from([...bytes, Number(rest)]);
}
