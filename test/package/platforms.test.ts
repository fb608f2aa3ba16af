import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openPromise } from 'yauzl';
import { firstMetric, openExample, openTraining, runLens } from '../host/loop.ts';
import { openSession, root } from '../host/session.ts';
import { writeMachineSettings } from '../host/settings.ts';
import { installVsix } from '../host/vsix.ts';
import { needNative } from '../support/native.ts';
import { bindingArchive, libraryArchive } from '../unit/host/install/makeArchive.ts';
import { Workplace } from '../unit/host/install/workplace.ts';

interface Outcome {
  status: number | null;
  said: string;
}

describe('the VSIX of a platform', () => {
  let dir: string;
  let vsix: string;
  beforeEach(async () => {
    dir = await mkdtemp(path.join(tmpdir(), 'g101-platform-'));
    vsix = path.join(dir, 'genai-101.vsix');
  });
  afterEach(() => rm(dir, { recursive: true, force: true }));

  function make(args: string[], env: Record<string, string> = {}): Promise<Outcome> {
    const all = ['--import', 'tsx', 'src/build/package.ts', '--no-build', '--out', vsix, ...args];
    const {
      HTTP_PROXY: _,
      HTTPS_PROXY: __,
      http_proxy: ___,
      https_proxy: ____,
      ...own
    } = process.env;
    return new Promise((resolve) => {
      const child = execFile(
        process.execPath,
        all,
        { cwd: root, env: { ...own, ...env } },
        (_error, stdout, stderr) =>
          resolve({ status: child.exitCode, said: `${stdout}${stderr}`.trimEnd() }),
      );
    });
  }

  const leftovers = () => ['dist/native', 'dist/packaging'].filter((name) => existsSync(name));

  async function entries(): Promise<Map<string, number>> {
    const zip = await openPromise(vsix, { lazyEntries: true });
    const found = new Map<string, number>();
    for await (const { fileName, uncompressedSize } of zip.eachEntry()) {
      found.set(fileName.replace('extension/dist/native/', ''), uncompressedSize);
    }
    return found;
  }

  it('carries the engine of a folder, as the binding asks for it, and its licences', async () => {
    const from = path.join(dir, 'tfjs-node');
    const lib = path.join(from, 'deps/lib');
    await mkdir(path.join(from, 'lib/napi-v8'), { recursive: true });
    await mkdir(lib, { recursive: true });
    await writeFile(path.join(from, 'lib/napi-v8/tfjs_binding.node'), 'binding');
    await writeFile(path.join(from, 'LICENSE'), 'Apache 2.0');
    for (const name of ['libtensorflow', 'libtensorflow_framework']) {
      await writeFile(path.join(lib, `${name}.so.2.9.1`), name);
      await symlink(`${name}.so.2.9.1`, path.join(lib, `${name}.so.2`));
      await symlink(`${name}.so.2`, path.join(lib, `${name}.so`));
    }
    const { status, said } = await make(['--target', 'linux-x64', '--native-dir', from]);
    assert.equal(status, 0, said);
    assert.match(said, /genai-101\.vsix: \d\.\d\d MB of 200 MB$/);
    const found = await entries();
    const native = [...found.keys()].filter((name) => /^(lib|deps|LICENSE$|native)/.test(name));
    assert.deepEqual(native.sort(), [
      'LICENSE',
      'deps/lib/libtensorflow.so.2',
      'deps/lib/libtensorflow_framework.so.2',
      'lib/napi-v8/tfjs_binding.node',
      'native.json',
    ]);
    assert.equal(found.get('deps/lib/libtensorflow.so.2'), 'libtensorflow'.length);
    assert.deepEqual(leftovers(), []);
  });

  it('fetches the engine, from mirrors where tfjs-node would', async () => {
    const place = await Workplace.open();
    place.serve(await bindingArchive(), await libraryArchive());
    const { url } = place.server;
    const { status, said } = await make(['--target', 'linux-x64'], {
      TFJS_NODE_CDN_STORAGE: url,
      npm_config_tfjs_binding_binary_host_mirror: `${url}tf-builds/pre-built-binary`,
    });
    await place.close();
    assert.equal(status, 0, said);
    assert.equal((await entries()).get('deps/lib/libtensorflow.so.2'), 'library'.length);
    assert.deepEqual(leftovers(), []);
  });

  const wrong: [what: string, args: string[], said: RegExp][] = [
    [
      'no way to the engine',
      ['--target', 'linux-x64'],
      /could not be fetched.*--native-dir DIR\.$/,
    ],
    ['no such target', ['--target', 'plan9-x64'], /no target “plan9-x64”.*linux-x64, win32-x64/],
    [
      'no such folder',
      ['--target', 'linux-x64', '--native-dir', '/nowhere'],
      /no folder \/nowhere/,
    ],
    [
      'a folder without an engine',
      ['--target', 'linux-x64', '--native-dir', 'media'],
      /media holds no native engine of linux-x64/,
    ],
    ['a folder without a target', ['--native-dir', 'media'], /needs --target/],
  ];
  for (const [what, args, sentence] of wrong) {
    it(`is not made, and nothing is left, where there is ${what}: one sentence says so`, async () => {
      const nobody = 'http://127.0.0.1:1/';
      const { status, said } = await make(args, {
        TFJS_NODE_CDN_STORAGE: nobody,
        npm_config_tfjs_binding_binary_host_mirror: nobody,
      });
      assert.equal(status, 1, said);
      assert.match(said, sentence);
      assert.equal(said.split('\n').length, 1);
      assert.deepEqual(await readdir(dir), []);
      assert.deepEqual(leftovers(), []);
    });
  }

  it('installs into a clean VS Code and trains on the engine that it carries', async function () {
    this.timeout(400_000);
    const { folder } = await needNative(this);
    const { status, said } = await make(['--target', 'linux-x64', '--native-dir', folder]);
    assert.equal(status, 0, said);
    console.log(`      ${said.split('\n').at(-1)}`);
    assert.ok((await stat(vsix)).size <= 200e6);
    const session = await openSession({
      develop: false,
      prepare: async (server) => {
        await installVsix(vsix, server);
        await writeMachineSettings(server, { 'genai101.engine': 'native' });
      },
      // The tests' own answer to where a native engine lies.
      environment: { GENAI101_NATIVE: undefined },
    });
    try {
      const training = await openTraining(session.page);
      await openExample(session, 'autoencoders/autoencoder.ts');
      await runLens(session.page).click();
      await firstMetric(training);
      await training.getByText('Engine native').waitFor();
      await training.getByText('Engine native').click();
      await training.getByText(/with TensorFlow 2\./).waitFor();
      assert.equal(await training.getByRole('button', { name: /Install the native/ }).count(), 0);
    } finally {
      await session.close();
    }
  });
});
