/**
 * TensorBoard's event files: records of a length, its checksum, a protocol buffer `Event`, its checksum.
 * Format: tensorflow/core/lib/io/record_writer.h, tensorflow/core/util/event.proto.
 */
import { mkdirSync, openSync, writeSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { maskedCrc } from '../../protocol/crc32c.ts';
import { bytesField, doubleField, floatField, int64Field, packedDoubles } from './protobuf.ts';

export interface Histogram {
  min: number;
  max: number;
  count: number;
  sum: number;
  sumOfSquares: number;
  /** Upper end of each bucket. */
  limits: number[];
  counts: number[];
}

export class EventFile {
  readonly #fd: number;

  constructor(folder: string, suffix: string) {
    mkdirSync(folder, { recursive: true });
    const seconds = String(Math.floor(Date.now() / 1000)).padStart(10, '0');
    const name = `events.out.tfevents.${seconds}.${hostname()}${suffix}`;
    this.#fd = openSync(path.join(folder, name), 'a');
    this.#write(bytesField(3, Buffer.from('brain.Event:2')));
  }

  scalar(tag: string, value: number, step: number): void {
    this.#value(step, [bytesField(1, Buffer.from(tag)), floatField(2, value)]);
  }

  histogram(
    tag: string,
    { min, max, count, sum, sumOfSquares, limits, counts }: Histogram,
    step: number,
  ): void {
    const proto = Buffer.concat([
      ...[min, max, count, sum, sumOfSquares].map((value, i) => doubleField(i + 1, value)),
      packedDoubles(6, limits),
      packedDoubles(7, counts),
    ]);
    this.#value(step, [bytesField(1, Buffer.from(tag)), bytesField(5, proto)]);
  }

  #value(step: number, fields: Buffer[]): void {
    const summary = bytesField(1, Buffer.concat(fields));
    this.#write(int64Field(2, step), bytesField(5, summary));
  }

  /** At once: what was written is there, whatever becomes of this process. */
  #write(...fields: Buffer[]): void {
    const event = Buffer.concat([doubleField(1, Date.now() / 1000), ...fields]);
    const length = Buffer.alloc(8);
    length.writeBigUInt64LE(BigInt(event.length));
    writeSync(this.#fd, Buffer.concat([length, checksum(length), event, checksum(event)]));
  }
}

function checksum(bytes: Buffer): Buffer {
  const crc = Buffer.alloc(4);
  crc.writeUInt32LE(maskedCrc(bytes));
  return crc;
}
