/** The socket that a debugged runner reports to, as the debugger starts it and leaves no channel of ours. */
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { encodeFrame, FrameReader } from '../../../protocol/frames.ts';
import type { HostMessage } from '../../../protocol/runner.ts';

export interface RunnerSocket {
  /** What `RunRequest.socket` holds. */
  readonly address: string;
  /** The runner has left; never before it came. */
  readonly closed: Promise<void>;
  send(message: HostMessage): void;
  dispose(): void;
}

export async function listenSocket(
  runId: string,
  receive: (message: unknown) => void,
): Promise<RunnerSocket> {
  // A folder that only this user may enter; and short, as a socket's path may have about 100 characters.
  const folder = await mkdtemp(path.join(tmpdir(), 'g101-'));
  const address = process.platform === 'win32' ? `\\\\.\\pipe\\genai101-${runId}` : `${folder}/run`;
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(address, resolve);
  });
  let runner: Socket | undefined;
  const closed = new Promise<void>((resolve) => {
    server.once('connection', (socket) => {
      runner = socket;
      server.close(); // there is one runner
      read(socket, receive);
      socket.on('close', () => resolve());
    });
  });
  return {
    address,
    closed,
    send: (message) => void runner?.write(encodeFrame(message)),
    dispose: () => dispose(server, runner, folder),
  };
}

function read(socket: Socket, receive: (message: unknown) => void): void {
  const frames = new FrameReader();
  socket.on('error', () => socket.destroy()); // told by 'close'
  socket.on('data', (chunk) => {
    try {
      for (const message of frames.push(chunk)) receive(message);
    } catch (error) {
      receive(error); // no message, and counted as such
      socket.destroy(); // after a broken frame nothing that follows can be trusted
    }
  });
}

function dispose(server: Server, runner: Socket | undefined, folder: string): void {
  runner?.destroy();
  server.close();
  void rm(folder, { recursive: true, force: true });
}
