/** A strict reader of TensorBoard's event files, written from the format's description alone. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export interface Event {
  wallTime: number;
  step: number;
  fileVersion?: string;
  tag?: string;
  value?: number;
  histogram?: { min: number; max: number; num: number; limits: number[]; counts: number[] };
}

/** The events of the one event file in a folder; every checksum must hold and every byte be accounted for. */
export function readEvents(folder: string): Event[] {
  const [name, ...more] = readdirSync(folder);
  assert.match(name ?? '', /^events\.out\.tfevents\.\d{10}\..+\.v2$/);
  assert.deepEqual(more, []);
  const bytes = readFileSync(path.join(folder, name ?? ''));
  const events: Event[] = [];
  for (let at = 0; at < bytes.length; ) {
    const length = Number(bytes.readBigUInt64LE(at));
    assert.equal(bytes.readUInt32LE(at + 8), masked(bytes.subarray(at, at + 8)));
    const body = bytes.subarray(at + 12, at + 12 + length);
    assert.equal(body.length, length);
    assert.equal(bytes.readUInt32LE(at + 12 + length), masked(body));
    events.push(readEvent(body));
    at += 16 + length;
  }
  return events;
}

function readEvent(body: Buffer): Event {
  const event = fields(body);
  const read: Event = { wallTime: event.get(1)?.readDoubleLE() ?? 0, step: integer(event.get(2)) };
  assert.ok(Math.abs(read.wallTime - Date.now() / 1000) < 60);
  const version = event.get(3);
  if (version) return { ...read, fileVersion: version.toString() };
  const value = fields(fields(event.get(5)).get(1));
  read.tag = value.get(1)?.toString() ?? '';
  const simple = value.get(2);
  if (simple) return { ...read, value: simple.readFloatLE() };
  const histogram = fields(value.get(5));
  const double = (field: number) => histogram.get(field)?.readDoubleLE() ?? Number.NaN;
  const [min, max, num] = [double(1), double(2), double(3)];
  const [limits, counts] = [doubles(histogram.get(6)), doubles(histogram.get(7))];
  return { ...read, histogram: { min, max, num, limits, counts } };
}

/** The fields of a message by number; no field of these messages repeats here. */
function fields(body: Buffer | undefined): Map<number, Buffer> {
  assert.ok(body);
  const found = new Map<number, Buffer>();
  for (let at = 0; at < body.length; ) {
    const key = varint(body, at);
    const kind = key.value & 7;
    const value = kind === 0 || kind === 2 ? varint(body, key.next) : { value: 0, next: key.next };
    const start = kind === 0 ? key.next : value.next;
    const end = { 0: value.next, 1: start + 8, 2: start + value.value, 5: start + 4 }[kind];
    assert.ok(end !== undefined && end <= body.length && !found.has(key.value >>> 3));
    found.set(key.value >>> 3, body.subarray(start, end));
    at = end;
  }
  return found;
}

function varint(bytes: Buffer, start: number): { value: number; next: number } {
  let value = 0;
  for (let at = start, scale = 1; ; at++, scale *= 128) {
    const byte = bytes[at] ?? assert.fail('cut off');
    value += (byte & 127) * scale;
    if (byte < 128) return { value, next: at + 1 };
  }
}

function integer(bytes: Buffer | undefined): number {
  return bytes ? varint(bytes, 0).value : 0;
}

function doubles(bytes: Buffer | undefined): number[] {
  return Array.from(
    { length: (bytes?.length ?? 0) / 8 },
    (_, i) => bytes?.readDoubleLE(8 * i) ?? 0,
  );
}

/** Bit by bit, unlike the writer's table. */
function masked(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0x82f63b78 : 0);
  }
  crc = ~crc >>> 0;
  return (((crc >>> 15) | (crc << 17)) + 0xa282ead8) >>> 0;
}
