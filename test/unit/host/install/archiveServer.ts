/** A server of files as a storage or a mirror is one: with ranges, ETags and checksums, or with their faults. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';

export interface Served {
  bytes: Buffer;
  etag?: string;
  /** Default true. */
  ranges?: boolean;
  /** Sends a piece although the file has changed. */
  ignoresIfRange?: boolean;
  /** One for each request: the connection is cut after so many bytes of the body. */
  cuts?: number[];
  /** Falls silent after so many bytes. */
  silentAfter?: number | undefined;
  headers?: Record<string, string>;
  /** Instead of the file. */
  status?: number;
  /** For HEAD only. */
  headStatus?: number;
}

export interface Asked {
  method: string;
  path: string;
  range: string | undefined;
  ifRange: string | undefined;
}

export class ArchiveServer {
  readonly files = new Map<string, Served>();
  readonly asked: Asked[] = [];
  readonly #server: Server;
  readonly #protocol: string;

  private constructor(tls?: { key: Buffer; cert: Buffer }) {
    const answer = (request: IncomingMessage, response: ServerResponse) =>
      this.#answer(request, response);
    this.#server = tls ? createTlsServer(tls, answer) : createServer(answer);
    this.#protocol = tls ? 'https' : 'http';
  }

  static async start(tls?: { key: Buffer; cert: Buffer }): Promise<ArchiveServer> {
    const server = new ArchiveServer(tls);
    server.#server.listen(0, '127.0.0.1');
    await once(server.#server, 'listening');
    return server;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  /** With a slash at its end. */
  get url(): string {
    return `${this.#protocol}://127.0.0.1:${this.port}/`;
  }

  /** What was asked for with GET. */
  get gets(): Asked[] {
    return this.asked.filter(({ method }) => method === 'GET');
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const { method = '', url = '' } = request;
    const path = decodeURIComponent(new URL(url, this.url).pathname);
    const { range, 'if-range': ifRange } = request.headers;
    this.asked.push({ method, path, range, ifRange: ifRange?.toString() });
    const file = this.files.get(path);
    const status = (method === 'HEAD' && file?.headStatus) || file?.status || (file ? 200 : 404);
    if (!file || status !== 200) return void response.writeHead(status, file?.headers).end();
    const isUnchanged = file.ignoresIfRange || ifRange === file.etag;
    const start = file.ranges !== false && isUnchanged ? startOf(range) : 0;
    if (start >= file.bytes.length) return void response.writeHead(416).end();
    const body = file.bytes.subarray(start);
    response.writeHead(start > 0 ? 206 : 200, {
      'Content-Length': body.length,
      ...(file.etag ? { ETag: file.etag } : {}),
      ...(start > 0
        ? { 'Content-Range': `bytes ${start}-${file.bytes.length - 1}/${file.bytes.length}` }
        : {}),
      ...file.headers,
    });
    if (method === 'HEAD') return void response.end();
    this.#send(file, body, response);
  }

  #send(file: Served, body: Buffer, response: ServerResponse): void {
    const cut = file.cuts?.shift();
    if (file.silentAfter !== undefined) response.write(body.subarray(0, file.silentAfter));
    else if (cut === undefined) response.end(body);
    // The bytes are out before the socket goes, so that they arrive.
    else response.write(body.subarray(0, cut), () => setTimeout(() => response.destroy(), 20));
  }
}

function startOf(range: string | undefined): number {
  return Number(/^bytes=(\d+)-$/.exec(range ?? '')?.[1] ?? 0);
}
