/** Through which proxy an address is reached, and how far certificates are checked. */
import type { Agent } from 'node:http';
import { HttpProxyAgent } from 'http-proxy-agent';
import { HttpsProxyAgent } from 'https-proxy-agent';
import { InstallError } from './installError.ts';
import type { Environment } from './npmrc.ts';

export interface Network {
  /** VS Code's `http.proxy`; undefined or empty takes the environment's. */
  proxy?: string | undefined;
  /** Hosts to reach without a proxy: VS Code's `http.noProxy`; none takes the environment's. */
  noProxy?: readonly string[] | undefined;
  /** VS Code's `http.proxyStrictSSL`: false accepts certificates that cannot be checked. */
  strictSsl?: boolean | undefined;
  /** VS Code's `http.proxyAuthorization`: the header to send to the proxy. */
  proxyAuthorization?: string | undefined;
  env: Environment;
}

/** The agent that reaches the address; undefined goes straight there. */
export function agentFor(url: URL, network: Network): Agent | undefined {
  const proxy = proxyFor(url, network);
  if (!proxy) return undefined;
  const { proxyAuthorization, strictSsl } = network;
  const options = {
    headers: proxyAuthorization ? { 'Proxy-Authorization': proxyAuthorization } : {},
    rejectUnauthorized: strictSsl !== false,
  };
  return url.protocol === 'https:'
    ? new HttpsProxyAgent(proxy, options)
    : new HttpProxyAgent(proxy, options);
}

/** The same variables in the same order as VS Code and tfjs-node. */
export function proxyFor(url: URL, { proxy, noProxy, env }: Network): URL | undefined {
  const ofEnvironment =
    (url.protocol === 'https:' ? env.HTTPS_PROXY || env.https_proxy : undefined) ||
    env.HTTP_PROXY ||
    env.http_proxy;
  const address = proxy || ofEnvironment;
  const exceptions = noProxy?.length ? noProxy : (env.NO_PROXY || env.no_proxy || '').split(',');
  if (!address || exceptions.some((each) => matches(url, each.trim()))) return undefined;
  return parse(address);
}

function parse(address: string): URL {
  const full = address.includes('://') ? address : `http://${address}`;
  const url = URL.canParse(full) ? new URL(full) : undefined;
  if (url?.protocol === 'http:' || url?.protocol === 'https:') return url;
  throw new InstallError(
    `The proxy “${address}” cannot be used: its address has to begin with http:// or https://. Correct the setting “http.proxy” or the variable HTTPS_PROXY, or use a mirror that needs no proxy.`,
  );
}

/** 'example.com' and '.example.com' mean the host and all below it, '*' every host; a port may follow. */
function matches({ protocol, hostname, port }: URL, exception: string): boolean {
  if (exception === '*') return true;
  const [, host = '', onlyPort] = /^\*?\.?(.*?)(?::(\d+))?$/.exec(exception.toLowerCase()) ?? [];
  const actualPort = port || (protocol === 'https:' ? '443' : '80');
  if (!host || (onlyPort && onlyPort !== actualPort)) return false;
  return hostname === host || hostname.endsWith(`.${host}`);
}
