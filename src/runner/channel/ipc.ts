/** The channel of a forked runner. */
import type { RunnerMessage } from '../../protocol/runner.ts';
import type { Channel } from './channel.ts';

export class IpcChannel implements Channel {
  #sent: Promise<void> = Promise.resolve();

  send(message: RunnerMessage): boolean {
    if (!process.connected || !process.send) return true;
    let sent = () => {};
    this.#sent = new Promise((resolve) => {
      sent = resolve;
    });
    // A closed pipe is told by 'disconnect'; the callback only says that this message is no longer waiting.
    return process.send(message, undefined, undefined, () => sent());
  }

  onMessage(receive: (message: unknown) => void): void {
    process.on('message', receive);
    process.channel?.unref();
  }

  onClose(closed: () => void): void {
    process.on('disconnect', closed);
  }

  keepAlive(): void {
    process.channel?.ref();
  }

  async close(): Promise<void> {
    await this.#sent;
    process.removeAllListeners('disconnect');
    if (process.connected) process.disconnect();
  }
}
