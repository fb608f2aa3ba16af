import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { PlatformName } from '../../../../src/host/engines/install/platforms.ts';
import { shownUrl, sourcesFor } from '../../../../src/host/engines/install/sources.ts';

const storage = 'https://storage.googleapis.com/';
const binding = `${storage}tf-builds/pre-built-binary/napi-v8/4.22.0/`;
const library = `${storage}tensorflow/libtensorflow/libtensorflow-`;

describe('the sources of the native engine', () => {
  let home: string;
  before(async () => {
    home = await mkdtemp(path.join(tmpdir(), 'g101-home-'));
  });
  after(() => rm(home, { recursive: true, force: true }));

  const urls = (
    env: Record<string, string>,
    platform: PlatformName = 'linux-x64',
    mirror?: string,
  ) => sourcesFor(platform, { mirror, env: { HOME: home, ...env } }).map(({ url }) => url);

  /** As tfjs-node 4.22.0 makes them; see its scripts. */
  const official: Record<PlatformName, string[]> = {
    'linux-x64': [`${binding}CPU-linux-4.22.0.tar.gz`, `${library}cpu-linux-x86_64-2.9.1.tar.gz`],
    'win32-x64': [`${binding}CPU-windows-4.22.0.zip`, `${library}cpu-windows-x86_64-2.9.1.zip`],
    'darwin-x64': [
      `${binding}CPU-darwin-4.22.0.tar.gz`,
      `${library}cpu-darwin-x86_64-2.9.1.tar.gz`,
    ],
    'darwin-arm64': [
      `${binding}CPU-darwin-4.22.0.tar.gz`,
      `${storage}tf-builds/libtensorflow_r2_7_darwin_arm64_cpu.tar.gz`,
    ],
  };
  for (const [platform, expected] of Object.entries(official)) {
    it(`are the official ones of ${platform}`, () => {
      const sources = sourcesFor(platform as PlatformName, { env: { HOME: home } });
      assert.deepEqual(
        sources.map(({ url }) => url),
        expected,
      );
      assert.ok(sources.every((source) => source.official));
      assert.match(sources[1]?.sha256 ?? '', /^[0-9a-f]{64}$/);
    });
  }

  it('are below the mirror of the setting, whatever the environment says', () => {
    const env = { TFJS_NODE_CDN_STORAGE: 'https://other.example/' };
    const [first, second] = sourcesFor('linux-x64', { mirror: 'https://mirror.example/tf', env });
    assert.match(
      first?.url ?? '',
      /^https:\/\/mirror\.example\/tf\/tf-builds\/.*4\.22\.0\.tar\.gz$/,
    );
    assert.match(
      second?.url ?? '',
      /^https:\/\/mirror\.example\/tf\/tensorflow\/.*2\.9\.1\.tar\.gz$/,
    );
    assert.equal(first?.official || second?.official, false);
  });

  const at = 'https://mirror.example/';
  const [, path2 = ''] = /googleapis\.com\/(.*)$/.exec(official['linux-x64'][1] ?? '') ?? [];

  it('follow the variables of tfjs-node, in its order', () => {
    const cases: [Record<string, string>, string][] = [
      [{ TFJS_NODE_CDN_STORAGE: at, CDN_STORAGE: 'https://other.example/' }, `${at}${path2}`],
      [{ npm_config_TFJS_NODE_CDN_STORAGE: at }, `${at}${path2}`],
      [{ CDN_STORAGE: 'https://mirror.example' }, `${at}${path2}`],
      [{ TFJS_NODE_BASE_URI: `${at}lib-` }, `${at}lib-cpu-linux-x86_64-2.9.1.tar.gz`],
      [{ npm_config_TFJS_NODE_BASE_URI: `${at}lib-` }, `${at}lib-cpu-linux-x86_64-2.9.1.tar.gz`],
    ];
    for (const [env, expected] of cases) {
      assert.deepEqual(urls(env), [official['linux-x64'][0], expected]);
    }
  });

  it("follow node-pre-gyp's variable for the binding", () => {
    const env = { npm_config_tfjs_binding_binary_host_mirror: at };
    assert.equal(urls(env)[0], `${at}napi-v8/4.22.0/CPU-linux-4.22.0.tar.gz`);
  });

  it('follow .npmrc, where the environment says nothing', async () => {
    const lines = ['; mine', 'fund=false', `TFJS_NODE_CDN_STORAGE = "\${PLACE}"`];
    await writeFile(path.join(home, '.npmrc'), lines.join('\n'));
    assert.equal(urls({ PLACE: at })[1], `${at}${path2}`);
    assert.match(urls({ PLACE: at, TFJS_NODE_CDN_STORAGE: 'https://b.example' })[1] ?? '', /b\.ex/);
    await rm(path.join(home, '.npmrc'));
  });

  it('say which address is none', () => {
    for (const mirror of ['mirror.example', 'ftp://mirror.example', 'file:///tmp', 'https://'])
      assert.throws(() => urls({}, 'linux-x64', mirror), /no address.*nativeEngineMirror/);
    assert.throws(() => urls({ TFJS_NODE_BASE_URI: 'nowhere-' }), /no address/);
  });

  it('are shown without a password', () => {
    assert.equal(shownUrl('https://ann:secret@mirror.example/a'), 'https://mirror.example/a');
  });
});
