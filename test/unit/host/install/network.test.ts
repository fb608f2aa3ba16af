import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Network, proxyFor } from '../../../../src/host/engines/install/network.ts';
import { request } from '../../../../src/host/engines/install/request.ts';
import { ArchiveServer } from './archiveServer.ts';
import { ProxyServer } from './proxyServer.ts';

const tlsFolder = path.resolve(import.meta.dirname, '../../../fixtures/tls');
const tls = {
  key: readFileSync(path.join(tlsFolder, 'key.pem')),
  cert: readFileSync(path.join(tlsFolder, 'certificate.pem')),
};

describe('the network of a download', () => {
  let proxy: ProxyServer;
  let server: ArchiveServer;
  let protectedServer: ArchiveServer;
  before(async () => {
    proxy = await ProxyServer.start();
    server = await ArchiveServer.start();
    protectedServer = await ArchiveServer.start(tls);
    for (const one of [server, protectedServer])
      one.files.set('/file', { bytes: Buffer.from('the file') });
  });
  after(() => Promise.all([proxy, server, protectedServer].map((one) => one.stop())));
  beforeEach(() => {
    proxy.asked.length = 0;
    proxy.authorization = undefined;
  });

  async function get(url: string, network: Partial<Network>): Promise<string> {
    const response = await request(url, {
      network: { env: {}, ...network },
      signal: new AbortController().signal,
    });
    let text = `${response.statusCode} `;
    for await (const chunk of response) text += chunk;
    return text;
  }

  /** Exists only for the proxy. */
  const named = (one: ArchiveServer, name = 'mirror.invalid') =>
    `${one.url}file`.replace('127.0.0.1', name);

  it('asks the proxy of the settings for an open address', async () => {
    const url = named(server);
    assert.equal(await get(url, { proxy: proxy.url }), '200 the file');
    assert.deepEqual(proxy.asked, [`GET ${url}`]);
  });

  it('tunnels through the proxy to a protected address', async () => {
    const url = named(protectedServer);
    assert.equal(await get(url, { proxy: proxy.url, strictSsl: false }), '200 the file');
    assert.deepEqual(proxy.asked, [`CONNECT ${new URL(url).host}`]);
  });

  it('takes the proxy of the environment, and its exceptions', async () => {
    const env = { HTTPS_PROXY: proxy.url, NO_PROXY: 'localhost, 127.0.0.1' };
    await get(named(protectedServer), { env, strictSsl: false });
    assert.equal(proxy.asked.length, 1);
    assert.equal(
      await get(`${protectedServer.url}file`, { env, strictSsl: false }),
      '200 the file',
    );
    assert.equal(proxy.asked.length, 1);
  });

  it('hands a name and a password on to the proxy', async () => {
    proxy.authorization = `Basic ${Buffer.from('ann:secret').toString('base64')}`;
    assert.match(await get(named(server), { proxy: proxy.url }), /^407/);
    const withPassword = proxy.url.replace('http://', 'http://ann:secret@');
    assert.match(await get(named(server), { proxy: withPassword }), /^200/);
    const { authorization: proxyAuthorization } = proxy;
    assert.match(await get(named(server), { proxy: proxy.url, proxyAuthorization }), /^200/);
    const strictSsl = false;
    assert.match(
      await get(named(protectedServer), { proxy: proxy.url, proxyAuthorization, strictSsl }),
      /^200/,
    );
  });

  it('checks certificates unless told not to', async () => {
    const url = `${protectedServer.url}file`;
    await assert.rejects(get(url, {}), /certificate of 127\.0\.0\.1.*http\.proxyStrictSSL/);
    await assert.rejects(get(named(protectedServer), { proxy: proxy.url }), /certificate of/);
    assert.equal(await get(url, { strictSsl: false }), '200 the file');
  });

  it('says that the proxy cannot be reached or used', async () => {
    await assert.rejects(get(named(server), { proxy: 'http://127.0.0.1:1' }), /http\.proxy/);
    await assert.rejects(get(named(server), { proxy: 'socks5://127.0.0.1:1' }), /begin with http/);
  });

  const url = new URL('https://storage.example.com/file');
  const cases: [says: string, network: Partial<Network>, proxy: string | undefined][] = [
    ['nothing', {}, undefined],
    ['the setting', { proxy: 'http://one:1', env: { HTTPS_PROXY: 'http://two:2' } }, 'one:1'],
    ['an empty setting', { proxy: '', env: { https_proxy: 'http://two:2' } }, 'two:2'],
    ['a proxy without its kind', { env: { HTTPS_PROXY: 'two:2' } }, 'two:2'],
    ['the variable of open addresses', { env: { HTTP_PROXY: 'http://two:2' } }, 'two:2'],
    ['an exception', { proxy: 'http://one:1', noProxy: ['storage.example.com'] }, undefined],
    ['an exception above it', { proxy: 'http://one:1', noProxy: ['example.com'] }, undefined],
    ['one with a dot', { proxy: 'http://one:1', noProxy: ['.example.com'] }, undefined],
    ['one with a star', { proxy: 'http://one:1', noProxy: ['*.example.com'] }, undefined],
    ['a star', { proxy: 'http://one:1', noProxy: ['*'] }, undefined],
    ['one with its port', { proxy: 'http://one:1', noProxy: ['example.com:443'] }, undefined],
    ['one with another port', { proxy: 'http://one:1', noProxy: ['example.com:80'] }, 'one:1'],
    ['another host', { proxy: 'http://one:1', noProxy: ['ample.com', ''] }, 'one:1'],
    ['no_proxy', { proxy: 'http://one:1', env: { no_proxy: 'a.b, example.com' } }, undefined],
  ];
  for (const [says, network, expected] of cases) {
    it(`finds ${expected ? `the proxy ${expected}` : 'no proxy'} where it is told ${says}`, () => {
      assert.equal(proxyFor(url, { env: {}, ...network })?.host, expected);
    });
  }
});
