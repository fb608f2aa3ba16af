import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { ArchiveError } from '../../../../src/host/engines/install/archive/archiveError.ts';
import { unpack } from '../../../../src/host/engines/install/archive/unpack.ts';
import type { Limits } from '../../../../src/host/engines/install/archive/unpacking.ts';
import { libraryArchive, type TarEntry, tarGz, tarOf } from './makeArchive.ts';
import { zipOf } from './makeZip.ts';

const wanted = ['libtensorflow.so.2', 'tensorflow.dll'];

describe('unpacking', () => {
  let dir: string;
  beforeEach(async () => {
    dir = await mkdtemp(path.join(tmpdir(), 'g101-unpack-'));
  });
  afterEach(() => rm(dir, { recursive: true, force: true }));

  async function unpacked(bytes: Buffer, most?: Limits) {
    const file = path.join(dir, 'archive');
    await writeFile(file, bytes);
    const signal = new AbortController().signal;
    return unpack(file, path.join(dir, 'inner', 'to'), wanted, signal, most);
  }

  /** What is on disk afterwards beside the archive: nothing may be outside the folder. */
  const outside = async () =>
    (await readdir(dir)).filter((name) => !/^(archive|inner)$/.test(name));

  async function refuses(bytes: Buffer, reason: RegExp, most?: Limits): Promise<void> {
    await assert.rejects(unpacked(bytes, most), (error) => {
      assert.ok(error instanceof ArchiveError, String(error));
      assert.match(error.message, reason);
      return true;
    });
    assert.deepEqual(await outside(), []);
  }

  it('finds a library through its links, and makes no link on disk', async () => {
    const found = (await unpacked(await libraryArchive('the library'))).find('libtensorflow.so.2');
    assert.equal(found && path.basename(found), 'libtensorflow.so.2.9.1');
    assert.equal(await readFile(found ?? '', 'utf8'), 'the library');
    const files = await readdir(path.join(dir, 'inner/to'), {
      recursive: true,
      withFileTypes: true,
    });
    assert.deepEqual(
      files.filter((file) => file.isSymbolicLink()),
      [],
    );
  });

  it('takes a tar for what it is, whatever its name, and a zip too', async () => {
    const zip = zipOf([{ name: 'lib/' }, { name: 'lib/tensorflow.dll', text: 'dll' }]);
    assert.equal(await readFile((await unpacked(zip)).find('tensorflow.dll') ?? '', 'utf8'), 'dll');
  });

  const so = 'libtensorflow.so.2';
  const hostile: [kind: string, reason: RegExp, ...entries: TarEntry[]][] = [
    ['an absolute path', /absolute/, { name: `/tmp/${so}`, text: 'x' }],
    ['a path that leads out', /leads out/, { name: `lib/../../../${so}`, text: 'x' }],
    ['a Windows path that leads out', /character/, { name: `..\\..\\${so}`, text: 'x' }],
    ['a path on another drive', /character/, { name: `C:${so}`, text: 'x' }],
    ['a second stream of a file', /character/, { name: `${so}:stream`, text: 'x' }],
    ['a device of Windows', /device of Windows/, { name: `lib/NUL.${so}`, text: 'x' }],
    ['a name that ends in a dot', /ends in a dot/, { name: `lib./${so}`, text: 'x' }],
    ['a very long name', /too long/, { name: `${'x'.repeat(300)}/${so}`, text: 'x' }],
    ['a very long path', /too long/, { name: `${'y/'.repeat(600)}${so}`, text: 'x' }],
    ['a control character', /character/, { name: `lib/\u0007${so}`, text: 'x' }],
    [
      'a symbolic link out of the archive',
      /outside the archive/,
      { name: `lib/${so}`, type: 'symlink', linkname: '../../../etc/passwd' },
    ],
    [
      'an absolute symbolic link',
      /outside the archive/,
      { name: `lib/${so}`, type: 'symlink', linkname: '/etc/passwd' },
    ],
    [
      'a hard link out of the archive',
      /leads out/,
      { name: `lib/${so}`, type: 'link', linkname: '../../etc/passwd' },
    ],
    [
      'a file below a link',
      /same place/,
      { name: 'lib', type: 'symlink', linkname: 'elsewhere' },
      { name: `lib/${so}`, text: 'x' },
    ],
    [
      'a file in the place of another',
      /same place/,
      { name: `lib/${so}`, text: 'x' },
      { name: `lib/./${so}`, text: 'y' },
    ],
    [
      'two files that differ by case only',
      /same place/,
      { name: `lib/${so}`, text: 'x' },
      { name: `LIB/${so.toUpperCase()}`, text: 'y' },
    ],
    [
      'two files that differ by the form of an accent only',
      /same place/,
      { name: 'lib/\u00e9', text: 'x' },
      { name: 'lib/e\u0301', text: 'y' },
    ],
    ['a file over a folder', /same place/, { name: `${so}/x`, text: 'x' }, { name: so, text: 'y' }],
    ['a character device', /character-device/, { name: so, type: 'character-device' }],
    ['a block device', /block-device/, { name: so, type: 'block-device' }],
    ['a pipe', /fifo/, { name: so, type: 'fifo' }],
  ];
  for (const [kind, reason, ...entries] of hostile) {
    it(`refuses ${kind}`, async () => refuses(await tarGz(entries), reason));
  }

  it('follows no circle of links', async () => {
    const circle: TarEntry[] = [
      { name: so, type: 'symlink', linkname: 'other' },
      { name: 'other', type: 'symlink', linkname: so },
    ];
    assert.equal((await unpacked(await tarGz(circle))).find(so), undefined);
  });

  const small: Limits = { bytes: 100_000, entries: 10 };

  it('refuses more bytes than there may be, declared', async () => {
    const bytes = await tarGz([{ name: so, text: Buffer.alloc(200_000) }]);
    await refuses(bytes, /more than 0.1 MB/, small);
  });

  it('refuses more bytes than there may be, however few are declared', async () => {
    await refuses(gzipSync(Buffer.alloc(2e6)), /more than 0.1 MB/, small);
  });

  it('refuses more files than there may be', async () => {
    const many = Array.from({ length: 11 }, (_, i) => ({ name: `file${i}`, text: '' }));
    await refuses(await tarGz(many), /or 10 files/, small);
  });

  it('tells a cut archive', async () => {
    const whole = await tarGz([{ name: so, text: Buffer.from(noise(100_000)) }]);
    await refuses(whole.subarray(0, whole.length / 2), /damaged/);
  });

  it('tells an archive whose tar ends early', async () => {
    const whole = await tarOf([{ name: so, text: 'x'.repeat(5000) }]);
    await refuses(gzipSync(whole.subarray(0, 2048)), /damaged/);
  });

  it('tells a page that came instead of an archive', async () => {
    await refuses(Buffer.from('<!DOCTYPE html><title>Log in</title>'), /“<!DOCTYPE html>/);
  });

  const badZips: [kind: string, reason: RegExp, bytes: Buffer][] = [
    ['a path that leads out', /relative path/, zipOf([{ name: `../${so}`, text: 'x' }])],
    ['a Windows path', /invalid characters/, zipOf([{ name: `..\\${so}`, text: 'x' }])],
    ['an absolute path', /absolute/, zipOf([{ name: `/tmp/${so}`, text: 'x' }])],
    ['a link', /link or a device/, zipOf([{ name: so, text: '/etc/passwd', mode: 0o120777 }])],
    ['an encrypted entry', /encrypted/, zipOf([{ name: so, text: 'x', encrypted: true }])],
    [
      'two files that differ by case only',
      /same place/,
      zipOf([
        { name: so, text: 'x' },
        { name: so.toUpperCase(), text: 'y' },
      ]),
    ],
    ['a cut directory', /damaged/, zipOf([{ name: so, text: 'x' }]).subarray(0, 60)],
  ];
  for (const [kind, reason, bytes] of badZips) {
    it(`refuses ${kind} in a zip`, () => refuses(bytes, reason));
  }

  it('refuses a zip whose entries are shorter than they say', () =>
    refuses(zipOf([{ name: so, text: 'x'.repeat(500), size: 2 ** 31 }]), /damaged/));
});

/** Bytes that do not compress, the same each time. */
function noise(length: number): Uint8Array {
  let state = 1;
  return Uint8Array.from({ length }, () => {
    state = (state * 1103515245 + 12345) & 0x7fffffff;
    return state >> 16;
  });
}
