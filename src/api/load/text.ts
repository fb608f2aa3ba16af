/** Text files, never half-read: what is not in the encoding expected is said, not replaced. */
import { GenAI101Error } from '../error.ts';
import { readBytes } from './files.ts';

export interface TextOptions {
  /** How letters are written as bytes; UTF-8 where it is left out. */
  encoding?: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
}

/**
 * The whole of a text file, without a byte order mark. Relative paths start at the script's folder.
 *
 * ```ts
 * const text = await data.loadText('poems.txt');
 * ```
 *
 * @throws GenAI101Error when there is no such file, it is empty, binary, or not in the encoding (UTF-16 or Latin-1 in place of UTF-8):
 *   with the line and the byte, and what to do
 */
export async function loadText(file: string, options: TextOptions = {}): Promise<string> {
  return readText(`data.loadText('${file}')`, file, options);
}

export async function readText(
  call: string,
  file: string,
  { encoding = 'utf-8' }: TextOptions,
): Promise<string> {
  const bytes = await readBytes(call, file);
  if (encoding === 'utf-8') checkUtf8(call, bytes);
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new GenAI101Error(`${call}: the file is not ${encoding.toUpperCase()} throughout.`);
  }
}

function checkUtf8(call: string, bytes: Uint8Array): void {
  const wide = wideEncoding(bytes);
  if (wide) {
    throw new GenAI101Error(
      `${call}: the file is written in UTF-16, and UTF-8 is expected. Save it as UTF-8, or say { encoding: '${wide}' }.`,
    );
  }
  const zero = bytes.indexOf(0);
  if (zero >= 0) {
    throw new GenAI101Error(
      `${call}: byte ${zero} (line ${lineAt(bytes, zero)}) is 0, which no text has. This is no text file; is it a picture, a spreadsheet or an archive?`,
    );
  }
  const wrong = firstWrongByte(bytes);
  if (wrong === undefined) return;
  const hex = bytes[wrong]?.toString(16).toUpperCase();
  throw new GenAI101Error(
    `${call}: byte ${wrong} (line ${lineAt(bytes, wrong)}) is ${hex}, which is not UTF-8 here. Is it Latin-1? Save the file as UTF-8, or say { encoding: 'windows-1252' }.`,
  );
}

/** By its byte order mark; or, without one, by every other byte of its start being 0. */
function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const start = bytes.subarray(0, 64);
  if (start.length < 4 || start.length % 2 === 1) return undefined;
  const zeros = (from: 0 | 1) => start.every((byte, i) => i % 2 !== from || byte === 0);
  const letters = (from: 0 | 1) => start.every((byte, i) => i % 2 !== from || byte >= 9);
  if (zeros(1) && letters(0)) return 'utf-16le';
  return zeros(0) && letters(1) ? 'utf-16be' : undefined;
}

/** Where the longest beginning that is UTF-8 ends; found by halving. */
function firstWrongByte(bytes: Uint8Array): number | undefined {
  if (isUtf8(bytes, bytes.length, false)) return undefined;
  let [good, bad] = [0, bytes.length];
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (isUtf8(bytes, middle, true)) good = middle;
    else bad = middle;
  }
  return isUtf8(bytes, bytes.length, true) ? bytes.length - 1 : bad - 1;
}

/** @param open whether the last letter may be incomplete */
function isUtf8(bytes: Uint8Array, length: number, open: boolean): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, length), { stream: open });
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

function lineAt(bytes: Uint8Array, end: number): number {
  return bytes.subarray(0, end).reduce((line, byte) => (byte === 10 ? line + 1 : line), 1);
}
