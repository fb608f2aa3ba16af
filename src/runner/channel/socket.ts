/** The channel of a debugged run: the debugger starts the runner itself, so there is no IPC, but a local socket. */
import { connect, type Socket } from 'node:net';
import { encodeFrame, FrameReader } from '../../protocol/frames.ts';
import type { RunnerMessage } from '../../protocol/runner.ts';
import { note } from '../note.ts';
import type { Channel } from './channel.ts';

export class SocketChannel implements Channel {
  readonly #socket: Socket;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.unref();
    socket.on('error', (error) => note(`The connection to the editor broke: ${error.message}`));
  }

  static connect(address: string): Promise<SocketChannel> {
    return new Promise((resolve, reject) => {
      const socket = connect(address, () => {
        socket.off('error', reject);
        resolve(new SocketChannel(socket));
      });
      socket.once('error', reject);
    });
  }

  send(message: RunnerMessage): boolean {
    return this.#socket.writable ? this.#socket.write(encodeFrame(message)) : true;
  }

  onMessage(receive: (message: unknown) => void): void {
    const frames = new FrameReader();
    this.#socket.on('data', (chunk) => {
      try {
        for (const message of frames.push(chunk)) receive(message);
      } catch (error) {
        note(`A message could not be read: ${error}`);
        this.#socket.destroy(); // after a broken frame nothing that follows can be trusted
      }
    });
  }

  onClose(closed: () => void): void {
    this.#socket.on('close', closed);
  }

  keepAlive(): void {
    this.#socket.ref();
  }

  close(): Promise<void> {
    this.#socket.removeAllListeners('close');
    if (this.#socket.destroyed) return Promise.resolve();
    return new Promise((resolve) => {
      this.#socket.once('close', () => resolve());
      this.#socket.end(() => this.#socket.destroy());
    });
  }
}
