import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFile, mkdir, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { install } from '../../../../src/host/engines/install/install.ts';
import { checkFolder, type Manifest } from '../../../../src/host/engines/install/manifest.ts';
import { measure } from '../../../../src/host/engines/install/measure.ts';
import { remove } from '../../../../src/host/engines/install/remove.ts';
import { installedFolder } from '../../../../src/host/engines/install/storage.ts';
import { skip } from '../../../support/skip.ts';
import { bindingArchive, libraryArchive, tarGz } from './makeArchive.ts';
import { bindingPath, hash, libraryPath, noise, Workplace } from './workplace.ts';

describe('the installation of the native engine', () => {
  let place: Workplace;
  let storage: string;
  beforeEach(async () => {
    place = await Workplace.open();
    storage = place.options.storage;
    place.serve(await bindingArchive(), await libraryArchive(noise(300_000)));
  });
  afterEach(() => place.close());

  const folder = () => installedFolder(storage, 'linux-x64');
  const isInstalled = async () => 'files' in (await checkFolder(folder()));
  const broken = async () => {
    const found = await checkFolder(folder());
    return 'broken' in found ? found.broken : 'nothing';
  };
  /** What there is besides an installed engine. */
  const left = async () =>
    (await readdir(storage)).filter((name) => name !== path.basename(folder())).sort();

  it('lays the files out as the binding looks for them, and records all of them', async () => {
    const manifest = await install(place.options);
    const found = await checkFolder(folder());
    assert.deepEqual(found, manifest);
    assert.equal(manifest.binding, 'lib/napi-v8/tfjs_binding.node');
    const text = (file: string) => readFile(path.join(folder(), file), 'utf8');
    assert.equal(await text(manifest.binding), 'binding');
    assert.equal(await text('deps/lib/libtensorflow_framework.so.2'), 'framework');
    assert.equal(await text('LICENSE'), 'Apache 2.0');
    const library = manifest.files.find((file) => file.path === 'deps/lib/libtensorflow.so.2');
    assert.equal(library?.size, 300_000);
    assert.equal(library?.sha256, hash('sha256', noise(300_000)));
    const all = await readdir(folder(), { recursive: true, withFileTypes: true });
    const files = all.filter((one) => one.isFile()).length;
    assert.equal(files, manifest.files.length + 1);
    assert.match(manifest.sources[1]?.checkedBy ?? '', /^sha256, http/);
    assert.deepEqual(await left(), []);
  });

  it('tells its steps', async () => {
    const steps = new Set<string>();
    await install({
      ...place.options,
      onStep: (step) => steps.add(step.name === 'download' ? step.source.title : step.name),
    });
    assert.deepEqual(
      [...steps],
      ['the binding of tfjs-node 4.22.0', 'libtensorflow 2.9.1', 'unpack'],
    );
  });

  it('knows beforehand how much there is, and how much is here', async () => {
    const sizes = [bindingPath, libraryPath].map(
      (file) => place.server.files.get(file)?.bytes.length ?? 0,
    );
    const total = (sizes[0] ?? 0) + (sizes[1] ?? 0);
    const { options, server } = place;
    assert.deepEqual(await measure(storage, options.sources, options), { total, here: 0 });
    place.change(libraryPath, { cuts: [1000] });
    await assert.rejects(install(options), /broke/);
    const here = (sizes[0] ?? 0) + 1000;
    assert.deepEqual(await measure(storage, options.sources, options), { total, here });
    place.change(libraryPath, { headStatus: 405 });
    assert.equal((await measure(storage, options.sources, options)).total, undefined);
    server.files.delete(bindingPath);
    await assert.rejects(measure(storage, options.sources, options), /There is no file/);
  });

  it('goes on after a cut connection in a later sitting, with what came', async () => {
    place.change(libraryPath, { cuts: [100_000] });
    await assert.rejects(install(place.options), /Install again to go on/);
    assert.equal(await isInstalled(), false);
    await install(place.options);
    assert.equal(await isInstalled(), true);
    const ranges = place.server.gets.filter((one) => one.path === libraryPath);
    assert.equal(ranges.at(-1)?.range, 'bytes=100000-');
  });

  it('takes the place of an older one at once, which stays in use until then', async () => {
    const before = await install(place.options);
    place.serve(await bindingArchive('newer'), await libraryArchive());
    place.change(libraryPath, { cuts: [10] });
    await assert.rejects(install(place.options));
    assert.deepEqual(await checkFolder(folder()), before);
    await install(place.options);
    assert.equal(await readFile(path.join(folder(), before.binding), 'utf8'), 'newer');
    assert.deepEqual(await left(), []);
  });

  it('leaves nothing of a hostile archive, and downloads it anew', async () => {
    place.serve(await bindingArchive(), await tarGz([{ name: '../../escaped', text: 'x' }]));
    await assert.rejects(install(place.options), /leads out of the folder/);
    assert.deepEqual(await left(), []);
    assert.equal(await isInstalled(), false);
    assert.deepEqual(await readdir(place.folder), ['native']);
  });

  it('refuses an archive without the library', async () => {
    place.serve(await bindingArchive(), await tarGz([{ name: 'README', text: 'x' }]));
    await assert.rejects(install(place.options), /There is no libtensorflow\.so\.2 in http/);
    assert.deepEqual(await left(), []);
  });

  it('leaves nothing but the download when cancelled', async () => {
    const running = install({
      ...place.options,
      onStep: ({ name }) => name === 'unpack' && place.abort.abort(),
    });
    await assert.rejects(running, { name: 'AbortError' });
    assert.equal(await isInstalled(), false);
    assert.deepEqual(await left(), ['download']);
  });

  describe('is not used', () => {
    let manifest: Manifest;
    const binding = () => path.join(folder(), manifest.binding);
    beforeEach(async () => {
      manifest = await install(place.options);
    });

    it('without its manifest', async () => {
      await rm(path.join(folder(), 'native.json'));
      assert.equal(await broken(), undefined);
    });

    it('with a manifest that cannot be read', async () => {
      await writeFile(path.join(folder(), 'native.json'), '{"format":2}');
      assert.match((await broken()) ?? '', /native\.json cannot be read/);
    });

    it('when a file is missing', async () => {
      await rm(binding());
      assert.match((await broken()) ?? '', /tfjs_binding\.node is missing/);
    });

    it('when a file is longer or shorter', async () => {
      await appendFile(binding(), 'x');
      assert.match((await broken()) ?? '', /has 8 bytes instead of 7/);
    });

    it('when a file has other bytes', async () => {
      await writeFile(binding(), 'BINDING');
      assert.match((await broken()) ?? '', /was changed/);
    });

    it('but when a file was only touched', async () => {
      await utimes(binding(), new Date(), new Date());
      assert.equal(await isInstalled(), true);
    });
  });

  describe('of two windows', () => {
    function another(...more: string[]) {
      const file = path.join(import.meta.dirname, 'installer.ts');
      const args = ['--import', 'tsx', file, storage, place.server.url, ...more];
      return spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    }

    it('is done by the first one, while the second one is told so', async () => {
      await mkdir(storage);
      const both = await Promise.allSettled([install(place.options), install(place.options)]);
      const reasons = both.flatMap((one) =>
        one.status === 'rejected' ? [one.reason.message] : [],
      );
      assert.equal(reasons.length, 1);
      assert.match(reasons[0] ?? '', /^Another window is installing/);
      assert.equal(await isInstalled(), true);
    });

    it('is taken over from one that was killed, with what it had', async () => {
      place.change(libraryPath, { silentAfter: 100_000 });
      const child = another();
      const hasCome = () => place.server.gets.some(({ path: asked }) => asked === libraryPath);
      while (!hasCome()) await setTimeout(20);
      await setTimeout(200);
      await assert.rejects(install(place.options), /Another window/);
      await assert.rejects(remove(storage, 'linux-x64'), /Another window/);
      child.kill('SIGKILL');
      await once(child, 'exit');
      place.change(libraryPath, { silentAfter: undefined });
      await install(place.options);
      assert.equal(await isInstalled(), true);
      assert.match(place.server.gets.at(-2)?.range ?? '', /^bytes=\d{5,}-$/);
    });

    it('leaves nothing that is used when it is killed while it unpacks', async () => {
      const child = another('die');
      const [, signal] = await once(child, 'exit');
      assert.equal(signal, 'SIGKILL');
      assert.equal(await isInstalled(), false);
      assert.ok((await left()).includes('lock'));
      await install(place.options);
      assert.equal(await isInstalled(), true);
      assert.deepEqual(await left(), []);
    });
  });

  describe('on a full disk', () => {
    let disk: string;
    beforeEach(async function () {
      if (process.platform !== 'linux' || process.getuid?.() !== 0)
        skip(this, 'only root on Linux can make a small disk');
      disk = path.join(place.folder, 'disk');
      await mkdir(disk);
      try {
        execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', disk], { stdio: 'pipe' });
      } catch (error) {
        disk = '';
        skip(
          this,
          `no small disk can be made here: ${error instanceof Error ? error.message : ''}`,
        );
      }
    });
    afterEach(() => {
      if (disk) execFileSync('umount', [disk]);
    });

    const installThere = () => install({ ...place.options, storage: path.join(disk, 'native') });
    const leftThere = () => readdir(path.join(disk, 'native'));

    it('says so before the download', async () => {
      place.serve(await bindingArchive(), await libraryArchive(noise(3e6)));
      await assert.rejects(installThere(), /has 1\.0 MB free, and 3\.0 MB are needed/);
      assert.deepEqual(await leftThere(), ['download']);
    });

    it('says so when it fills up while unpacking, and goes on when there is space', async () => {
      // Compresses so well that only unpacking shows its size.
      place.serve(await bindingArchive(), await libraryArchive(Buffer.alloc(3e6)));
      await assert.rejects(installThere(), /is full\. Free some space and install again/);
      assert.deepEqual(await leftThere(), ['download']);
      execFileSync('mount', ['-o', 'remount,size=10m', disk]);
      await installThere();
      assert.deepEqual(await leftThere(), [path.basename(folder())]);
    });

    it('says so when it cannot be written to', async () => {
      execFileSync('mount', ['-o', 'remount,ro', disk]);
      await assert.rejects(installThere(), /disk\/native cannot be written to \(E\w+\)/);
    });

    it('says so when it fills up while downloading', async () => {
      place.serve(await bindingArchive(), await libraryArchive(noise(600_000)));
      let filled = false;
      const running = install({
        ...place.options,
        storage: path.join(disk, 'native'),
        onStep(step) {
          if (filled || step.name !== 'download' || step.total < 500_000) return;
          filled = true;
          execFileSync('sh', ['-c', `dd if=/dev/zero of=${disk}/other bs=1k 2>/dev/null || true`]);
        },
      });
      await assert.rejects(running, /is full\. Free some space.*what was downloaded is kept/);
      await rm(path.join(disk, 'other'));
      execFileSync('mount', ['-o', 'remount,size=10m', disk]);
      await installThere();
      assert.match(place.server.gets.at(-2)?.range ?? '', /^bytes=\d+-$/);
    });
  });

  it('is removed with what has come of a download', async () => {
    await install(place.options);
    place.change(libraryPath, { cuts: [10] });
    await assert.rejects(install(place.options));
    await remove(storage, 'linux-x64');
    assert.deepEqual(await readdir(storage), []);
    await remove(storage, 'linux-x64');
  });
});
