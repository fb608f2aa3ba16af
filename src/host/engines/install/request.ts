/** One HTTP exchange: follows redirects, gives up on silence, and ends when told to. */
import http from 'node:http';
import https from 'node:https';
import { InstallError } from './installError.ts';
import { agentFor, type Network } from './network.ts';
import { networkError } from './networkErrors.ts';
import { shownUrl } from './sources.ts';

export interface RequestOptions {
  method?: 'GET' | 'HEAD';
  headers?: Record<string, string>;
  network: Network;
  signal: AbortSignal;
  /** Milliseconds without a byte after which the connection counts as cut. */
  silenceMs?: number;
}

const mostRedirects = 5;
const redirects = new Set([301, 302, 303, 307, 308]);

/** Resolves with the final response, whatever its status; its body has to be read or destroyed. */
export async function request(
  address: string,
  options: RequestOptions,
): Promise<http.IncomingMessage> {
  let url = new URL(address);
  for (let count = 0; count <= mostRedirects; count++) {
    const response = await exchange(url, options);
    const { location } = response.headers;
    if (!redirects.has(response.statusCode ?? 0) || !location) return response;
    response.destroy();
    url = target(url, location);
  }
  throw new InstallError(
    `${shownUrl(address)} leads from one address to the next without an end. Check the mirror, or try again later.`,
  );
}

/** Never from a protected connection to an open one. */
function target(from: URL, location: string): URL {
  const to = URL.canParse(location, from.href) ? new URL(location, from) : undefined;
  const isAllowed =
    to?.protocol === 'https:' || (to?.protocol === 'http:' && from.protocol === 'http:');
  if (to && isAllowed) return to;
  throw new InstallError(
    `${shownUrl(from)} leads to “${location}”, which is not protected by HTTPS, so it was not followed. Check the mirror and the proxy.`,
  );
}

function exchange(url: URL, options: RequestOptions): Promise<http.IncomingMessage> {
  const { method = 'GET', headers, network, signal, silenceMs = 60_000 } = options;
  return new Promise((resolve, reject) => {
    const agent = agentFor(url, network);
    const { request: send } = url.protocol === 'https:' ? https : http;
    const sent = send(url, {
      method,
      // The bytes as they are: a checksum is of the archive, not of what a proxy makes of it.
      headers: { 'Accept-Encoding': 'identity', 'User-Agent': 'genai-101', ...headers },
      ...(agent ? { agent } : {}),
      rejectUnauthorized: network.strictSsl !== false,
      signal,
    });
    let response: http.IncomingMessage | undefined;
    sent.setTimeout(silenceMs, () =>
      (response ?? sent).destroy(Object.assign(new Error('no data'), { code: 'ETIMEDOUT' })),
    );
    sent.once('response', (answer) => {
      response = answer;
      resolve(answer);
    });
    sent.on('error', (error) => reject(signal.aborted ? signal.reason : networkError(error, url)));
    sent.end();
  });
}
