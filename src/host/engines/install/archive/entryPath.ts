/** The path of an archive's entry, as a place below the folder it is unpacked to. */
import { hostileEntry } from './archiveError.ts';

const longestName = 255; // bytes, in the usual file systems
const longestPath = 1024;

/** Names that Windows gives to devices, whatever their ending. */
const devices = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;
/** Separators and streams of Windows, and what no file of ours is named with. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const forbidden = /[\\:*?"<>|\u0000-\u001f\u007f]/;

/**
 * The path with its '.' parts taken out: './lib/a.so' is 'lib/a.so'; '' is the folder itself.
 * @throws ArchiveError where it would lie elsewhere, or be another file on another system
 */
export function entryPath(name: string): string {
  const parts = name.split('/').filter((part, i, all) => part !== '.' && !isTrailing(i, all));
  const reason = name.startsWith('/') ? 'it is absolute' : parts.map(fault).find(Boolean);
  if (reason) throw hostileEntry(name, reason);
  const path = parts.join('/');
  if (Buffer.byteLength(path) > longestPath) throw hostileEntry(name, 'it is too long');
  return path;
}

/** 'lib/' names a folder. */
function isTrailing(index: number, parts: string[]): boolean {
  return index === parts.length - 1 && parts[index] === '';
}

function fault(part: string): string | undefined {
  if (part === '') return 'it has an empty part';
  if (part === '..') return 'it leads out of the folder';
  if (forbidden.test(part)) return 'it has a character that no file here may have';
  if (/[. ]$/.test(part)) return 'a part of it ends in a dot or a space';
  if (devices.test(part)) return 'it names a device of Windows';
  return Buffer.byteLength(part) > longestName ? 'a part of it is too long' : undefined;
}

/** Two names that some file system takes for one. */
export function caseless(path: string): string {
  return path.normalize('NFC').toLowerCase();
}
