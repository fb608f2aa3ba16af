/** A real forward proxy: passes on what is asked for with a whole address, and tunnels for CONNECT. */
import { once } from 'node:events';
import { createServer, request, type Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { pipeline } from 'node:stream';

export class ProxyServer {
  /** What it was asked for: 'GET http://…', 'CONNECT host:port'. */
  readonly asked: string[] = [];
  /** The header that it wants, where it wants one. */
  authorization: string | undefined;
  /** Every host is this machine: names that exist nowhere can be asked for. */
  readonly #server: Server = createServer();
  readonly #sockets = new Set<Socket>();

  static async start(): Promise<ProxyServer> {
    const proxy = new ProxyServer();
    proxy.#forward();
    proxy.#tunnel();
    proxy.#server.listen(0, '127.0.0.1');
    await once(proxy.#server, 'listening');
    return proxy;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #forward(): void {
    this.#server.on('request', (incoming, answer) => {
      this.asked.push(`${incoming.method} ${incoming.url}`);
      if (this.#isRefused(incoming.headers['proxy-authorization'])) {
        answer.writeHead(407).end();
        return;
      }
      const { port, pathname } = new URL(incoming.url ?? '');
      const { method, headers } = incoming;
      const options = { host: '127.0.0.1', port, path: pathname, method, headers };
      const onward = request(options, (response) => {
        answer.writeHead(response.statusCode ?? 0, response.headers);
        pipeline(response, answer, () => {}); // what is cut on one side is cut on the other
      });
      onward.on('error', () => answer.destroy());
      onward.end();
    });
  }

  #tunnel(): void {
    this.#server.on('connect', (incoming, client: Socket) => {
      this.asked.push(`CONNECT ${incoming.url}`);
      if (this.#isRefused(incoming.headers['proxy-authorization'])) {
        client.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n');
        return;
      }
      const port = Number(incoming.url?.split(':')[1]);
      const server = connect(port, '127.0.0.1', () => {
        client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
        server.pipe(client).pipe(server);
      });
      for (const socket of [server, client]) {
        this.#sockets.add(socket);
        socket.on('error', () => client.destroy());
      }
    });
  }

  #isRefused(authorization: string | undefined): boolean {
    return this.authorization !== undefined && authorization !== this.authorization;
  }
}
