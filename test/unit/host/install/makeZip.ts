/** Writes ZIP files by hand, as libraries refuse to write what tests need to read. */
import { crc32 } from 'node:zlib';

export interface ZipEntry {
  name: string;
  text?: string;
  /** Unix mode with the file's kind: 0o120777 is a symbolic link. */
  mode?: number;
  /** Declared length, where it is to be another than the true one. */
  size?: number;
  encrypted?: boolean;
}

/** Entries are stored, not compressed. APPNOTE.TXT 4.3: local headers with bodies, central directory, its end. */
export function zipOf(entries: readonly ZipEntry[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const name = Buffer.from(entry.name);
    const body = Buffer.from(entry.text ?? '');
    const local = Buffer.concat([header(0x04034b50, entry, name, body), name, body]);
    directory.push(central(entry, name, body, offset), name);
    locals.push(local);
    offset += local.length;
  }
  const index = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(index.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, index, end]);
}

/** The part that a local header and one of the directory share, from the version on. */
function common(entry: ZipEntry, name: Buffer, body: Buffer): Buffer {
  const part = Buffer.alloc(26);
  part.writeUInt16LE(20, 0); // version
  part.writeUInt16LE(0x800 | (entry.encrypted ? 1 : 0), 2); // UTF-8 names
  part.writeUInt32LE(crc32(body), 10);
  const length = entry.size ?? body.length;
  part.writeUInt32LE(entry.encrypted ? length + 12 : length, 14);
  part.writeUInt32LE(length, 18);
  part.writeUInt16LE(name.length, 22);
  return part;
}

function header(signature: number, entry: ZipEntry, name: Buffer, body: Buffer): Buffer {
  const start = Buffer.alloc(4);
  start.writeUInt32LE(signature, 0);
  return Buffer.concat([start, common(entry, name, body)]);
}

function central(entry: ZipEntry, name: Buffer, body: Buffer, offset: number): Buffer {
  const start = Buffer.alloc(6);
  start.writeUInt32LE(0x02014b50, 0);
  start.writeUInt16LE((3 << 8) | 20, 4); // made by Unix
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE(((entry.mode ?? 0) << 16) >>> 0, 6);
  rest.writeUInt32LE(offset, 10);
  return Buffer.concat([start, common(entry, name, body), rest]);
}
