/** Messages over a stream (a debugged run's socket): a length in 4 bytes, big end first, then the value as v8 serializes it. */
import { deserialize, serialize } from 'node:v8';

const PREFIX = 4;
/** Longer than any message of ours; a longer length means the stream is not ours. */
const LONGEST = 256 * 1024 * 1024;

export function encodeFrame(message: unknown): Buffer {
  const body = serialize(message);
  const frame = Buffer.allocUnsafe(PREFIX + body.length);
  frame.writeUInt32BE(body.length, 0);
  body.copy(frame, PREFIX);
  return frame;
}

/** Cuts a stream into messages; feed it chunks as they come. */
export class FrameReader {
  #chunks: Buffer[] = [];
  #length = 0;

  /** @throws RangeError where the stream cannot be one of ours; SyntaxError or TypeError where a body is broken. */
  push(chunk: Buffer): unknown[] {
    this.#chunks.push(chunk);
    this.#length += chunk.length;
    const messages: unknown[] = [];
    for (let body = this.#next(); body; body = this.#next()) messages.push(deserialize(body));
    return messages;
  }

  #next(): Buffer | undefined {
    if (this.#length < PREFIX) return undefined;
    const all = this.#chunks.length === 1 ? this.#chunks[0] : Buffer.concat(this.#chunks);
    if (!all) return undefined;
    this.#chunks = [all];
    const size = all.readUInt32BE(0);
    if (size > LONGEST) throw new RangeError(`A message of ${size} bytes is longer than any.`);
    if (all.length < PREFIX + size) return undefined;
    const rest = all.subarray(PREFIX + size);
    this.#chunks = rest.length > 0 ? [rest] : [];
    this.#length = rest.length;
    return all.subarray(PREFIX, PREFIX + size);
  }
}
