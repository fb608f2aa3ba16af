import assert from 'node:assert/strict';
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import {
  type Downloaded,
  type DownloadOptions,
  download,
} from '../../../../src/host/engines/install/download.ts';
import { isInstallError } from '../../../../src/host/engines/install/installError.ts';
import type { Source } from '../../../../src/host/engines/install/sources.ts';
import { crc32c } from '../../../../src/protocol/crc32c.ts';
import type { Served } from './archiveServer.ts';
import { hash, noise, Workplace } from './workplace.ts';

const where = '/file.tar.gz';
const bytes = noise(500_000);

describe('a download', () => {
  let place: Workplace;
  beforeEach(async () => {
    place = await Workplace.open();
    await mkdir(path.join(place.folder, 'download'));
  });
  afterEach(() => place.close());

  function serve(served: Partial<Served> = {}): Served {
    const file = { bytes, etag: '"1"', ...served };
    place.server.files.set(where, file);
    return file;
  }

  /** As from the official host: nothing is looked for beside the archive. */
  function get(
    source: Partial<Source> = {},
    options: Partial<DownloadOptions> = {},
  ): Promise<Downloaded> {
    const url = new URL(where, place.server.url).href;
    return download(
      { title: 'the file', url, official: true, files: [], ...source },
      {
        network: place.network,
        signal: place.abort.signal,
        folder: path.join(place.folder, 'download'),
        pauses: [],
        onProgress() {},
        ...options,
      },
    );
  }

  const partFile = () => path.join(place.folder, 'download/file.tar.gz.part');
  const partSize = async () => (await stat(partFile())).size;

  async function fails(reason: RegExp, act: Promise<unknown>): Promise<void> {
    await assert.rejects(act, (error) => {
      assert.ok(isInstallError(error), String(error));
      assert.match(error.message, reason);
      return true;
    });
  }

  it('brings the file, tells how far it is, and names its SHA-256', async () => {
    serve();
    const seen: [number, number][] = [];
    const { file, sha256, checkedBy } = await get(
      {},
      { onProgress: (received, total) => seen.push([received, total]) },
    );
    assert.deepEqual(await readFile(file), bytes);
    assert.equal(sha256, hash('sha256', bytes));
    assert.equal(checkedBy, 'its length only');
    assert.deepEqual(seen.at(-1), [bytes.length, bytes.length]);
    assert.ok(seen.every(([received], i) => i === 0 || received > (seen[i - 1]?.[0] ?? 0)));
  });

  describe('cut off', () => {
    it('goes on by itself where it stopped', async () => {
      serve({ cuts: [200_000] });
      const { file } = await get({}, { pauses: [1] });
      assert.deepEqual(await readFile(file), bytes);
      const [, again] = place.server.gets;
      assert.equal(again?.range, 'bytes=200000-');
      assert.equal(again?.ifRange, '"1"');
    });

    it('says how much is here, keeps it, and goes on from it in a later sitting', async () => {
      serve({ cuts: [200_000, 100_000] });
      await fails(/broke .*0\.2 MB of 0\.5 MB are here and are kept\. Install again/, get());
      assert.equal(await partSize(), 200_000);
      await fails(/0\.3 MB of 0\.5 MB/, get());
      assert.deepEqual(await readFile((await get()).file), bytes);
      assert.deepEqual(
        place.server.gets.map(({ range }) => range),
        [undefined, 'bytes=200000-', 'bytes=300000-'],
      );
    });

    it('begins anew on a server that sends no pieces', async () => {
      serve({ cuts: [200_000], ranges: false });
      const { file } = await get({}, { pauses: [1] });
      assert.deepEqual(await readFile(file), bytes);
    });

    it('begins anew when the file has changed', async () => {
      serve({ cuts: [200_000] });
      await fails(/broke/, get());
      const changed = noise(400_000, 2);
      serve({ bytes: changed, etag: '"2"' });
      assert.deepEqual(await readFile((await get()).file), changed);
    });

    it('begins anew when the file has changed and the server sends a piece of the new one', async () => {
      serve({ cuts: [200_000] });
      await fails(/broke/, get());
      const changed = noise(bytes.length, 2);
      serve({ bytes: changed, etag: '"2"', ignoresIfRange: true });
      assert.deepEqual(await readFile((await get()).file), changed);
      assert.deepEqual(
        place.server.gets.map(({ range }) => range),
        [undefined, 'bytes=200000-', undefined],
      );
    });

    it('begins anew when the file has become shorter and the server knows no If-Range', async () => {
      serve({ cuts: [200_000] });
      await fails(/broke/, get());
      const changed = noise(100_000, 2);
      serve({ bytes: changed, etag: '"2"', ignoresIfRange: true });
      assert.deepEqual(await readFile((await get()).file), changed);
    });

    it('begins anew where nothing tells one version from another', async () => {
      const file = serve({ cuts: [200_000] });
      delete file.etag;
      await fails(/are kept\. Install again\.$/, get());
      assert.deepEqual(await readFile((await get()).file), bytes);
      assert.equal(place.server.gets.at(-1)?.range, undefined);
    });

    it('takes the date for the mark where the ETag is weak', async () => {
      const date = 'Tue, 24 Nov 2026 10:00:00 GMT';
      serve({ etag: 'W/"1"', headers: { 'Last-Modified': date }, cuts: [200_000] });
      await fails(/broke/, get());
      serve({ etag: date, headers: { ETag: 'W/"1"', 'Last-Modified': date } });
      await get();
      assert.equal(place.server.gets.at(-1)?.ifRange, date);
    });

    it('asks for the last byte of a whole file only', async () => {
      serve();
      await get();
      const { file } = await get();
      assert.deepEqual(await readFile(file), bytes);
      assert.equal(place.server.gets.at(-1)?.range, `bytes=${bytes.length - 1}-`);
    });

    it('counts silence as a cut', async () => {
      serve({ silentAfter: 50_000 });
      await fails(/ETIMEDOUT.*0\.1 MB of/, get({}, { silenceMs: 200 }));
    });

    it('begins anew when its note is spoilt', async () => {
      serve({ cuts: [200_000] });
      await fails(/broke/, get());
      await writeFile(path.join(place.folder, 'download/file.tar.gz.json'), '{"url":');
      assert.deepEqual(await readFile((await get()).file), bytes);
    });
  });

  describe('is checked', () => {
    const wrong = noise(500_000, 3);

    it('by the SHA-256 known beforehand', async () => {
      serve();
      const { checkedBy } = await get({ sha256: hash('sha256', bytes) });
      assert.equal(checkedBy, 'sha256, known beforehand');
      serve({ bytes: wrong, etag: '"2"' });
      await fails(/its sha256 is .*was expected.*deleted/, get({ sha256: hash('sha256', bytes) }));
      await assert.rejects(stat(partFile()), { code: 'ENOENT' });
    });

    it('by the md5 that the server announced', async () => {
      const announced = `crc32c=AAAAAA==,md5=${hash('md5', bytes, 'base64')}`;
      serve({ headers: { 'x-goog-hash': announced } });
      assert.match((await get()).checkedBy, /^md5, announced by 127\.0\.0\.1/);
      serve({ bytes: wrong, etag: '"2"', headers: { 'x-goog-hash': announced } });
      await fails(/its md5 is/, get());
    });

    it('by the crc32c that the server announced, where there is no md5', async () => {
      const crc = Buffer.alloc(4);
      crc.writeUInt32BE(crc32c(bytes));
      const headers = { 'x-goog-hash': `crc32c=${crc.toString('base64')}` };
      serve({ headers });
      assert.match((await get()).checkedBy, /^crc32c, announced/);
      serve({ bytes: wrong, etag: '"2"', headers });
      await fails(/its crc32c is/, get());
    });

    it('by what the server announced before the connection was cut', async () => {
      const headers = { 'x-goog-hash': `md5=${hash('md5', bytes, 'base64')}` };
      const file = serve({ headers, cuts: [200_000] });
      await fails(/broke/, get());
      delete file.headers;
      assert.match((await get()).checkedBy, /^md5/);
    });

    it('by the file beside it on a mirror, which counts more than what is known', async () => {
      serve();
      const beside = (text: string) =>
        place.server.files.set(`${where}.sha256`, { bytes: Buffer.from(text) });
      beside(`${hash('sha256', bytes).toUpperCase()}  file.tar.gz\n`);
      const { checkedBy } = await get({ official: false, sha256: '0'.repeat(64) });
      assert.match(checkedBy, /^sha256, http.*\/file\.tar\.gz\.sha256$/);
      beside(`${'0'.repeat(64)}\n`);
      await fails(/0{64} was expected/, get({ official: false }));
      beside('<!DOCTYPE html>');
      await fails(/holds no SHA-256/, get({ official: false }));
    });
  });

  it('ends when cancelled, and keeps what has come', async () => {
    serve({ silentAfter: 100_000 });
    const running = get({}, { onProgress: () => place.abort.abort() });
    await assert.rejects(running, { name: 'AbortError' });
    assert.ok((await partSize()) > 0);
  });

  it('says that a file is not there', async () => {
    await fails(/There is no file http.*the file is not published for this platform/, get());
  });

  it('says that a proxy wants a password', async () => {
    serve({ status: 407 });
    await fails(/http\.proxyAuthorization/, get());
  });

  it('tries again when the server is busy, then says so', async () => {
    serve({ status: 503 });
    await fails(/answered with status 503\. Install again/, get({}, { pauses: [1, 1] }));
    assert.equal(place.server.gets.length, 3);
  });

  it('says that nobody answers, without a password in the address', async () => {
    const url = `http://name:secret@127.0.0.1:1${where}`;
    await assert.rejects(get({ url }), (error: Error) => {
      assert.match(error.message, /http:\/\/127\.0\.0\.1:1\/file\.tar\.gz cannot be reached/);
      return !error.message.includes('secret');
    });
  });

  it('takes no piece for the whole', async () => {
    serve({ status: 206 });
    await fails(/answered with status 206 instead of the file/, get());
  });

  it('follows where the server leads, but not for ever', async () => {
    serve();
    const lead = (from: string, to: string) =>
      place.server.files.set(from, { bytes, status: 302, headers: { Location: to } });
    lead('/moved', where);
    const url = `${place.server.url}moved`;
    assert.deepEqual(await readFile((await get({ url })).file), bytes);
    lead('/moved', '/moved');
    await fails(/without an end/, get({ url }));
    lead('/moved', 'ftp://127.0.0.1/');
    await fails(/not protected by HTTPS/, get({ url }));
  });
});
